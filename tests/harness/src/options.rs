//! What the test programs share of their command lines, and how they end.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result, bail};

/// How many processors this machine has.
pub fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// The full path of a build, which must hold `file`.
///
/// # Errors
/// There is no such folder, or no such file in it.
pub fn build(dist: &Path, file: &str) -> Result<PathBuf> {
    let full = dist
        .canonicalize()
        .with_context(|| format!("--dist {}: no such directory", dist.display()))?;
    if !full.join(file).is_file() {
        bail!(
            "--dist {}: holds no {file}; build the page first",
            full.display()
        );
    }
    Ok(full)
}

/// How a program ends: 0 where everything passed, 1 where not, 2 where it could not do its work, which is printed.
pub fn exit_code(program: &str, ended: Result<bool>) -> ExitCode {
    match ended {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{program}: {error:#}");
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_the_build_is_refused() {
        assert!(build("/nowhere/at/all".as_ref(), "index.html").is_err());
        assert!(build("/".as_ref(), "index.html").is_err());
    }
}

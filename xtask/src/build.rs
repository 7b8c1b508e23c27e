//! Builds the page: from the sources to a folder any web server can serve under any path.
//!
//! Trunk does it, as `Trunk.toml` says; what stands beside the page is written by `post_build`, which trunk runs.

use std::{env, path::Path, time::SystemTime};

use anyhow::{Context, Result};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use crate::sizes;

/// The folder the page is in.
pub const DIST: &str = "dist";

/// Everything the page is made from.
const SOURCES: [&str; 15] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "boot",
    "crates",
    "docs/embedding.md",
    "docs/error-page.md",
    "hosting",
    "index.html",
    "public",
    "src",
    "style",
    "words",
    "xtask/src",
];

/// Builds the page as it is deployed, and weighs it.
///
/// # Errors
/// It does not build, or is over its budget; then it is in `dist/` all the same, to be looked into.
pub fn run(shell: &Shell) -> Result<()> {
    trunk(shell)?;
    sizes::check(&shell.current_dir().join(DIST))
}

fn trunk(shell: &Shell) -> Result<()> {
    // The compiler's own errors say what is wrong; a trace through trunk does not.
    let mut trunk = cmd!(shell, "trunk build --release").env_remove("RUST_BACKTRACE");
    if env::var_os("NO_COLOR").is_some() {
        // By convention any value counts; trunk accepts only these words.
        trunk = trunk.env("NO_COLOR", "true");
    }
    trunk.run().context("the page does not build")
}

/// Builds the page unless that was done after the last change of its sources.
pub fn run_if_stale(shell: &Shell) -> Result<()> {
    let root = shell.current_dir();
    // Only a release is compressed, and that comes last.
    let built = root.join(DIST).join("index.html.br").metadata();
    let built = built.and_then(|file| file.modified()).ok();
    if built.is_some() && built > last_change(&root) {
        println!("The page in {DIST}/ is up to date.");
        return Ok(());
    }
    trunk(shell)
}

/// When a source was last changed. A folder changes when a file is added to it or removed.
fn last_change(root: &Path) -> Option<SystemTime> {
    SOURCES
        .iter()
        .flat_map(|source| WalkDir::new(root.join(source)))
        .flatten()
        .filter_map(|entry| entry.metadata().ok()?.modified().ok())
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for source in SOURCES {
            assert!(root.join(source).exists(), "{source}");
        }
    }
}

//! `cargo xtask reproduce`: the same sources make the same page, byte for byte, in another folder. Builds a copy of the checkout with
//! nothing that was compiled before, and compares the two.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::{build, files};

/// How many files that differ are named.
const NAMED: usize = 10;

/// Builds the page here, unless it is up to date, and from a copy elsewhere.
///
/// # Errors
/// One of the two does not build, or they differ.
pub fn run(shell: &Shell) -> Result<()> {
    build::run_if_stale(shell)?;
    let root = shell.current_dir();
    let temporary = shell.create_temp_dir()?;
    let copy = temporary.path().join("elsewhere/whichside");
    copy_sources(shell, &root, &copy)?;
    println!("Building the page once more, in {}…", copy.display());
    {
        let _there = shell.push_dir(&copy);
        let target = copy.join("target");
        let build = cmd!(shell, "cargo xtask build").env("CARGO_TARGET_DIR", target);
        build.run().context("the copy does not build")?;
    }
    let count = compare(&root.join(build::DIST), &copy.join(build::DIST))?;
    println!("All {count} files of the page are the same.");
    Ok(())
}

/// Copies what git knows, as it stands in the folder, and what is new.
fn copy_sources(shell: &Shell, from: &Path, to: &Path) -> Result<()> {
    let listed = cmd!(
        shell,
        "git ls-files -z --cached --others --exclude-standard"
    );
    let listed = listed.quiet().read().context("git lists the sources")?;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        // One that was deleted, and not committed so.
        if from.join(name).is_file() {
            files::write(&to.join(name), files::read(&from.join(name))?)?;
        }
    }
    Ok(())
}

/// How many files are the same in both folders.
///
/// # Errors
/// Some are not, or are only in one.
fn compare(one: &Path, other: &Path) -> Result<usize> {
    let names = files::list(one)?;
    ensure!(!names.is_empty(), "there is nothing in {}", one.display());
    ensure!(
        names == files::list(other)?,
        "the two builds have other files"
    );
    let mut differ = Vec::new();
    for name in &names {
        if fs::read(one.join(name))? != fs::read(other.join(name))? {
            differ.push(name.as_str());
        }
    }
    if !differ.is_empty() {
        let count = differ.len();
        differ.truncate(NAMED);
        bail!(
            "{count} of {} files are others elsewhere: {}",
            names.len(),
            differ.join(", ")
        );
    }
    Ok(names.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_or_a_file_that_differs_is_found() {
        let folder = std::env::temp_dir().join(format!("xtask-reproduce-{}", std::process::id()));
        let (one, other) = (folder.join("one"), folder.join("other"));
        for dist in [&one, &other] {
            files::write(&dist.join("a/index.html"), "page").unwrap();
        }
        assert_eq!(compare(&one, &other).unwrap(), 1);
        files::write(&other.join("a/index.html"), "pages").unwrap();
        let error = compare(&one, &other).unwrap_err().to_string();
        assert!(error.contains("a/index.html"), "{error}");
        files::write(&one.join("more"), "").unwrap();
        assert!(compare(&one, &other).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}

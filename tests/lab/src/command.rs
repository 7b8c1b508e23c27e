//! Running the small system programs the world is made with, with errors that say which and why.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs `program` with the words of `line` and waits for it.
///
/// # Errors
/// The program is missing, or fails: with what it wrote to its error output.
pub fn run(program: &str, line: &str) -> Result<()> {
    let words: Vec<&str> = line.split_whitespace().collect();
    run_words(program, &words)
}

/// As [`run`], for arguments that hold spaces.
///
/// # Errors
/// As [`run`].
pub fn run_words(program: &str, words: &[&str]) -> Result<()> {
    let done = Command::new(program)
        .args(words)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{program} cannot be started: is it installed?"))?;
    if !done.status.success() {
        bail!(
            "`{program} {}` failed ({}): {}",
            words.join(" "),
            done.status,
            String::from_utf8_lossy(&done.stderr).trim()
        );
    }
    Ok(())
}

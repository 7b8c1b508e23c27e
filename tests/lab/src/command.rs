//! Running the small system programs a world is made with, with errors that say which and why.

use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// Runs `program` with the words of `line` and waits for it.
///
/// # Errors
/// The program is missing, or fails: with what it wrote to its error output.
pub fn run(program: &str, line: &str) -> Result<()> {
    let words: Vec<&str> = line.split_whitespace().collect();
    run_words(program, &words).map(drop)
}

/// As [`run`], for arguments that hold spaces, and hands back what it said.
///
/// # Errors
/// As [`run`].
pub fn run_words(program: &str, words: &[&str]) -> Result<Output> {
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
    Ok(done)
}

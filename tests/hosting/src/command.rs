//! Running the small system programs that the test stands on, with errors that say which and why.

use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// Runs `program` with these words, waits for it, and hands back what it said.
///
/// # Errors
/// The program is missing, or fails: with what it wrote to its error output.
pub fn run(program: &str, words: &[&str]) -> Result<Output> {
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

//! Running system programs: short ones to their end, with errors that say which and why, and servers in the background.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::wait::until;

/// Runs `program` with the words of `line` and waits for it.
///
/// # Errors
/// The program is missing, or fails: with what it wrote to its error output.
pub fn run(program: &str, line: &str) -> Result<()> {
    let words: Vec<&str> = line.split_whitespace().collect();
    run_words(program, &words).map(drop)
}

/// As [`run`], for arguments that hold spaces, and returns its output.
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

/// A program that runs in the background, and is killed when this value is dropped.
pub struct Background {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Background {
    /// Starts it; what it writes goes to the file `log`.
    ///
    /// # Errors
    /// It is not installed, or the file cannot be created.
    pub fn start(command: &mut Command, log: &Path) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let file = File::create(log).with_context(|| log.display().to_string())?;
        let child = command
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .spawn()
            .with_context(|| format!("{name} cannot be started: is it installed?"))?;
        Ok(Self {
            name,
            child,
            log: log.to_owned(),
        })
    }

    /// Kills it, if it has not ended by itself.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Waits until `ready` gives something.
    ///
    /// # Errors
    /// The program ends before, or nothing comes: with its output.
    pub fn wait_for<T>(&mut self, ready: impl Fn() -> Option<T>) -> Result<T> {
        let expected = format!("{}, ready for work", self.name);
        until(&expected, || {
            if let Some(found) = ready() {
                return Ok(Ok(found));
            }
            let output = fs::read_to_string(&self.log).unwrap_or_default();
            if let Some(status) = self.child.try_wait()? {
                bail!("{} has ended ({status}): {}", self.name, output.trim());
            }
            Ok(Err(output))
        })
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy)?;
        } else {
            fs::copy(&path, copy).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

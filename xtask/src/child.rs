//! Starts other programs: without the traces of the cargo that started us, and with errors that name the program.
//!
//! What to start, and what its output means, is decided elsewhere.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};

/// What cargo and rustup tell the programs they run. A second cargo would take it for its own settings.
const INHERITED: [&str; 10] = [
    "CARGO",
    "RUSTC",
    "RUSTDOC",
    "OUT_DIR",
    "RUST_RECURSION_COUNT",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "CARGO_PRIMARY_PACKAGE",
];

/// A command that does not know it was started from inside cargo.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if INHERITED.contains(&text.as_ref())
            || text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs it in front of the reader's eyes; an error names the program, its arguments and how it ended.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Like [`run`], but ends it after `limit`.
pub fn run_within(limit: Duration, command: &mut Command) -> Result<()> {
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    let deadline = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            if status.success() {
                return Ok(());
            }
            bail!("`{}` failed ({status})", shown(command));
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            bail!(
                "`{}` was not done after {} s",
                shown(command),
                limit.as_secs()
            );
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Runs it in front of the reader's eyes, and hands each line of its standard output to `see` as well.
pub fn run_seeing(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    let output = child
        .stdout
        .take()
        .ok_or_else(|| anyhow!("`{}` has no standard output", shown(command)))?;
    let mut screen = std::io::stdout();
    for line in BufReader::new(output).lines() {
        let line = line?;
        writeln!(screen, "{line}")?;
        see(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs it silently; what it printed, if it could be started and succeeded.
pub fn said(command: &mut Command) -> Option<String> {
    let Output { status, stdout, .. } = command.stdin(Stdio::null()).output().ok()?;
    status
        .success()
        .then(|| String::from_utf8_lossy(&stdout).trim().to_owned())
}

/// Where a program of this name is found, looking also where Debian keeps those for administrators.
pub fn find(program: &str) -> Option<PathBuf> {
    folders()
        .into_iter()
        .map(|folder| folder.join(program))
        .find(|file| is_program(file))
}

/// Where some version of a program is found whose name ends with it, as in `php-fpm8.2`.
pub fn find_version(program: &str) -> Option<PathBuf> {
    let is_version = |name: &str| {
        name.strip_prefix(program).is_some_and(|version| {
            !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
    };
    folders()
        .into_iter()
        .filter_map(|folder| folder.read_dir().ok())
        .flatten()
        .flatten()
        .find(|entry| entry.file_name().to_str().is_some_and(is_version))
        .map(|entry| entry.path())
        .filter(|file| is_program(file))
}

/// The folders that programs are looked for in.
fn folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin"), PathBuf::from("/sbin")])
        .collect()
}

/// Whether it is a file that may be executed.
pub fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata()
            .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_arguments() {
        let error = run(Command::new("false").arg("--really")).unwrap_err();
        assert!(error.to_string().starts_with("`false --really` failed"));
    }

    #[test]
    fn a_program_that_hangs_is_ended() {
        let started = Instant::now();
        let error =
            run_within(Duration::from_millis(200), Command::new("sleep").arg("30")).unwrap_err();
        assert!(error.to_string().contains("was not done"));
        assert!(started.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn lines_are_seen_as_they_come() {
        let mut lines = Vec::new();
        run_seeing(Command::new("printf").arg("one\ntwo\n"), |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        assert_eq!(lines, ["one", "two"]);
    }
}

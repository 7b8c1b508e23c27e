//! Namespaces: what makes a test invisible to the machine and gone without a trace when it ends.
//!
//! Each test runs in network, mount and process namespaces of its own, so several run side by side with the same names, ports
//! and displays. The kernel takes everything down with the first process of the test, however this program ends: nothing is
//! left to clean up. Needs root, or a kernel that lets anybody have a user namespace.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use nix::sched::{CloneFlags, setns};

use crate::command::run;

/// The name, inside a test's mount namespace, of the network namespace that holds the browser.
pub const VISITOR_NAMESPACE: &str = "usr";

/// A command that runs `program` in fresh namespaces and dies with the thread that starts it.
fn command(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "unshare"]);
    if !nix::unistd::geteuid().is_root() {
        command.args(["--user", "--map-root-user"]);
    }
    command
        .args(["--net", "--mount", "--pid", "--fork", "--kill-child"])
        .args(["--mount-proc", "--"])
        .arg(program)
        .stdin(Stdio::null());
    command
}

/// Makes sure that this machine grants namespaces.
///
/// # Errors
/// It does not: with the ways round.
pub fn check() -> Result<()> {
    let tried = command("true".as_ref())
        .output()
        .context("setpriv cannot be started: install util-linux")?;
    if !tried.status.success() {
        bail!(
            "the lab needs namespaces, and this machine gives none ({}). Run as root, or allow user \
             namespaces, or run the tests without it: --without-lab",
            String::from_utf8_lossy(&tried.stderr).trim()
        );
    }
    Ok(())
}

/// A command that starts this program again, in fresh namespaces.
///
/// # Errors
/// This program's own file is gone.
pub fn this_program() -> Result<Command> {
    let file = std::env::current_exe().context("this program's own file is gone")?;
    Ok(command(&file))
}

/// Runs such a command to its end and returns its standard output.
///
/// # Errors
/// It fails: with what it wrote to its error output.
pub fn output_of(command: &mut Command) -> Result<Vec<u8>> {
    let done = command
        .output()
        .context("setpriv cannot be started: install util-linux")?;
    if !done.status.success() {
        bail!("{}", String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(done.stdout)
}

/// Makes sure that this process is the first one of its namespaces, and mounts folders of its own where programs leave files.
///
/// # Errors
/// It is not, or nothing can be mounted.
pub fn enter() -> Result<()> {
    if std::process::id() != 1 {
        bail!("--inside is for this program's own use, in namespaces it has made");
    }
    run("mount", "-t tmpfs -o mode=0755 test /run")?;
    // Browsers leave files in shared memory.
    run("mount", "-t tmpfs -o mode=1777 test /dev/shm")
}

/// Replaces a file of the machine, for this test's processes only, by one with this text. `folder` keeps the text.
///
/// # Errors
/// It cannot be written or mounted.
pub fn replace_file(file: &Path, text: &str, folder: &Path) -> Result<()> {
    let name = file.file_name().context("a file has a name")?;
    let own = folder.join(name);
    fs::write(&own, text).with_context(|| own.display().to_string())?;
    if !file.exists() {
        return Ok(());
    }
    mount_over(&own, file)
}

/// Mounts `own` over a file of the machine, for this test's processes only.
///
/// # Errors
/// It cannot be mounted.
pub fn mount_over(own: &Path, file: &Path) -> Result<()> {
    run(
        "mount",
        &format!("--bind {} {}", own.display(), file.display()),
    )
}

/// Runs `work` on a thread in the visitor's network namespace; what it starts runs there too.
///
/// # Errors
/// The namespace cannot be entered, or `work` fails.
pub fn in_visitor_network<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    inside(&format!("/run/netns/{VISITOR_NAMESPACE}"), work)
}

/// The same in the network namespace of the test's first process, for work asked for in the visitor's.
///
/// # Errors
/// As [`in_visitor_network`].
pub fn in_wan<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    inside("/proc/1/ns/net", work)
}

fn inside<T: Send>(path: &str, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    thread::scope(|scope| {
        scope
            .spawn(|| {
                let namespace = File::open(path).with_context(|| path.to_owned())?;
                setns(namespace, CloneFlags::CLONE_NEWNET)
                    .with_context(|| format!("{path} cannot be entered"))?;
                work()
            })
            .join()
            .map_err(|_| anyhow!("the thread in {path} panicked"))?
    })
}

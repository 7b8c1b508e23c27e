//! Namespaces: what makes a lab invisible to the machine and gone without a trace when it ends.
//!
//! Each lab runs in network, mount and process namespaces of its own, so several stand side by side and
//! names never clash. The kernel takes everything down with the lab's first process, however this
//! program ends: nothing is left to clean up. Needs root, or a kernel that lets anybody have a user
//! namespace.

use std::fs::File;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use nix::sched::{CloneFlags, setns};

/// The name, inside a lab's own mount namespace, of the network namespace that holds the browser.
pub const VISITORS: &str = "usr";

/// A command that runs `program` in fresh namespaces and dies with the thread that starts it.
pub fn command(program: &std::path::Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "unshare"]);
    if !nix::unistd::geteuid().is_root() {
        command.args(["--user", "--map-root-user"]);
    }
    command
        .args(["--net", "--mount", "--pid", "--fork", "--kill-child"])
        .args(["--mount-proc", "--"])
        .arg(program);
    command
}

/// Makes sure that namespaces can be had here.
///
/// # Errors
/// They cannot: with the ways round.
pub fn check() -> Result<()> {
    let tried = command("true".as_ref())
        .stdin(Stdio::null())
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

/// Runs `work` on a thread that lives in the visitor's network namespace; what it starts lives there too.
///
/// # Errors
/// The namespace cannot be entered, or `work` fails.
pub fn at_the_visitors<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    inside(&format!("/run/netns/{VISITORS}"), work)
}

/// The same outside, where the lab's first process lives, for work that is asked for at the visitor's.
///
/// # Errors
/// As [`at_the_visitors`].
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

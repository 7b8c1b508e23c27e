//! Namespaces: servers and browsers have a network, a list of names and processes of their own, and the kernel takes all of
//! it down with the first process, however it ends.

use std::path::Path;
use std::process::Command;

/// A command that runs `program` in fresh namespaces and dies with the thread that starts it. Needs root, or a kernel that
/// lets anybody have a user namespace.
pub fn command(program: &Path) -> Command {
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

//! Those who embed the widget: their names and addresses. Their files lie as they are in `hosts/`; nginx serves a copy, so
//! that a scenario may have an owner change their page or their headers.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use whichside_harness::command::copy_folder;
use whichside_lab::extra_host::ExtraHost;
use whichside_lab::world::World;

/// The shop's status page, below the shop's own name.
pub const STATUS: &str = "status.shop.example";
/// A forum below the shop’s name, without any policy: what may happen to a page that may have the check run inside.
pub const FORUM: &str = "forum.shop.example";
/// A help centre that is nothing of the shop's.
pub const HELP: &str = "help.other.example";
/// Somebody hostile.
pub const EVIL: &str = "evil.example";
/// Where the shop itself has a page that works.
pub const HELP_PATH: &str = "/help";
/// Pages that lie on each of these hosts.
const SHARED: &str = "everywhere";

/// Everybody who is not of the lab itself.
pub fn extra_hosts() -> Vec<ExtraHost> {
    [(STATUS, 60), (FORUM, 61), (HELP, 62), (EVIL, 63)]
        .map(|(name, last)| ExtraHost {
            name: name.to_owned(),
            address: Ipv4Addr::new(198, 51, 100, last),
            folder: folder().join(name),
        })
        .into()
}

/// Lays out the pages that lie on each host, and the shop's own.
///
/// # Errors
/// They cannot be copied.
pub fn lay_out(world: &World) -> Result<()> {
    for name in [STATUS, FORUM, HELP, EVIL] {
        let site = world.extra_host_folder(name).join("site");
        copy_folder(&folder().join(SHARED), &site)?;
    }
    let help = world.target_files().join(HELP_PATH.trim_start_matches('/'));
    copy_folder(&folder().join(SHARED), &help)
}

/// Writes a file of a host's site.
///
/// # Errors
/// It cannot be written.
pub fn write(world: &World, host: &str, name: &str, text: &[u8]) -> Result<PathBuf> {
    let path = world.extra_host_folder(host).join("site").join(name);
    fs::write(&path, text).with_context(|| path.display().to_string())?;
    Ok(path)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts")
}

//! A further host of the lab's internet, beside those that every world has: a status page, a help centre, somebody hostile.
//! It has a name, an address and a certificate; what it serves is its owner's affair, and lies in a folder.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A host that a world has because its builder asks for it. It answers http and https alike.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Its name, in lower case.
    pub name: String,
    /// Its only address: one that [`crate::addresses`] leaves free.
    pub address: Ipv4Addr,
    /// What it is: its files in `site`, and in `nginx.conf` what else stands in its `server` block. The world has a copy,
    /// which may be changed.
    pub folder: PathBuf,
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// A file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let path = entry?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

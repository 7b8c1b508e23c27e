//! A further host of the lab's internet, beside those that every world has: a status page, a help centre, somebody hostile.
//! It has a name, an address and a certificate; what it serves is its owner's affair, and lies in a folder.

use std::net::Ipv4Addr;
use std::path::PathBuf;

/// A host that a world has because its builder asks for it. It answers http and https alike.
#[derive(Debug, Clone)]
pub struct ExtraHost {
    /// Its name, in lower case.
    pub name: String,
    /// Its only address: one that [`crate::addresses`] leaves free.
    pub address: Ipv4Addr,
    /// What it is: its files in `site`, and in `nginx.conf` what else stands in its `server` block. The world has a copy,
    /// which may be changed.
    pub folder: PathBuf,
}

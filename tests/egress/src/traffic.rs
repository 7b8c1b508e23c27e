//! What was seen of one check: on the visitor's link, in the servers' logs, in the browser's stores.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::contract::Store;

/// All that was seen.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Traffic {
    /// What went to and came from each peer, by its name, or its address where it has none.
    pub peers: BTreeMap<String, Exchanged>,
    /// Names that the device's own resolver was asked for.
    pub looked_up: BTreeSet<String>,
    /// The visitor's HTTP requests, as the servers logged them.
    pub requests: Vec<Request>,
    /// What the page has kept.
    pub kept: BTreeSet<Entry>,
    /// What the visitor typed and nobody else may keep, with the files of the profile that hold it.
    pub found_in_profile: BTreeMap<String, Vec<String>>,
    /// Peers that still sent when the check had been done for a while.
    pub still_sending: BTreeSet<String>,
}

/// What one peer was sent, and sent.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchanged {
    /// TCP packets to it.
    pub tcp: usize,
    /// UDP packets to it.
    pub udp: usize,
    /// Packets to it of any other kind.
    pub other: usize,
    /// Bytes of IP that came from it.
    pub received: u64,
}

/// An HTTP request, as the server logged it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Who asked, by address.
    pub from: String,
    /// The host that was asked.
    pub host: String,
    /// The whole request line; something else where no HTTP was spoken.
    pub line: String,
    /// The status of the answer.
    pub status: u16,
    /// The header `Origin`; empty: none.
    pub origin: String,
    /// The header `Referer`.
    pub referer: String,
    /// The header `Cookie`.
    pub cookie: String,
    /// The header `Authorization`.
    pub authorization: String,
    /// Bytes of the answer's body.
    pub sent: u64,
    /// The request's body, where the server has read it.
    pub body: String,
}

impl Request {
    /// Its method and address; `None` where no HTTP was spoken.
    #[must_use]
    pub fn http(&self) -> Option<(&str, &str)> {
        let mut words = self.line.split(' ');
        let (method, uri, protocol) = (words.next()?, words.next()?, words.next()?);
        protocol.starts_with("HTTP/").then_some((method, uri))
    }
}

/// A key under which the page has kept something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// Where.
    pub store: Store,
    /// The key.
    pub key: String,
}

/// The host of an address, with or without its scheme, without a port.
#[must_use]
pub fn host_of(address: &str) -> &str {
    let rest = address.split_once("//").map_or(address, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

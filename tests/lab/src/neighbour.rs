//! A further host of the lab's internet, beside those that every world has: a status page, a help centre, somebody hostile.
//! It has a name, an address, a certificate and nginx in front of its files; what it serves is its owner's affair.

use std::net::Ipv4Addr;

/// A host that a world has because its builder asks for it. It answers http and https alike.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Its name, in lower case.
    pub name: String,
    /// Its only address: one that [`crate::addresses`] leaves free.
    pub address: Ipv4Addr,
    /// What stands in nginx's `server` block for it, after name and certificate.
    pub directives: String,
}

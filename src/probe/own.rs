//! What probes are tried on before they are believed: the page's own origin, and a name that does not exist.

use gloo_utils::{document, window};
use web_sys::Url;
use whichside_diagnosis::address;

/// A name that never exists (RFC 2606): asking there is a network failure without a packet to anybody but the resolver.
pub(super) const UNRESOLVABLE_URL: &str = "https://whichside.invalid/";

/// A resolver that is dead must not hold up what is tried with it.
pub(super) const TEST_CAP_MS: u32 = 1_000;

/// A URL relative to the page, made complete; a complete one stays.
pub(super) fn absolute(url: &str) -> Option<String> {
    let base = document().base_uri().ok()??;
    Some(Url::new_with_base(url, &base).ok()?.href())
}

/// Host and port of the page's own server, if it speaks TLS under a public name; a server on this device, say, does not.
pub(super) fn secure_server() -> Option<(String, u16)> {
    let location = window().location();
    let host = location.hostname().ok()?;
    if location.protocol().ok()? != "https:" || host == "localhost" || address::is_address(&host) {
        return None;
    }
    let port = location.port().ok()?;
    Some((host, port.parse().unwrap_or(443)))
}

//! The page's own origin, which probes are tried on before they are believed, and what was learned of this browser.

use std::cell::Cell;
use std::thread::LocalKey;

use web_sys::{Url, window};
use whichside_diagnosis::address;

/// A name that is promised never to exist: asking there is a network failure without a packet to anybody but the resolver.
pub(super) const NOBODY: &str = "https://whichside.invalid/";

/// A resolver that is dead must not hold up what is tried with it.
pub(super) const TEST_CAP_MS: i32 = 1_000;

thread_local! {
    /// The commit oracle tells a page from a missing one here.
    pub(super) static ORACLE_IS_SOUND: Cell<bool> = const { Cell::new(false) };
    /// An event source knows a network failure from an answer here.
    pub(super) static EVENTS_TELL: Cell<bool> = const { Cell::new(false) };
    /// A fetch that reached nobody took no time by the browser's account.
    pub(super) static TIMES_TELL: Cell<bool> = const { Cell::new(false) };
    /// ICE gathering shows a TCP connection here.
    pub(super) static ICE_TELLS: Cell<bool> = const { Cell::new(false) };
}

/// What is known of this browser, asked only until it is known to hold: a test that fails may have met a bad network,
/// and is tried again at the next check.
pub(super) async fn known(
    fact: &'static LocalKey<Cell<bool>>,
    test: impl Future<Output = bool>,
) -> bool {
    if !fact.get() && test.await {
        fact.set(true);
    }
    fact.get()
}

/// A URL relative to the page, made complete; a complete one stays.
pub(super) fn absolute(url: &str) -> Option<String> {
    let base = window()?.document()?.base_uri().ok()??;
    Some(Url::new_with_base(url, &base).ok()?.href())
}

/// Host and port of the page's own server, if it speaks TLS under a public name; a server on this device, say, does not.
pub(super) fn secure_server() -> Option<(String, u16)> {
    let location = window()?.location();
    let host = location.hostname().ok()?;
    if location.protocol().ok()? != "https:" || host == "localhost" || address::is_address(&host) {
        return None;
    }
    let port = location.port().ok()?;
    Some((host, port.parse().unwrap_or(443)))
}

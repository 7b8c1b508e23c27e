//! How far a rejected fetch got in Firefox, where ICE shows only names that have no address.
//!
//! By its Resource Timing a fetch that reached no server took no time at all, one that was sent and then refused took some.
//! A WebSocket to the same port closes with a code of its own where TLS fails. No HTTP request is made where none was before.

use futures::channel::oneshot;
use futures::future::join;
use gloo_events::EventListener;
use gloo_utils::window;
use wasm_bindgen::JsCast;
use web_sys::{CloseEvent, PerformanceEntry, WebSocket};
use whichside_diagnosis::Outcome;
use whichside_diagnosis::observation::Ice;

use super::facts::{RESOURCE_TIMING_WORKS, run_once_until_true};
use super::fetch;
use super::own::{TEST_CAP_MS, UNRESOLVABLE_URL};
use super::wait::within;

/// "TLS handshake" in RFC 6455.
const TLS_FAILED: u16 = 1015;

/// Three round trips of a bad link fit in this.
const CAP_MS: u32 = 2_500;

/// What a name without address looks like.
pub(super) const NO_ADDRESS: Ice = Ice {
    name_fails: true,
    connects: false,
    secures: false,
    completes: true,
};

/// Whether this browser's Resource Timing tells a fetch that reached nobody.
pub(super) async fn supports_resource_timing() -> bool {
    run_once_until_true(&RESOURCE_TIMING_WORKS, async {
        within(TEST_CAP_MS, fetch::opaque(UNRESOLVABLE_URL)).await == Some(Outcome::Failed)
            && time_taken(UNRESOLVABLE_URL) == Some(0.0)
    })
    .await
}

/// How far the last fetch from there got; `name_fails` is known by other means. `None` where it cannot be told: refused,
/// reset, or blocked inside the browser.
pub(super) async fn classify_failure(
    host: &str,
    port: u16,
    name_fails: impl Future<Output = bool>,
) -> Option<Ice> {
    let origin = match port {
        443 => format!("https://{host}/"),
        _ => format!("https://{host}:{port}/"),
    };
    let connected = |secures| Ice {
        name_fails: false,
        connects: true,
        secures,
        completes: true,
    };
    if time_taken(&origin).is_some_and(|ms| ms > 0.0) {
        return Some(connected(true));
    }
    let (name_fails, code) = join(name_fails, close_code(host, port)).await;
    if name_fails {
        return Some(NO_ADDRESS);
    }
    (code == Some(TLS_FAILED)).then(|| connected(false))
}

/// Drops older entries: the browser keeps so many and then no more, and those of what is asked now are wanted.
pub(super) fn clear_timings() {
    if let Some(performance) = window().performance() {
        performance.clear_resource_timings();
    }
}

/// Milliseconds that the last request to an address that starts so took.
fn time_taken(start: &str) -> Option<f64> {
    window()
        .performance()?
        .get_entries_by_type("resource")
        .iter()
        .filter_map(|entry| entry.dyn_into::<PerformanceEntry>().ok())
        .rfind(|entry| entry.name().starts_with(start))
        .map(|entry| entry.duration())
}

/// With which code a WebSocket there closes.
async fn close_code(host: &str, port: u16) -> Option<u16> {
    let socket = CloseOnDrop(WebSocket::new(&format!("wss://{host}:{port}/")).ok()?);
    let (sender, closed) = oneshot::channel();
    let _listener = EventListener::once(&socket.0, "close", move |event| {
        let code = event.dyn_ref::<CloseEvent>().map(CloseEvent::code);
        // Nobody waits any more after the limit.
        let _ = sender.send(code);
    });
    within(CAP_MS, closed).await?.ok()?
}

/// A WebSocket, closed when dropped.
struct CloseOnDrop(WebSocket);

impl Drop for CloseOnDrop {
    fn drop(&mut self) {
        // One that never opened has nothing to close.
        let _ = self.0.close();
    }
}

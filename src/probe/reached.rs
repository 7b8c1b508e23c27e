//! How far a rejected fetch got in Firefox, where ICE shows only names that have no address.
//!
//! By its Resource Timing a fetch that reached no server took no time at all, one that was sent and then refused took some.
//! A WebSocket to the same port closes with a code of its own where TLS fails. No HTTP request is made where none was before.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Performance, WebSocket, window};
use whichside_diagnosis::Outcome;
use whichside_diagnosis::observation::Ice;

use super::fetch;
use super::ice::NO_NAME;
use super::own::{self, NOBODY, TIMES_TELL};
use super::wait::{Bell, Listener, both};

/// "TLS handshake" in RFC 6455.
const TLS_FAILED: f64 = 1015.0;

/// Three round trips of a bad link fit in this.
const CAP_MS: i32 = 2_500;

/// How far the last fetch from there got; `name_fails` is known by other means. `None` where it cannot be told: refused,
/// reset, or blocked inside the browser.
pub(super) async fn otherwise(
    host: &str,
    port: u16,
    name_fails: impl Future<Output = bool>,
) -> Option<Ice> {
    let tells = own::known(&TIMES_TELL, async {
        fetch::opaque(NOBODY).await == Outcome::Failed && time_taken(NOBODY) == Some(0.0)
    });
    let origin = match port {
        443 => format!("https://{host}/"),
        _ => format!("https://{host}:{port}/"),
    };
    let stood = |secures| Ice {
        name_fails: false,
        connects: true,
        secures,
        completes: true,
    };
    if time_taken(&origin).is_some_and(|ms| ms > 0.0) && tells.await {
        return Some(stood(true));
    }
    let (no_name, code) = both(name_fails, close_code(host, port)).await;
    if no_name {
        return Some(NO_NAME);
    }
    (code == Some(TLS_FAILED)).then(|| stood(false))
}

/// Milliseconds that the last request to an address that starts so took.
fn time_taken(start: &str) -> Option<f64> {
    let performance: Performance = window()?.performance()?;
    performance
        .get_entries_by_type("resource")
        .iter()
        .rfind(|entry| text(entry, "name").is_some_and(|name| name.starts_with(start)))
        .and_then(|entry| Reflect::get(&entry, &"duration".into()).ok()?.as_f64())
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &name.into()).ok()?.as_string()
}

/// With which code a WebSocket there closes.
async fn close_code(host: &str, port: u16) -> Option<f64> {
    let socket = Socket(WebSocket::new(&format!("wss://{host}:{port}/")).ok()?);
    let (code, bell) = (Rc::new(Cell::new(None)), Bell::default());
    let _listener = Listener::new(socket.0.unchecked_ref(), "close", {
        let (code, bell) = (Rc::clone(&code), bell.clone());
        move |event| {
            code.set(
                Reflect::get(&event, &"code".into())
                    .ok()
                    .and_then(|code| code.as_f64()),
            );
            bell.ring();
        }
    })
    .ok()?;
    bell.until(CAP_MS, || code.get().is_some()).await;
    code.get()
}

/// A WebSocket, closed when dropped.
struct Socket(WebSocket);

impl Drop for Socket {
    fn drop(&mut self) {
        // One that never opened has nothing to close.
        let _ = self.0.close();
    }
}

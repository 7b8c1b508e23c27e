//! A bare connection to the target's port, where nothing came back from it: whether the way is lost, or what is said on it.
//! One TURN gathering over TCP, which Chromium shows; no HTTP request is made. What it means is the library's.

use whichside_diagnosis::Outcome;
use whichside_diagnosis::observation::Ice;

use super::failure;
use super::ice::{CAP_MS, Connection, shows_tcp, try_connection};

/// Whether a connection stands. A server that hears no TLS on it answers or hangs up; either shows.
pub(super) async fn try_port(host: &str, port: u16) -> Outcome {
    // Firefox shows no connection.
    if failure::supports_resource_timing().await || !shows_tcp().await {
        return Outcome::Unavailable;
    }
    let Ok(connection) = try_connection(host, port, CAP_MS).await else {
        return Outcome::Unavailable;
    };
    let (connects, completes) = match connection {
        Connection::Stands => (true, true),
        Connection::Refused => (false, true),
        Connection::Pending => (false, false),
    };
    Outcome::Ice(Ice {
        name_fails: false,
        connects,
        secures: false,
        completes,
    })
}

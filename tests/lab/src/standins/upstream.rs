//! The applications behind the target's nginx: one that accepts and never answers, and a good one that
//! takes as long as it is told to.

use std::net::{Ipv4Addr, TcpListener};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Response, Server};

use crate::target_site::PAGE;

/// Where the silent application listens.
pub const SILENT_PORT: u16 = 8001;
/// Where the good application listens; the header `X-Delay` says how many seconds it takes.
pub const GOOD_PORT: u16 = 8002;

/// Starts both.
///
/// # Errors
/// A port is taken.
pub fn start() -> Result<()> {
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, SILENT_PORT))
        .with_context(|| format!("port {SILENT_PORT}"))?;
    thread::spawn(move || {
        // Kept, or they would be closed: that is another fault.
        let mut held = Vec::new();
        for connection in silent.incoming() {
            held.push(connection);
        }
    });
    let good = Server::http((Ipv4Addr::LOCALHOST, GOOD_PORT))
        .map_err(|error| anyhow!("port {GOOD_PORT}: {error}"))?;
    thread::spawn(move || {
        for request in good.incoming_requests() {
            thread::spawn(move || {
                let delay = super::header(&request, "X-Delay").parse().unwrap_or(0);
                thread::sleep(Duration::from_secs(delay));
                let mut page = Response::from_string(PAGE);
                if let Ok(header) = Header::from_bytes("content-type", "text/html") {
                    page.add_header(header);
                }
                // A visitor who has gone away is no error.
                let _ = request.respond(page);
            });
        }
    });
    Ok(())
}

//! Serves the built page on this machine, to look at it. What is answered is in `site`.

use std::{
    io::Cursor,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::Path,
    sync::Arc,
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Response, Server, StatusCode};

use crate::site::{Request, Site};

/// Browsers hold several connections open; a slow one must not keep the others waiting.
const THREADS: usize = 4;

/// Serves the page in `dist` until it is stopped.
pub fn run(listen: SocketAddr, dist: &Path) -> Result<()> {
    let (address, threads) = start(listen, dist)?;
    println!("\nWhichside is at http://{address}/  (Ctrl+C stops it)");
    for thread in threads {
        thread
            .join()
            .map_err(|_| anyhow!("the server stopped because of a mistake of its own"))?;
    }
    Ok(())
}

/// Serves the page in `dist` beside what this task does, for as long as it runs, and hands back where.
pub fn beside(dist: &Path) -> Result<SocketAddr> {
    let any_port = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
    start(any_port, dist).map(|(address, _)| address)
}

fn start(listen: SocketAddr, dist: &Path) -> Result<(SocketAddr, Vec<JoinHandle<()>>)> {
    let site = Arc::new(Site::load(dist)?);
    let server = match Server::http(listen) {
        Ok(server) => Arc::new(server),
        Err(error) => bail!(
            "cannot listen on {listen} ({error}): stop what uses that port, or choose another with --port"
        ),
    };
    let address = server
        .server_addr()
        .to_ip()
        .context("the server listens at no address")?;
    let threads = (0..THREADS)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    respond(request, &site);
                }
            })
        })
        .collect();
    Ok((address, threads))
}

fn respond(request: tiny_http::Request, site: &Site) {
    let header = |name: &'static str| {
        let found = request
            .headers()
            .iter()
            .find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned())
    };
    let (accept_encoding, if_none_match) = (header("Accept-Encoding"), header("If-None-Match"));
    let method = request.method().to_string();
    let target = request.url().to_owned();
    let answer = site.answer(&Request {
        method: &method,
        target: &target,
        accept_encoding: accept_encoding.as_deref(),
        if_none_match: if_none_match.as_deref(),
    });
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(*name, *value).ok())
        .collect();
    let response = Response::new(
        StatusCode(answer.status),
        headers,
        Cursor::new(answer.body),
        Some(answer.body.len()),
        None,
    )
    // Its length is known, whatever it is.
    .with_chunked_threshold(usize::MAX);
    // A visitor who left is no concern of the others.
    let _ = request.respond(response);
}

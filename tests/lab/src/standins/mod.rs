//! Stand-ins for the public services the page may call: one small HTTP server behind nginx, which routes
//! by host name. They answer in the services' real formats, by really resolving and really requesting.

mod doh;
mod globalping;
mod probes;
pub mod resolving;
mod trace;
pub mod upstream;
mod vantage;

use std::io::Cursor;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use serde_json::Value;
use tiny_http::{Header, Request, Response, Server};

use crate::broken::Services;
use globalping::Globalping;
pub use probes::everybody_in;

/// The port of the loopback where the stand-ins listen.
pub const PORT: u16 = 8000;

/// An answer of a stand-in.
pub struct HttpReply {
    status: u16,
    content_type: &'static str,
    body: String,
}

impl HttpReply {
    fn json(status: u16, body: &Value) -> Self {
        Self {
            status,
            content_type: "application/json; charset=utf-8",
            body: body.to_string(),
        }
    }
}

/// Starts every stand-in on threads of its own. To be called in `wan`.
///
/// # Errors
/// A port is taken.
pub fn start(authority: PathBuf, services: &Services) -> Result<()> {
    upstream::start()?;
    resolving::start_broken_name_server()?;
    let server = Server::http((Ipv4Addr::LOCALHOST, PORT))
        .map_err(|error| anyhow!("the stand-ins cannot listen on port {PORT}: {error}"))?;
    let globalping = Arc::new(Globalping::new(authority, services.globalping));
    let services = Arc::new(services.clone());
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let (globalping, services) = (Arc::clone(&globalping), Arc::clone(&services));
            thread::spawn(move || serve(request, &globalping, &services));
        }
    });
    Ok(())
}

fn serve(mut request: Request, globalping: &Arc<Globalping>, services: &Services) {
    let answer = answer(&mut request, globalping, services);
    let mut headers = vec![
        ("access-control-allow-origin", "*"),
        (
            "access-control-allow-headers",
            "authorization, content-type",
        ),
        ("access-control-allow-methods", "GET, HEAD, POST, OPTIONS"),
        ("cache-control", "no-store"),
    ];
    if !answer.content_type.is_empty() {
        headers.push(("content-type", answer.content_type));
    }
    let headers = headers
        .into_iter()
        .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
        .collect();
    let length = answer.body.len();
    // A visitor who has gone away is no error.
    let _ = request.respond(Response::new(
        answer.status.into(),
        headers,
        Cursor::new(answer.body.into_bytes()),
        Some(length),
        None,
    ));
}

fn answer(request: &mut Request, globalping: &Arc<Globalping>, services: &Services) -> HttpReply {
    let host = header(request, "Host");
    let visitor = header(request, "X-Real-IP");
    let accept = header(request, "Accept");
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let method = request.method().clone();
    if method == tiny_http::Method::Options {
        return HttpReply {
            status: 204,
            content_type: "",
            body: String::new(),
        };
    }
    match (host.as_str(), path) {
        ("www.cloudflare.com", "/cdn-cgi/trace") => trace::answer(&visitor, services.clock_ahead_s),
        ("cloudflare-dns.com", "/dns-query") => doh::cloudflare(query, &accept),
        ("dns.google", "/resolve") => doh::google(query, services.google_finds_nothing),
        ("api.globalping.io", "/v1/measurements") if method == tiny_http::Method::Post => {
            let mut body = String::new();
            match request.as_reader().read_to_string(&mut body) {
                Ok(_) => globalping.order(&body),
                Err(error) => globalping::invalid(&error.to_string()),
            }
        }
        ("api.globalping.io", _) => globalping.look_up(path),
        _ => HttpReply {
            status: 404,
            content_type: "text/plain",
            body: "Not DnsAnswer".to_owned(),
        },
    }
}

fn header(request: &Request, name: &str) -> String {
    request
        .headers()
        .iter()
        .find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name))
        .map(|header| header.value.as_str().to_owned())
        .unwrap_or_default()
}

/// The value of `key` in a query string, decoded.
fn parameter(query: &str, key: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| *name == key)
        .map(|(_, value)| decoded(value))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let number = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(number) = number {
            bytes.push(number);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_and_decoded() {
        assert_eq!(parameter("name=shop.example&type=A", "type").unwrap(), "A");
        assert_eq!(parameter("name=a%2eb%", "name").unwrap(), "a.b%");
        assert_eq!(parameter("name=a", "type"), None);
    }
}

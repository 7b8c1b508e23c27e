//! The applications behind the target's nginx: one that accepts and never answers, a good one that takes
//! as long as it is told to, and one that writes the very words it is given.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Response, Server};

use crate::broken::Written;
use crate::target_site::PAGE;

/// Where the silent application listens.
pub const SILENT_PORT: u16 = 8001;
/// Where the good application listens; the header `X-Delay` says how many seconds it takes.
pub const GOOD_PORT: u16 = 8002;
/// Where the writing application listens; the header `X-Words` names the file of its words.
pub const WRITING_PORT: u16 = 8003;
/// As long as no browser waits.
const FOR_EVER: Duration = Duration::from_secs(600);

/// Starts all three.
///
/// # Errors
/// A port is taken.
pub fn start() -> Result<()> {
    let silent = listen(SILENT_PORT)?;
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
    let writing = listen(WRITING_PORT)?;
    thread::spawn(move || {
        for connection in writing.incoming().flatten() {
            thread::spawn(move || {
                // nginx answers 502 for an application that breaks off, and its log says so.
                let _ = write_words(connection);
            });
        }
    });
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port}"))
}

fn write_words(mut connection: TcpStream) -> Result<()> {
    static FIRST_REQUEST: OnceLock<Instant> = OnceLock::new();
    let mut file = String::new();
    for line in BufReader::new(connection.try_clone()?).lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        if let Some(named) = line.strip_prefix("X-Words: ") {
            file = named.to_owned();
        }
    }
    let words: Written = serde_json::from_str(&fs::read_to_string(&file).context(file)?)?;
    let since_first = FIRST_REQUEST.get_or_init(Instant::now).elapsed();
    let over = words
        .only_first_s
        .is_some_and(|seconds| since_first >= Duration::from_secs(seconds));
    let text = if over {
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}")
    } else {
        let head = words.head.trim().replace('\n', "\r\n");
        let padding: String = (0..words.padding_kb)
            .map(|index| format!("\r\nX-Padding-{index}: {}", "x".repeat(1000)))
            .collect();
        format!("{head}{padding}\r\n\r\n{}", words.body)
    };
    connection.write_all(text.as_bytes())?;
    if words.then_endless && !over {
        // Some 16 MB a second: a fast line, and not all of this machine.
        loop {
            connection.write_all(&[b'.'; 64 * 1024])?;
            thread::sleep(Duration::from_millis(4));
        }
    }
    if words.then_hangs && !over {
        thread::sleep(FOR_EVER);
    }
    Ok(())
}

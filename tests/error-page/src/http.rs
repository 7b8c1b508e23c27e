//! A small HTTP/1.1 server on the loopback, which answers as it is told, and can be taken away and put back.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The method.
    pub method: String,
    /// The path with its query.
    pub path: String,
}

/// How it is answered.
pub enum Answer {
    /// With a status, headers and a body.
    With(u16, Vec<(&'static str, String)>, String),
    /// Not at all: the connection stays open until the server stops.
    Never,
    /// Not at all: the connection is closed.
    Closed,
}

/// Says how a request is answered.
pub type Rule = Arc<dyn Fn(&Asked) -> Answer + Send + Sync>;

/// A running server; it ends with this value.
pub struct Http {
    address: SocketAddr,
    ends: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<Asked>>>,
    thread: Option<JoinHandle<()>>,
}

impl Http {
    /// Starts it.
    ///
    /// # Errors
    /// The address is taken.
    pub fn start(address: &str, rule: Rule) -> Result<Self> {
        let listener = TcpListener::bind(address).with_context(|| address.to_owned())?;
        let (ends, asked) = (
            Arc::<AtomicBool>::default(),
            Arc::<Mutex<Vec<Asked>>>::default(),
        );
        let address = listener.local_addr()?;
        let thread = thread::spawn({
            let (ends, asked) = (Arc::clone(&ends), Arc::clone(&asked));
            move || {
                for stream in listener.incoming().flatten() {
                    if ends.load(Ordering::SeqCst) {
                        break;
                    }
                    let (ends, asked, rule) =
                        (Arc::clone(&ends), Arc::clone(&asked), Arc::clone(&rule));
                    thread::spawn(move || serve(&stream, &ends, &asked, &rule));
                }
            }
        });
        Ok(Self {
            address,
            ends,
            asked,
            thread: Some(thread),
        })
    }

    /// Everything that was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Http {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// One request a connection: nothing of a server that was taken away lives on in one that is kept.
fn serve(stream: &TcpStream, ends: &AtomicBool, asked: &Mutex<Vec<Asked>>, rule: &Rule) {
    let mut reader = BufReader::new(stream);
    let Some((request, length)) = read(&mut reader) else {
        return;
    };
    let mut body = vec![0; length];
    if reader.read_exact(&mut body).is_err() {
        return;
    }
    asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(request.clone());
    match rule(&request) {
        Answer::With(status, headers, body) => {
            let mut text = format!(
                "HTTP/1.1 {status} Said\r\nConnection: close\r\nContent-Length: {}\r\n",
                body.len()
            );
            for (name, value) in headers {
                text += &format!("{name}: {value}\r\n");
            }
            text += "\r\n";
            if request.method != "HEAD" {
                text += &body;
            }
            let mut stream = stream;
            let _ = stream.write_all(text.as_bytes());
        }
        Answer::Never => {
            // Until whoever asked, or the server, has had enough.
            while !ends.load(Ordering::SeqCst) {
                thread::sleep(std::time::Duration::from_millis(50));
            }
        }
        Answer::Closed => {}
    }
}

fn read(reader: &mut impl BufRead) -> Option<(Asked, usize)> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let asked = Asked {
        method: words.next()?.to_owned(),
        path: words.next()?.to_owned(),
    };
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim().split_once(':') else {
            return Some((asked, length));
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
    }
}

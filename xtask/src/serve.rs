//! Serves the built page on this machine, with the headers it is published with, to look at it.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Response, Server};

use crate::{files, headers};

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
    let server = Server::http(listen).map_err(|error| {
        anyhow!("cannot listen on {listen} ({error}): stop what uses that port, or choose another with --port")
    })?;
    let server = Arc::new(server);
    let address = server
        .server_addr()
        .to_ip()
        .context("the server listens at no address")?;
    let threads = (0..THREADS)
        .map(|_| {
            let (server, dist) = (Arc::clone(&server), dist.to_path_buf());
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    let accepts_brotli = request.headers().iter().any(|header| {
                        header.field.equiv("Accept-Encoding")
                            && header.value.as_str().contains("br")
                    });
                    let answer = answer(&dist, request.url(), accepts_brotli);
                    // A visitor who left is no concern of the others.
                    let _ = request.respond(answer.response());
                }
            })
        })
        .collect();
    Ok((address, threads))
}

/// What is sent back.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// The answer to a request for this path and query.
fn answer(dist: &Path, target: &str, accepts_brotli: bool) -> Answer {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut headers: Vec<(&str, String)> = headers::headers_of(path)
        .into_iter()
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    let Some((file, body)) = file(dist, path) else {
        // What is missing now may be there after the next build.
        headers.retain(|(name, _)| *name != "Cache-Control");
        headers.push(("Cache-Control", "no-cache".to_owned()));
        return Answer {
            status: 404,
            headers,
            body: b"There is nothing at this address.\n".to_vec(),
        };
    };
    let mime = mime_guess::from_path(&file).first_or_octet_stream();
    let charset = if mime.type_() == "text" {
        "; charset=utf-8"
    } else {
        ""
    };
    headers.push(("Content-Type", format!("{mime}{charset}")));
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    let compressed = files::read(&file.with_added_extension("br"));
    let body = match compressed {
        Ok(compressed) if accepts_brotli => {
            headers.push(("Content-Encoding", "br".to_owned()));
            compressed
        }
        Ok(_) | Err(_) => body,
    };
    Answer {
        status: 200,
        headers,
        body,
    }
}

/// The file at this path of the page; a folder's is its `index.html`.
fn file(dist: &Path, path: &str) -> Option<(PathBuf, Vec<u8>)> {
    let mut name = path.strip_prefix('/')?.to_owned();
    if name.is_empty() || name.ends_with('/') {
        name += "index.html";
    }
    if name.split('/').any(|part| part.is_empty() || part == "..") {
        return None;
    }
    let file = dist.join(name);
    let body = files::read(&file).ok()?;
    Some((file, body))
}

impl Answer {
    fn response(self) -> Response<std::io::Cursor<Vec<u8>>> {
        let headers = self.headers.into_iter();
        headers
            .filter_map(|(name, value)| Header::from_bytes(name, value).ok())
            .fold(Response::from_data(self.body), Response::with_header)
            .with_status_code(self.status)
            // Its length is known, whatever it is.
            .with_chunked_threshold(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn with_page(test: impl FnOnce(&Path)) {
        let name = thread::current()
            .name()
            .unwrap_or_default()
            .replace(':', "-");
        let dist = std::env::temp_dir().join(format!("xtask-serve-{}-{name}", std::process::id()));
        for (name, text) in [
            ("index.html", "<!doctype html>"),
            ("index.html.br", "smaller"),
            ("guide/index.html", "<!doctype html>"),
            ("alive.txt", "alive"),
            ("embed.js", "(() => {})();"),
            ("widget/index.html", "<!doctype html>"),
            ("manifest.webmanifest", "{}"),
            ("whichside-0123456789abcdef_bg.wasm", "\0asm"),
        ] {
            files::write(&dist.join(name), text).unwrap();
        }
        test(&dist);
        fs::remove_dir_all(dist).unwrap();
    }

    impl Answer {
        fn header(&self, name: &str) -> Option<&str> {
            let found = self.headers.iter().find(|(each, _)| *each == name);
            found.map(|(_, value)| value.as_str())
        }
    }

    #[test]
    fn each_kind_of_file_has_its_type_and_its_life_in_caches() {
        with_page(|dist| {
            for (target, mime, cache) in [
                ("/", "text/html; charset=utf-8", "no-cache"),
                ("/index.html?url=x", "text/html; charset=utf-8", "no-cache"),
                ("/guide/", "text/html; charset=utf-8", "no-cache"),
                ("/alive.txt", "text/plain; charset=utf-8", "no-store"),
                ("/embed.js?1", "text/javascript; charset=utf-8", "no-cache"),
                (
                    "/manifest.webmanifest",
                    "application/manifest+json",
                    "no-cache",
                ),
                (
                    "/whichside-0123456789abcdef_bg.wasm",
                    "application/wasm",
                    "public, max-age=31536000, immutable",
                ),
            ] {
                let answer = answer(dist, target, false);
                assert_eq!(answer.status, 200, "{target}");
                assert_eq!(answer.header("Content-Type"), Some(mime), "{target}");
                assert_eq!(answer.header("Cache-Control"), Some(cache), "{target}");
            }
        });
    }

    #[test]
    fn the_policy_goes_with_every_answer_and_the_loader_alone_is_shared_with_other_origins() {
        with_page(|dist| {
            for target in [
                "/",
                "/missing",
                "/oracle/missing.html",
                "/widget/?from=here",
            ] {
                let answer = answer(dist, target, false);
                let policy = answer.header("Content-Security-Policy").unwrap();
                assert_eq!(
                    policy.contains("frame-ancestors"),
                    !target.starts_with("/widget/"),
                    "{target}"
                );
                assert_eq!(
                    answer.header("Access-Control-Allow-Origin"),
                    None,
                    "{target}"
                );
            }
            let loader = answer(dist, "/embed.js", false);
            assert_eq!(loader.header("Access-Control-Allow-Origin"), Some("*"));
        });
    }

    #[test]
    fn what_is_not_a_file_of_the_page_is_missing_and_not_for_ever() {
        with_page(|dist| {
            for target in [
                "/oracle/missing.html",
                "/whichside-0000000000000000.js",
                "/missing/",
                "/../Cargo.toml",
                "//",
                "*",
                "",
            ] {
                let answer = answer(dist, target, false);
                assert_eq!(answer.status, 404, "{target}");
                assert_eq!(answer.header("Cache-Control"), Some("no-cache"), "{target}");
            }
        });
    }

    #[test]
    fn what_is_compressed_is_sent_to_whom_accepts_it() {
        with_page(|dist| {
            let sent = |accepts| answer(dist, "/", accepts);
            assert_eq!(sent(true).header("Content-Encoding"), Some("br"));
            assert_eq!(sent(true).body, b"smaller");
            assert_eq!(sent(false).body, b"<!doctype html>");
        });
    }
}

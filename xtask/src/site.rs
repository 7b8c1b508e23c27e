//! The page as a web server shows it: which bytes, which headers, which status for which request.
//!
//! It knows nothing of sockets; `serve` does.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{compressed, fingerprint, kinds, policy};

/// All files of the page, in memory.
pub struct Site(BTreeMap<String, File>);

struct File {
    mime: &'static str,
    etag: String,
    plain: Vec<u8>,
    /// Only where the build put it beside the plain one.
    brotli: Option<Vec<u8>>,
}

/// What matters in a request.
pub struct Request<'a> {
    /// `GET`, `HEAD`, …
    pub method: &'a str,
    /// Path and query, as sent.
    pub target: &'a str,
    /// The `Accept-Encoding` header.
    pub accept_encoding: Option<&'a str>,
    /// The `If-None-Match` header.
    pub if_none_match: Option<&'a str>,
}

/// What is sent back.
pub struct Answer<'a> {
    /// The HTTP status.
    pub status: u16,
    /// All headers but the length.
    pub headers: Vec<(&'static str, &'a str)>,
    /// The body; for `HEAD` as well, whose sender leaves it out.
    pub body: &'a [u8],
}

impl Site {
    /// Reads the page in `dist`.
    pub fn load(dist: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        let names = fingerprint::files(dist, &["."])?;
        let read =
            |name: &str| fs::read(dist.join(name)).with_context(|| format!("cannot read {name}"));
        for name in names.iter().filter(|name| !compressed::is(name)) {
            let beside = format!("{name}.br");
            let brotli = names.contains(&beside).then(|| read(&beside)).transpose()?;
            files.insert(name.clone(), File::new(name, read(name)?, brotli));
        }
        if !files.contains_key("index.html") {
            bail!("{} holds no page: build it first", dist.display());
        }
        Ok(Self(files))
    }

    /// The answer to a request.
    pub fn answer(&self, request: &Request) -> Answer<'_> {
        let mut headers: Vec<(&str, &str)> = policy::headers_of(path(request.target));
        let (status, body): (u16, &[u8]) = match (request.method, self.file(request.target)) {
            ("GET" | "HEAD", Some(file)) => {
                headers.push(("ETag", file.etag.as_str()));
                if request.if_none_match == Some(&file.etag) {
                    (304, &[])
                } else {
                    headers.push(("Content-Type", file.mime));
                    headers.push(("Vary", "Accept-Encoding"));
                    match &file.brotli {
                        Some(brotli) if accepts_brotli(request.accept_encoding) => {
                            headers.push(("Content-Encoding", "br"));
                            (200, brotli)
                        }
                        Some(_) | None => (200, &file.plain),
                    }
                }
            }
            ("GET" | "HEAD", None) => {
                // What is missing now may be there after the next release.
                headers.retain(|(name, _)| *name != "Cache-Control");
                headers.extend([("Content-Type", TEXT), ("Cache-Control", "no-cache")]);
                (404, b"There is nothing at this address.\n")
            }
            _ => {
                headers.extend([("Content-Type", TEXT), ("Allow", "GET, HEAD")]);
                (405, b"This server only shows pages.\n")
            }
        };
        Answer {
            status,
            headers,
            body,
        }
    }

    fn file(&self, target: &str) -> Option<&File> {
        let path = path(target).strip_prefix('/')?;
        if path.is_empty() || path.ends_with('/') {
            self.0.get(&format!("{path}index.html"))
        } else {
            self.0.get(path)
        }
    }
}

impl File {
    fn new(name: &str, plain: Vec<u8>, brotli: Option<Vec<u8>>) -> Self {
        let hash = fingerprint::hex(&Sha256::digest(&plain));
        Self {
            mime: kinds::of(name).mime,
            etag: format!("\"{}\"", &hash[..16]),
            plain,
            brotli,
        }
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

/// What a request asks for, without its query.
fn path(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

fn accepts_brotli(accepted: Option<&str>) -> bool {
    accepted.is_some_and(|list| {
        list.split(',').any(|entry| {
            let mut parts = entry.split(';').map(str::trim);
            parts.next() == Some("br") && parts.all(|part| part != "q=0")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let files = [
            ("index.html", "<!doctype html>".repeat(20)),
            ("guide/index.html", "<!doctype html>".repeat(20)),
            ("alive.txt", "alive".to_owned()),
            ("embed.js", "(() => {})();".to_owned()),
            ("widget/index.html", "<!doctype html>".repeat(20)),
            ("whichside-0123456789abcdef_bg.wasm", "\0asm".to_owned()),
        ];
        Site(
            files
                .into_iter()
                .map(|(name, text)| {
                    let brotli = name.ends_with(".html").then(|| b"smaller".to_vec());
                    let file = File::new(name, text.into_bytes(), brotli);
                    (name.to_owned(), file)
                })
                .collect(),
        )
    }

    fn get(target: &str) -> Request<'_> {
        Request {
            method: "GET",
            target,
            accept_encoding: None,
            if_none_match: None,
        }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let found = answer.headers.iter().find(|(each, _)| *each == name);
        found.map(|(_, value)| *value)
    }

    #[test]
    fn each_kind_of_file_has_its_type_and_its_life_in_caches() {
        let site = site();
        for (target, mime, cache) in [
            ("/", "text/html; charset=utf-8", "no-cache"),
            ("/index.html?url=x", "text/html; charset=utf-8", "no-cache"),
            ("/guide/", "text/html; charset=utf-8", "no-cache"),
            ("/alive.txt", "text/plain; charset=utf-8", "no-store"),
            (
                "/whichside-0123456789abcdef_bg.wasm",
                "application/wasm",
                "public, max-age=31536000, immutable",
            ),
        ] {
            let answer = site.answer(&get(target));
            assert_eq!(answer.status, 200, "{target}");
            assert_eq!(header(&answer, "Content-Type"), Some(mime), "{target}");
            assert_eq!(header(&answer, "Cache-Control"), Some(cache), "{target}");
        }
    }

    #[test]
    fn the_policy_goes_with_every_answer_and_no_page_is_shared_with_other_origins() {
        let site = site();
        for target in ["/", "/missing", "/oracle/missing.html", "/widget/"] {
            let answer = site.answer(&get(target));
            assert!(header(&answer, "Content-Security-Policy").is_some());
            assert!(header(&answer, "Access-Control-Allow-Origin").is_none());
        }
    }

    #[test]
    fn the_loader_is_shared_and_the_widgets_page_may_be_framed_whatever_stands_behind_their_path() {
        let site = site();
        let loader = site.answer(&get("/embed.js?1"));
        assert_eq!(header(&loader, "Access-Control-Allow-Origin"), Some("*"));
        let widget = site.answer(&get("/widget/?from=here"));
        let policy = header(&widget, "Content-Security-Policy").unwrap();
        assert_eq!(widget.status, 200);
        assert!(!policy.contains("frame-ancestors"), "{policy}");
    }

    #[test]
    fn what_is_not_a_file_of_the_page_is_missing() {
        let site = site();
        for target in [
            "/oracle/missing.html",
            "/missing/",
            "/../Cargo.toml",
            "//",
            "*",
            "",
        ] {
            assert_eq!(site.answer(&get(target)).status, 404, "{target}");
        }
        let post = Request {
            method: "POST",
            ..get("/")
        };
        assert_eq!(site.answer(&post).status, 405);
    }

    #[test]
    fn what_is_missing_is_not_missed_for_ever() {
        let site = site();
        let answer = site.answer(&get("/whichside-0000000000000000.js"));
        assert_eq!(answer.status, 404);
        assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"));
    }

    #[test]
    fn brotli_is_sent_to_whom_accepts_it() {
        let site = site();
        for (accepted, sent) in [
            (Some("gzip, br"), Some("br")),
            (Some("br;q=1.0"), Some("br")),
            (Some("br;q=0"), None),
            (Some("brotli"), None),
            (None, None),
        ] {
            let answer = site.answer(&Request {
                accept_encoding: accepted,
                ..get("/")
            });
            assert_eq!(header(&answer, "Content-Encoding"), sent, "{accepted:?}");
        }
    }

    #[test]
    fn what_the_browser_already_has_is_not_sent_again() {
        let site = site();
        let etag = header(&site.answer(&get("/")), "ETag").unwrap().to_owned();
        let again = site.answer(&Request {
            if_none_match: Some(&etag),
            ..get("/")
        });
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
}

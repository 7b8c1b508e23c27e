//! Every file is asked for, as each kind of client asks, and each answer compared with the file and with the truth.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use whichside_harness::headers::Headers;

use crate::request::{Response, ask};
use crate::sandbox::{HOST, Sandbox};
use crate::server::{Location, Server};

/// The header that says how long an answer may be kept.
const CACHE: &str = "Cache-Control";
/// What it says of a file that never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The header that says, among other things, who may frame a page.
pub const POLICY: &str = "Content-Security-Policy";
/// What clients say they take, with the ending of the file they are to be sent, the best first.
const CLIENTS: [(&str, &[(&str, &str)]); 3] = [
    ("gzip, deflate, br", &[("br", ".br"), ("gzip", ".gz")]),
    ("gzip", &[("gzip", ".gz")]),
    ("identity", &[]),
];
/// The content type of each file, by its ending.
const CONTENT_TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("txt", "text/plain; charset=utf-8"),
];

/// The page's files, without those that are others compressed and the one that is for hosts.
///
/// # Errors
/// The folder cannot be read.
pub fn files(dist: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut left = vec![dist.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                left.push(path);
                continue;
            }
            let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
            if name != "_headers" && !name.ends_with(".br") && !name.ends_with(".gz") {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Asks for everything, and hands back how many answers there were.
///
/// # Errors
/// The first answer that is not as it should be.
pub fn check(sandbox: &Sandbox, server: &Server, headers: &Headers) -> Result<usize> {
    let asking = Asking {
        sandbox,
        server,
        headers,
    };
    let mut asked = 0;
    for file in files(&sandbox.dist)? {
        // A page's address is its folder's.
        let path = match file.strip_suffix("index.html") {
            Some(folder) => format!("/{folder}"),
            None => format!("/{file}"),
        };
        for (accepted, _) in CLIENTS {
            asking.for_file(&file, &path, accepted)?;
            asked += 1;
        }
        if path.ends_with('/') {
            asking.for_index(&path)?;
            asked += 1;
        }
    }
    asking.for_folder_without_slash("/guide")?;
    asking.for_what_is_missing()?;
    asking.for_what_is_had_already()?;
    asking.by_another_method()?;
    match server.location {
        Location::Root => asking.without_tls()?,
        Location::SubPath => asking.for_what_is_beside()?,
    }
    Ok(asked)
}

struct Asking<'a> {
    sandbox: &'a Sandbox,
    server: &'a Server,
    headers: &'a Headers,
}

impl Asking<'_> {
    fn ask(&self, path: &str, headers: &[&str], words: &[&str]) -> Result<Response> {
        let url = format!("{}{path}", self.server.address());
        ask(self.sandbox, &url, headers, words)
    }

    /// Bytes, type, encoding, headers and HTTP/2 of one file.
    fn for_file(&self, file: &str, path: &str, accepted: &str) -> Result<()> {
        let what = format!("{path} for “{accepted}”");
        let answer = self.ask(path, &[&format!("Accept-Encoding: {accepted}")], &[])?;
        ensure!(answer.status == 200, "{what}: {}", answer.status);
        ensure!(answer.version == "HTTP/2", "{what}: {}", answer.version);

        let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
        let (_, kind) = CONTENT_TYPES
            .iter()
            .find(|(each, _)| *each == ending)
            .with_context(|| format!("{file} is of no known kind"))?;
        self.has(&answer, &what, "Content-Type", Some(kind))?;

        let takes = CLIENTS.iter().find(|(each, _)| *each == accepted);
        let sent = takes
            .into_iter()
            .flat_map(|(_, encodings)| *encodings)
            .find(|(_, ending)| self.sandbox.dist.join(format!("{file}{ending}")).exists());
        let (encoding, beside) =
            sent.map_or((None, ""), |(encoding, beside)| (Some(*encoding), *beside));
        self.has(&answer, &what, "Content-Encoding", encoding)?;
        self.has(&answer, &what, "Vary", Some("Accept-Encoding"))?;
        let bytes = fs::read(self.sandbox.dist.join(format!("{file}{beside}")))?;
        ensure!(
            answer.body == bytes,
            "{what}: these are not the bytes of {file}{beside}"
        );

        self.headers_are_true(&answer, &what, path)
    }

    fn headers_are_true(&self, answer: &Response, what: &str, path: &str) -> Result<()> {
        for name in self.headers.names() {
            self.has(answer, what, name, self.headers.of(path, name))?;
        }
        Ok(())
    }

    fn has(&self, answer: &Response, what: &str, name: &str, value: Option<&str>) -> Result<()> {
        let told = answer.all(name);
        let wanted: Vec<&str> = value.into_iter().collect();
        ensure!(told == wanted, "{what}: {name} is {told:?}, not {wanted:?}");
        Ok(())
    }

    /// A page by its file's name is the same page, and is not sent elsewhere.
    fn for_index(&self, folder: &str) -> Result<()> {
        let path = format!("{folder}index.html");
        let answer = self.ask(&path, &[], &[])?;
        let page = fs::read(self.sandbox.dist.join(&path[1..]))?;
        ensure!(
            answer.status == 200 && answer.body == page,
            "{path} is not the page: {}",
            answer.status
        );
        self.headers_are_true(&answer, &path, &path)
    }

    fn for_folder_without_slash(&self, path: &str) -> Result<()> {
        let answer = self.ask(path, &[], &[])?;
        let leads = answer.all("Location");
        let full = format!("{}{path}/", self.server.address());
        // Relative addresses are taken from the path asked for.
        let is_right = matches!(leads[..], [to] if full.ends_with(to.trim_start_matches('.')) && to.ends_with(&format!("{}/", &path[1..])));
        ensure!(
            matches!(answer.status, 301 | 308) && is_right,
            "{path}: {} to {leads:?}",
            answer.status
        );
        Ok(())
    }

    /// What is missing says so, with the policy, and may come with the next release.
    fn for_what_is_missing(&self) -> Result<()> {
        for path in [
            "/missing",
            "/start-0000000000000000.js",
            "/oracle/missing.html",
            "/embed/v1-0000000000000000.js",
        ] {
            let answer = self.ask(path, &[], &[])?;
            ensure!(answer.status == 404, "{path}: {}", answer.status);
            for name in self.headers.names() {
                let value = if name == CACHE {
                    self.headers.of("/missing", name)
                } else {
                    self.headers.of(path, name)
                };
                self.has(&answer, path, name, value)?;
            }
        }
        Ok(())
    }

    fn for_what_is_had_already(&self) -> Result<()> {
        let first = self.ask("/", &["Accept-Encoding: br"], &[])?;
        let mark = first
            .all("ETag")
            .first()
            .context("/ has no ETag")?
            .to_string();
        let again = self.ask(
            "/",
            &["Accept-Encoding: br", &format!("If-None-Match: {mark}")],
            &[],
        )?;
        ensure!(
            again.status == 304 && again.body.is_empty(),
            "/ is sent again: {}",
            again.status
        );
        self.has(&again, "/ again", POLICY, self.headers.of("/", POLICY))
    }

    fn by_another_method(&self) -> Result<()> {
        // Without a body: a server that refuses one before it has come may end the stream under it.
        let answer = self.ask("/", &[], &["--request", "POST"])?;
        ensure!(answer.status == 405, "POST: {}", answer.status);
        Ok(())
    }

    fn without_tls(&self) -> Result<()> {
        let url = format!("http://{HOST}/guide/?a=b");
        let answer = ask(self.sandbox, &url, &[], &[])?;
        let leads = answer.all("Location");
        ensure!(
            matches!(answer.status, 301 | 308) && leads == [url.replace("http:", "https:")],
            "{url}: {} to {leads:?}",
            answer.status
        );
        Ok(())
    }

    /// The rest of the host is not the page’s.
    fn for_what_is_beside(&self) -> Result<()> {
        let folder = self.server.address();
        let answer = ask(self.sandbox, &folder, &[], &["--location"])?;
        ensure!(
            answer.body == fs::read(self.sandbox.dist.join("index.html"))?,
            "{folder} does not lead to the page"
        );
        let beside = ask(self.sandbox, &format!("https://{HOST}/"), &[], &[])?;
        let cache = beside.all(CACHE);
        ensure!(
            beside.all(POLICY).is_empty() && cache != [FOR_EVER],
            "what is beside the page has its headers"
        );
        Ok(())
    }
}

//! Asking a server by curl: one request, and all of its answer.

use std::fs;

use anyhow::{Context, Result};
use whichside_harness::command::run_words as run;

use crate::sandbox::Sandbox;

/// A server's answer.
pub struct Response {
    /// The version of HTTP, as in `HTTP/2`.
    pub version: String,
    /// The status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// The bytes as they were sent: compressed, where they were.
    pub body: Vec<u8>,
}

impl Response {
    /// Every value of this header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers
            .iter()
            .filter(|(each, _)| each.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
            .collect()
    }
}

/// Asks for `url` with these headers ("Name: value"), trusting the test's authority; `words` are more of curl's own.
///
/// # Errors
/// No answer came.
pub fn ask(sandbox: &Sandbox, url: &str, headers: &[&str], words: &[&str]) -> Result<Response> {
    let body = sandbox.folder.join("answer");
    // curl makes no file where nothing is sent.
    fs::write(&body, "")?;
    let authority = sandbox.certificates.authority();
    let (authority, body_name) = (authority.to_string_lossy(), body.to_string_lossy());
    let mut all = vec!["--silent", "--show-error", "--http2", "--max-time", "120"];
    all.extend([
        "--cacert",
        &authority,
        "--dump-header",
        "-",
        "--output",
        &body_name,
    ]);
    all.extend(headers.iter().flat_map(|header| ["--header", header]));
    all.extend(words);
    all.push(url);
    let said = run("curl", &all)?.stdout;
    let said = String::from_utf8_lossy(&said);
    let mut lines = said.lines();
    let mut first = lines.next().unwrap_or_default().split(' ');
    Ok(Response {
        version: first.next().unwrap_or_default().to_owned(),
        status: first
            .next()
            .and_then(|status| status.parse().ok())
            .with_context(|| format!("{url}: no status in “{said}”"))?,
        headers: lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect(),
        body: fs::read(&body)?,
    })
}

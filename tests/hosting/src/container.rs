//! The container, as far as it can be seen without building it: what its file takes exists, and nginx serves the page by the
//! configuration that it links, over plain http on the port that it names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use whichside_harness::headers::Headers;

use crate::request::ask;
use crate::sandbox::Sandbox;
use crate::server::Server;

/// The file, in `hosting/`.
const FILE: &str = "Containerfile";

/// Reads the file, starts its server, and asks it.
///
/// # Errors
/// What is not there, or not as it must be.
pub fn check(sandbox: &Sandbox, repository: &Path, headers: &Headers) -> Result<()> {
    let path = repository.join("hosting").join(FILE);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let instruction = |name: &'static str| {
        text.lines()
            .filter_map(move |line| line.strip_prefix(name)?.strip_prefix(' '))
    };
    let copied: Vec<(&str, &str)> = instruction("COPY")
        .filter_map(|line| line.split_once(' '))
        .collect();
    for from in ["hosting/nginx", "dist"] {
        ensure!(
            copied.iter().any(|(each, _)| *each == from),
            "{FILE} does not copy {from}"
        );
    }
    let linked = text
        .split_whitespace()
        .find(|word| word.starts_with("/etc/nginx/") && word.ends_with("/container.conf"))
        .with_context(|| format!("{FILE} links no container.conf"))?;
    let shipped = copied.iter().find_map(|(from, to)| {
        let rest = linked.strip_prefix(to)?;
        Some(repository.join(format!("{from}{rest}")))
    });
    ensure!(
        shipped.is_some_and(|file| file.is_file()),
        "{FILE} links {linked}, which it does not copy"
    );
    let port: u16 = instruction("EXPOSE")
        .next()
        .and_then(|port| port.parse().ok())
        .with_context(|| format!("{FILE} exposes no port"))?;

    let _server = Server::in_container(sandbox, port)?;
    let address = format!("http://127.0.0.1:{port}");
    let page = ask(sandbox, &format!("{address}/widget/"), &[], &[])?;
    ensure!(page.status == 200, "/widget/: {}", page.status);
    for name in headers.names() {
        let wanted: Vec<&str> = headers.of("/widget/", name).into_iter().collect();
        ensure!(
            page.all(name) == wanted,
            "/widget/: {name} is not as it must be"
        );
    }
    // Whoever stands before it has another name and port.
    let folder = ask(sandbox, &format!("{address}/widget"), &[], &[])?;
    ensure!(
        folder.status == 301 && folder.all("Location") == ["/widget/"],
        "/widget leads to {:?}",
        folder.all("Location")
    );
    Ok(())
}

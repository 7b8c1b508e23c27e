//! Sockets: paths that are marked as such, spelt one way, and where every service sees them.

use std::collections::BTreeMap;

use super::found::Found;
use super::passes::Pass;
use super::scope::Scopes;
use super::tree::Directive;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let mut sockets: Vec<(&Directive<'_>, &str)> = Vec::new();
    for pass in Pass::all(scopes) {
        let address = pass.directive.arg(0);
        let of_http = pass.is("proxy_pass");
        let marked = if let Some(path) = address
            .strip_prefix("http://")
            .filter(|path| path.starts_with('/'))
        {
            Some(format!("http://unix:{path}"))
        } else if of_http && (address.starts_with("unix:") || is_socket(address)) {
            let path = address.strip_prefix("unix:").unwrap_or(address);
            Some(format!("http://unix:{path}"))
        } else if !of_http && address.starts_with('/') {
            Some(format!("unix:{address}"))
        } else {
            None
        };
        if let Some(marked) = marked {
            let mended = pass.with(&marked);
            found.push(unmarked(pass.directive, address, mended));
        } else if let Some(path) = pass.socket {
            sockets.push((pass.directive, path));
        }
    }
    for scope in scopes.all().filter(|scope| scope.is("upstream")) {
        for server in scope.named("server") {
            let address = server.arg(0);
            if let Some(path) = address.strip_prefix("unix:") {
                sockets.push((server, path));
            } else if address.starts_with('/') {
                let mended =
                    format!("{};", server.shown()).replacen(address, &format!("unix:{address}"), 1);
                found.push(unmarked(server, address, mended));
            }
        }
    }
    for (directive, path) in &sockets {
        if path.starts_with("/tmp/") || path.starts_with("/var/tmp/") {
            let name = path.rsplit('/').next().unwrap_or_default();
            let mended = directive.shown().replacen(path, &format!("/run/{name}"), 1);
            found.push(Mistake::new(
                Kind::SocketInTmp,
                directive.line,
                &[("value", path)],
                format!("{mended};"),
            ));
        }
    }
    two_names(&sockets, found);
}

/// Whether it is a path at which a socket stands, rather than one of a web address.
pub(super) fn is_socket(address: &str) -> bool {
    const FOLDERS: [&str; 5] = ["/run/", "/var/", "/tmp/", "/dev/shm/", "/srv/"];
    address.starts_with('/')
        && (FOLDERS.iter().any(|folder| address.starts_with(folder)) || address.contains(".sock"))
}

fn unmarked(directive: &Directive<'_>, address: &str, mended: String) -> Mistake {
    Mistake::new(
        Kind::SocketPrefix,
        directive.line,
        &[("value", address)],
        mended,
    )
}

/// The newest path of those that are one but for the version, and all uses of them.
struct Spellings<'a> {
    newest: &'a str,
    uses: Vec<(&'a Directive<'a>, &'a str)>,
}

/// Sockets of PHP-FPM whose paths differ by the version alone. The highest version is held for the one that is meant.
fn two_names<'a>(sockets: &[(&'a Directive<'a>, &'a str)], found: &mut Found) {
    let mut spelt: BTreeMap<String, Spellings<'a>> = BTreeMap::new();
    for (directive, path) in sockets.iter().filter(|(_, path)| path.contains("fpm")) {
        let plain: String = path
            .chars()
            .filter(|c| !c.is_ascii_digit() && *c != '.')
            .collect();
        let spellings = spelt.entry(plain).or_insert(Spellings {
            newest: path,
            uses: Vec::new(),
        });
        if version(path) > version(spellings.newest) {
            spellings.newest = path;
        }
        spellings.uses.push((directive, path));
    }
    for Spellings { newest, uses } in spelt.into_values() {
        for (directive, path) in uses {
            if path != newest {
                let mended = directive.shown().replacen(path, newest, 1);
                found.push(Mistake::new(
                    Kind::SocketTwoNames,
                    directive.line,
                    &[("value", path), ("other", newest)],
                    format!("{mended};"),
                ));
            }
        }
    }
}

/// The numbers in a path, so that 8.10 is newer than 8.9.
fn version(path: &str) -> Vec<u32> {
    path.split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect()
}

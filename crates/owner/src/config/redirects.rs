//! Redirects that lead back to the server that sends them, or that lead nowhere.

use super::found::Found;
use super::listens::Listen;
use super::locations::{Sign, sign_and_path};
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let mut behind = None;
    let any_tls = scopes
        .every_server()
        .any(|server| Listen::of(server).any(|listen| listen.is_tls() || listen.port() == "443"));
    for scope in scopes.every().filter(|scope| scope.place.is_http()) {
        for directive in scope.holds {
            let Some(address) = target(directive).filter(|address| !is_filled_in(address)) else {
                continue;
            };
            found.extend(without_scheme(directive, address));
            found.extend(to_the_same_location(scopes, scope, directive, address));
            let is_for_its_name = || {
                scopes
                    .outer(scope)
                    .is_some_and(|outer| outer.place == Place::Server)
                    && scopes
                        .server(scope)
                        .is_some_and(|server| is_for_its_only_name(scope, server))
            };
            let Some(server) = scopes
                .server(scope)
                .filter(|_| is_for_all(scope) || is_for_its_name())
            else {
                continue;
            };
            if let Some(mistake) = to_itself(scope, server, directive, address) {
                found.push(mistake);
            } else if address.starts_with("https://") && !any_tls && behind.is_none() {
                behind = Some(Mistake::new(
                    Kind::RedirectBehindProxy,
                    directive.line,
                    &[],
                    String::new(),
                ));
            }
        }
    }
    if scopes.outside_is_known() && !scopes.every().any(|scope| scopes.includes_more(scope)) {
        found.extend(behind);
    }
}

/// The address that every request of a block is redirected to.
fn target<'d>(directive: &'d Directive<'_>) -> Option<&'d str> {
    match directive.name.as_ref() {
        "return" => match directive.arg(0) {
            "301" | "302" | "303" | "307" | "308" => Some(directive.arg(1)),
            address if address.contains("://") => Some(address),
            _ => None,
        },
        "rewrite" => {
            let takes_all = matches!(
                directive.arg(0),
                "^" | "^/"
                    | "^(.*)$"
                    | "^(.*)"
                    | "^/(.*)$"
                    | "^/(.*)"
                    | "(.*)"
                    | ".*"
                    | "^.*$"
                    | "^.*"
                    | "/(.*)"
                    | "(.*)$"
            );
            let leads_away = matches!(directive.arg(2), "permanent" | "redirect")
                || directive.arg(1).contains("://");
            (takes_all && leads_away).then(|| directive.arg(1))
        }
        _ => None,
    }
    .filter(|address| !address.is_empty())
}

/// Whether every request of the server comes to this block: the server itself, or its location `/`.
fn is_for_all(scope: &Scope<'_>) -> bool {
    match scope.place {
        Place::Server => true,
        Place::Location => scope
            .opener
            .is_some_and(|opener| sign_and_path(opener) == (Sign::Prefix, "/")),
        _ => false,
    }
}

/// Whether the block is `if ($host = name)` with the only name of its server.
fn is_for_its_only_name(scope: &Scope<'_>, server: &Scope<'_>) -> bool {
    let Some(opener) = scope.opener.filter(|opener| opener.name == "if") else {
        return false;
    };
    let condition: Vec<&str> = opener
        .words()
        .map(|word| word.trim_matches(['(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    let mut names = server
        .named("server_name")
        .iter()
        .flat_map(|names| names.words());
    let only = names.next().filter(|_| names.next().is_none());
    matches!(condition.as_slice(), ["$host", "=", name] if only == Some(name))
}

/// A location that redirects to a path which comes to the same location again.
fn to_the_same_location(
    scopes: &Scopes<'_>,
    scope: &Scope<'_>,
    directive: &Directive<'_>,
    address: &str,
) -> Option<Mistake> {
    let opener = scope
        .opener
        .filter(|_| scope.place == Place::Location && address.starts_with('/'))?;
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let outer = scopes.outer(scope)?;
    if path.contains('$') || scopes.includes_more(outer) || !takes(opener, path)? {
        return None;
    }
    // Another location can take the path: an exact one, a longer one, or an earlier expression.
    let (own, _) = sign_and_path(opener);
    for location in outer.named("location") {
        let is_before = location.line < opener.line;
        let (sign, prefix) = sign_and_path(location);
        let is_before_expressions = location.arg(0).starts_with("^~");
        match sign {
            Sign::Prefix if is_before_expressions && own == Sign::Regex => {
                if path.starts_with(prefix) {
                    return None;
                }
            }
            Sign::Exact if own != Sign::Exact && takes(location, path)? => return None,
            Sign::Regex if own == Sign::Regex && is_before && takes(location, path)? => {
                return None;
            }
            Sign::Exact | Sign::Regex | Sign::Prefix | Sign::Named | Sign::Unknown => {}
        }
    }
    let mistake = Mistake::new(
        Kind::RedirectToItself,
        directive.line,
        &[("value", address)],
        String::new(),
    );
    Some(match outer.place {
        Place::Server => mistake,
        _ => mistake.into_note(),
    })
}

/// Whether a location takes this path, where that can be told: an exact one, or an expression that is a plain path from its
/// beginning to its end, perhaps with a slash more.
fn takes(location: &Directive<'_>, path: &str) -> Option<bool> {
    let (sign, own) = sign_and_path(location);
    match sign {
        Sign::Exact => Some(own == path),
        Sign::Regex => {
            let plain = own.strip_prefix('^')?.strip_suffix('$')?;
            let (plain, slash) = match plain.strip_suffix("/?") {
                Some(plain) => (plain, true),
                None => (plain, false),
            };
            let is_plain =
                !plain.contains(['\\', '.', '[', '(', '*', '+', '?', '{', '|', '$', '^']);
            is_plain.then(|| {
                plain == path || slash && path.strip_suffix('/').is_some_and(|path| path == plain)
            })
        }
        Sign::Prefix | Sign::Named | Sign::Unknown => None,
    }
}

fn without_scheme(directive: &Directive<'_>, address: &str) -> Option<Mistake> {
    let host = address.split(['/', '$', '?']).next().unwrap_or_default();
    let is_host = host.contains('.')
        && host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b))
        && !host.ends_with(".html")
        && !host.ends_with(".php");
    let is_host = is_host && directive.name == "return";
    is_host.then(|| {
        Mistake::new(
            Kind::RedirectWithoutScheme,
            directive.line,
            &[("value", address)],
            format!(
                "{};",
                directive
                    .shown()
                    .replacen(address, &format!("https://{address}"), 1)
            ),
        )
    })
}

fn to_itself(
    scope: &Scope<'_>,
    server: &Scope<'_>,
    directive: &Directive<'_>,
    address: &str,
) -> Option<Mistake> {
    let (scheme, rest) = address.split_once("://")?;
    let end = rest
        .char_indices()
        .find(|(at, c)| {
            let is_path = *c == '$'
                && ["$request_uri", "$uri", "$1", "$is_args"]
                    .iter()
                    .any(|path| rest.get(*at..).is_some_and(|rest| rest.starts_with(path)));
            *c == '/' || *c == '?' || is_path
        })
        .map_or(rest.len(), |(at, _)| at);
    let (authority, path) = rest.split_at_checked(end)?;
    let (host, port) = super::passes::host_and_port(authority);
    // In a location, an address of another path can belong to another location.
    let keeps_path = path.contains("$request_uri") || path.contains("$uri") || path.contains("$1");
    if scope.place == Place::Location && !keeps_path {
        return None;
    }
    let names: Vec<&str> = server
        .named("server_name")
        .iter()
        .flat_map(|names| names.words())
        .collect();
    let is_own = match host {
        "$host" | "$http_host" => true,
        "$server_name" => !names.is_empty() && names.first() != Some(&"_"),
        host => names.contains(&host),
    };
    let answers = Listen::of(server).any(|listen| {
        let is_tls = listen.is_tls() || listen.port() == "443";
        match (scheme, port) {
            (_, Some(port)) => listen.port() == port,
            ("https", None) => listen.port() == "443",
            ("http", None) => listen.port() == "80" && !is_tls,
            ("$scheme", None) => true,
            (_, None) => false,
        }
    });
    let answers =
        answers || server.named("listen").is_empty() && scheme == "http" && port.is_none();
    (is_own && answers).then(|| {
        Mistake::new(
            Kind::RedirectToItself,
            directive.line,
            &[("value", address)],
            String::new(),
        )
    })
}

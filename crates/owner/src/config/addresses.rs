//! Addresses that requests are passed to: their scheme, their host, their port. What answers there is left to
//! [`super::passes`].
//!
//! Source: `ngx_http_proxy_pass`, `ngx_http_upstream_server`, `ngx_parse_url`.

use super::found::Found;
use super::passes::{Pass, host_and_port, is_address};
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for pass in Pass::all(scopes) {
        let address = pass.directive.arg(0);
        if is_filled_in(address) || address.is_empty() {
            continue;
        }
        match scheme(&pass) {
            Some(mistake) if pass.scope.place == Place::Unknown => found.push(mistake.into_note()),
            Some(mistake) => found.push(mistake),
            None => found.extend(authority(&pass)),
        }
    }
    let mut told_resolve = false;
    for scope in scopes
        .every()
        .filter(|scope| matches!(scope.place, Place::Upstream | Place::StreamUpstream))
    {
        for server in scope.named("server") {
            let address = server.arg(0);
            let is_path = address.starts_with("unix:") || address.starts_with('/');
            if is_path || is_filled_in(address) || address.is_empty() {
                continue;
            }
            let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
            let bare = bare.split('/').next().unwrap_or_default();
            if bare != address || !is_host_and_port(address) {
                found.push(invalid(server, address, bare));
            } else {
                found.extend(parameters(server, scope.place));
            }
            found.extend(backup(scope, server));
            if !told_resolve && server.words().skip(1).any(|word| word == "resolve") {
                told_resolve = true;
                found.push(Mistake::new(
                    Kind::VersionNeeded,
                    server.line,
                    &[("name", "resolve"), ("value", "1.27.3")],
                    String::new(),
                ));
            }
        }
    }
    for scope in scopes.every() {
        if scope.place == Place::StreamServer {
            let passes = scope.named("proxy_pass").iter();
            found.extend(
                passes
                    .filter_map(|pass| Some((pass, pass.arg(0).split_once("://")?.1)))
                    .map(|(pass, bare)| invalid(pass, pass.arg(0), bare)),
            );
        }
        found.extend(redirect_of_variables(scope));
        for include in scope.named("include") {
            let file = include.arg(0);
            if file.ends_with('/') && !is_filled_in(file) {
                found.push(Mistake::new(
                    Kind::IncludeFolder,
                    include.line,
                    &[("value", file)],
                    format!("include {file}*.conf;"),
                ));
            }
        }
    }
}

/// A number from 1 to 65535.
pub(super) fn is_port(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether it is `host`, `host:port`, `[address]` or `[address]:port`.
fn is_host_and_port(address: &str) -> bool {
    let (host, port) = host_and_port(address);
    let is_bracketed = host.starts_with('[') && host.ends_with(']');
    let is_host = !host.is_empty() && (is_bracketed || !host.contains([':', '[', ']', ',']));
    is_host && port.is_none_or(is_port)
}

fn invalid(directive: &Directive<'_>, address: &str, mended: &str) -> Mistake {
    let shown = format!("{};", directive.shown());
    let mended = match is_host_and_port(mended) {
        true => shown.replacen(address, mended, 1),
        false => String::new(),
    };
    Mistake::new(
        Kind::InvalidAddress,
        directive.line,
        &[("name", &directive.name), ("value", address)],
        mended,
    )
}

/// `proxy_redirect default`, which cannot be where the address is a variable.
fn redirect_of_variables(scope: &Scope<'_>) -> Option<Mistake> {
    let redirect = scope
        .named("proxy_redirect")
        .iter()
        .find(|redirect| redirect.arg(0) == "default")?;
    let pass = scope.named("proxy_pass").first()?;
    pass.arg(0).contains('$').then(|| {
        Mistake::new(
            Kind::InvalidValue,
            redirect.line,
            &[
                ("name", "proxy_redirect"),
                ("value", "default"),
                (
                    "other",
                    "off or two addresses, as proxy_pass has a variable",
                ),
            ],
            "proxy_redirect off;".to_owned(),
        )
    })
}

/// A server in reserve, where the way of choosing knows none.
fn backup(upstream: &Scope<'_>, server: &Directive<'_>) -> Option<Mistake> {
    let way = ["ip_hash", "hash", "random"]
        .into_iter()
        .find(|way| !upstream.named(way).is_empty())?;
    server.words().any(|word| word == "backup").then(|| {
        let takes = format!("no backup together with {way}");
        Mistake::new(
            Kind::InvalidValue,
            server.line,
            &[("name", "server"), ("value", "backup"), ("other", &takes)],
            format!("{};", server.shown().replace(" backup", "")),
        )
    })
}

/// What may stand behind the address of an upstream's server.
fn parameters(server: &Directive<'_>, place: Place) -> Option<Mistake> {
    const WORDS: [&str; 4] = ["backup", "down", "resolve", "drain"];
    const VALUES: [&str; 8] = [
        "weight=",
        "max_fails=",
        "fail_timeout=",
        "max_conns=",
        "slow_start=",
        "route=",
        "service=",
        "id=",
    ];
    let wrong = server.words().skip(1).find(|word| {
        !WORDS.contains(word)
            && !VALUES.iter().any(|value| {
                word.strip_prefix(value)
                    .is_some_and(|value| !value.is_empty())
            })
    })?;
    let of_stream = place == Place::StreamUpstream;
    (!is_filled_in(wrong)).then(|| {
        let takes = match of_stream {
            true => "weight=, max_conns=, max_fails=, fail_timeout=, backup, down",
            false => "weight=, max_conns=, max_fails=, fail_timeout=, backup, down, resolve",
        };
        Mistake::new(
            Kind::InvalidValue,
            server.line,
            &[("name", "server"), ("value", wrong), ("other", takes)],
            String::new(),
        )
    })
}

/// The scheme of an address, where it is missing or another directive's.
fn scheme(pass: &Pass<'_>) -> Option<Mistake> {
    let address = pass.directive.arg(0);
    let of = |kind, other: &str, mended: String| {
        Some(Mistake::new(
            kind,
            pass.directive.line,
            &[
                ("value", address),
                ("name", &pass.directive.name),
                ("other", other),
            ],
            mended,
        ))
    };
    // Paths and sockets without a mark have a check of their own.
    let is_put_together = address.starts_with("http") && address.contains(":/$");
    if address.starts_with('/') && pass.is("proxy_pass") && !super::sockets::is_socket(address) {
        return of(Kind::SchemeMissing, "", String::new());
    }
    if address.starts_with(['$', '/', '\\']) || address.starts_with("unix:") || is_put_together {
        return None;
    }
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let scheme = pass.scheme.to_ascii_lowercase();
    match (pass.directive.name.as_ref(), scheme.as_str()) {
        ("proxy_pass", "http" | "https") => None,
        ("proxy_pass", "") => {
            let bare = address
                .trim_start_matches("https")
                .trim_start_matches("http")
                .trim_start_matches([':', '/']);
            let scheme = match address.starts_with("https") || bare.ends_with(":443") {
                true => "https",
                false => "http",
            };
            of(
                Kind::SchemeMissing,
                "",
                pass.with(&format!("{scheme}://{bare}")),
            )
        }
        ("proxy_pass", "ws" | "wss") => {
            let right = scheme.replace("ws", "http");
            let other = format!("proxy_pass {right}://");
            of(
                Kind::SchemeWrong,
                &other,
                pass.with(&format!("{right}://{bare}")),
            )
        }
        ("proxy_pass", "uwsgi" | "fastcgi" | "scgi" | "grpc" | "memcached") => {
            let other = format!("{scheme}_pass");
            of(Kind::SchemeWrong, &other, format!("{other} {bare};"))
        }
        ("proxy_pass", _) => of(
            Kind::SchemeWrong,
            "proxy_pass http://",
            pass.with(&format!("http://{bare}")),
        ),
        ("grpc_pass", "" | "grpc" | "grpcs") | ("uwsgi_pass", "" | "uwsgi" | "suwsgi") => None,
        ("grpc_pass", _) => of(
            Kind::SchemeWrong,
            "grpc_pass grpc://",
            pass.with(&format!("grpc://{bare}")),
        ),
        ("uwsgi_pass" | "scgi_pass", scheme) if !scheme.is_empty() => of(
            Kind::SchemeWrong,
            "proxy_pass",
            pass.with(bare.trim_end_matches('/')),
        ),
        _ => None,
    }
}

/// Host and port of an address that has its scheme.
fn authority(pass: &Pass<'_>) -> Option<Mistake> {
    let address = pass.directive.arg(0);
    if pass.socket.is_some()
        || pass.has_variable()
        || address.starts_with('/')
        || address.starts_with("unix:")
        || pass.is("fastcgi_pass") && !pass.scheme.is_empty()
    {
        return None;
    }
    let authority = match pass.port {
        Some(port) => format!("{}:{port}", pass.host),
        None => pass.host.to_owned(),
    };
    if pass.scheme.is_empty() && pass.uri.is_some() && !pass.is("grpc_pass") {
        return Some(invalid(pass.directive, address, &authority));
    }
    let wants_port = matches!(
        pass.directive.name.as_ref(),
        "fastcgi_pass" | "uwsgi_pass" | "scgi_pass"
    );
    if wants_port && pass.port.is_none() && is_address(pass.host) {
        return Some(invalid(pass.directive, address, ""));
    }
    // A socket's path behind http:// has a check of its own.
    let is_path = pass.host.is_empty() && pass.uri.is_some();
    (!is_path && !is_host_and_port(&authority)).then(|| invalid(pass.directive, address, ""))
}

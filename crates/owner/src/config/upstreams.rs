//! Upstreams: defined once, with servers, by the name that is used; names that are looked up while nginx runs.

use std::collections::BTreeMap;

use super::passes::{Pass, is_address};
use super::scope::{Scope, Scopes};
use super::{Kind, Mistake};

/// The upstreams of a configuration by their names.
pub(super) fn defined<'a>(scopes: &'a Scopes<'a>) -> BTreeMap<&'a str, &'a Scope<'a>> {
    scopes
        .all()
        .filter(|scope| scope.is("upstream"))
        .filter_map(|scope| Some((scope.opener?.arg(0), scope)))
        .collect()
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Vec<Mistake>) {
    let upstreams = defined(scopes);
    definitions(scopes, found);
    let values = Values::of(scopes);
    for pass in Pass::all(scopes).filter(|pass| pass.socket.is_none()) {
        if pass.has_variable() {
            found.extend(without_resolver(scopes, &pass, &upstreams, &values));
        } else {
            found.extend(missing(scopes, &pass, &upstreams));
        }
        if let Some(port) = pass.port.filter(|_| upstreams.contains_key(pass.host)) {
            let address = pass.directive.arg(0);
            found.push(Mistake::new(
                Kind::UpstreamPort,
                pass.directive.line,
                &[("name", pass.host)],
                pass.with(&address.replacen(&format!(":{port}"), "", 1)),
            ));
        }
        found.extend(keepalive(scopes, &pass, &upstreams));
        found.extend(host(scopes, &pass, &upstreams));
    }
}

fn definitions(scopes: &Scopes<'_>, found: &mut Vec<Mistake>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for scope in scopes.all().filter(|scope| scope.is("upstream")) {
        let Some(opener) = scope.opener else { continue };
        let name = opener.arg(0);
        if seen.insert(name, opener.line).is_some() {
            found.push(Mistake::new(
                Kind::UpstreamTwice,
                opener.line,
                &[("name", name)],
                format!("upstream {name}2 {{"),
            ));
        }
        if scope.named("server").is_empty() && scope.named("include").is_empty() {
            found.push(Mistake::new(
                Kind::UpstreamEmpty,
                opener.line,
                &[("name", name)],
                "server {backend};".to_owned(),
            ));
        }
    }
}

/// A bare word in place of a host: it must be an upstream's name. With a port or a dot it can be a host's.
fn missing(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
) -> Option<Mistake> {
    let host = pass.host;
    let is_bare = !host.is_empty()
        && !host.contains(['.', ':', '[', '/'])
        && pass.port.is_none()
        && host != "localhost";
    if !is_bare || upstreams.contains_key(host) || scopes.includes_more(pass.scope) {
        return None;
    }
    Some(Mistake::new(
        Kind::UpstreamMissing,
        pass.directive.line,
        &[("name", host)],
        format!("upstream {host} {{\n    server {{backend}};\n}}"),
    ))
}

/// What variables are set to, by `set` and `map`.
struct Values<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Values<'a> {
    fn of(scopes: &'a Scopes<'a>) -> Values<'a> {
        let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for scope in scopes.all() {
            for set in scope.named("set") {
                values.entry(set.arg(0)).or_default().push(set.arg(1));
            }
            if let Some(map) = scope.opener.filter(|opener| opener.name == "map") {
                let mapped = scope.holds.iter().map(|entry| entry.arg(0));
                values.entry(map.arg(1)).or_default().extend(mapped);
            }
        }
        Values(values)
    }
}

fn without_resolver(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
    values: &Values<'_>,
) -> Option<Mistake> {
    let needs_no_look_up = |host: &str| {
        let bare = host.split_once("://").map_or(host, |(_, rest)| rest);
        let (host, _) = super::passes::host_and_port(bare.split('/').next().unwrap_or_default());
        upstreams.contains_key(host) || is_address(host) || bare.starts_with("unix:")
    };
    let known = match pass.host.contains('$') {
        true => values.0.get(pass.host).is_some_and(|values| {
            !values.is_empty() && values.iter().all(|value| needs_no_look_up(value))
        }),
        false => needs_no_look_up(pass.host),
    };
    let resolver = scopes.one(pass.scope, "resolver").is_some();
    if known || resolver || scopes.includes_more(pass.scope) {
        return None;
    }
    Some(Mistake::new(
        Kind::VariableWithoutResolver,
        pass.directive.line,
        &[("value", &pass.directive.shown())],
        "resolver {resolver} valid=30s;".to_owned(),
    ))
}

/// What `keepalive` of an upstream needs where requests are passed to it.
fn keepalive(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
) -> Vec<Mistake> {
    let keeps = upstreams
        .get(pass.host)
        .is_some_and(|upstream| !upstream.named("keepalive").is_empty());
    if !keeps || !pass.is("proxy_pass") || scopes.includes_more(pass.scope) {
        return Vec::new();
    }
    let line = pass.directive.line;
    let of =
        |kind, mended: &str| Mistake::new(kind, line, &[("name", pass.host)], mended.to_owned());
    let mut found = Vec::new();
    let version = scopes.one(pass.scope, "proxy_http_version");
    if version.is_none_or(|version| version.arg(0) == "1.0") {
        found.push(of(Kind::KeepaliveVersion, "proxy_http_version 1.1;"));
    }
    let cleared = scopes
        .holding(pass.scope, "proxy_set_header")
        .iter()
        .any(|header| header.arg(0).eq_ignore_ascii_case("connection"));
    if !cleared {
        found.push(of(
            Kind::KeepaliveConnection,
            "proxy_set_header Connection \"\";",
        ));
    }
    found
}

/// The visitor's host, which nginx replaces by the upstream's name unless told otherwise.
fn host(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
) -> Option<Mistake> {
    let of_upstream = pass.is("proxy_pass") && upstreams.contains_key(pass.host);
    let headers = scopes.holding(pass.scope, "proxy_set_header");
    let told = headers
        .iter()
        .any(|header| header.arg(0).eq_ignore_ascii_case("host"));
    // Headers that are swallowed on the way in are a mistake of their own.
    let told_outside = scopes
        .outwards(pass.scope)
        .flat_map(|scope| scope.named("proxy_set_header"))
        .any(|header| header.arg(0).eq_ignore_ascii_case("host"));
    if !of_upstream || told || told_outside || scopes.includes_more(pass.scope) {
        return None;
    }
    Some(Mistake::new(
        Kind::HostMissing,
        pass.directive.line,
        &[("name", pass.host)],
        "proxy_set_header Host $host;".to_owned(),
    ))
}

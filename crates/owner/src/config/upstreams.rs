//! Upstreams: defined once, with servers, by the name that is used; names that are looked up while nginx runs.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::passes::{Pass, host_and_port, is_address};
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::table::distance;
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// The upstreams of a configuration by their names.
pub(super) fn defined<'a>(scopes: &'a Scopes<'a>) -> BTreeMap<&'a str, &'a Scope<'a>> {
    scopes
        .all()
        .filter(|scope| scope.is("upstream"))
        .filter_map(|scope| Some((scope.opener?.arg(0), scope)))
        .collect()
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
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
    unused(scopes, &upstreams, found);
}

fn definitions(scopes: &Scopes<'_>, found: &mut Found) {
    let mut seen: BTreeMap<(Place, &str), usize> = BTreeMap::new();
    for scope in scopes
        .every()
        .filter(|scope| matches!(scope.place, Place::Upstream | Place::StreamUpstream))
    {
        let Some(opener) = scope.opener else { continue };
        let name = opener.arg(0);
        let before = seen.insert((scope.place, name), opener.line);
        if before.is_some_and(|line| line != opener.line) && !is_filled_in(name) {
            found.push(Mistake::new(
                Kind::UpstreamTwice,
                opener.line,
                &[("name", name)],
                format!("upstream {name}2 {{"),
            ));
        }
        // Modules have servers of their own: `drizzle_server`, `nchan_redis_server`.
        let has_servers = scope.holds.iter().any(|directive| {
            matches!(directive.name.as_ref(), "server" | "include" | "state")
                || directive.name.ends_with("_server")
        });
        if !has_servers {
            let mistake = Mistake::new(
                Kind::UpstreamEmpty,
                opener.line,
                &[("name", name)],
                "server {backend};".to_owned(),
            );
            found.extend(
                (!scopes.includes_more(scope) || scopes.outside_is_known()).then_some(mistake),
            );
        }
    }
}

/// Upstreams among which a misspelt one is looked for.
const MOST_NAMES: usize = 100;

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
    let has_scheme = !pass.scheme.is_empty() || !pass.is("proxy_pass") && pass.uri.is_none();
    if !is_bare || !has_scheme || upstreams.contains_key(host) || is_filled_in(host) {
        return None;
    }
    let meant = upstreams
        .keys()
        .filter(|_| host.len() > 2 && upstreams.len() <= MOST_NAMES)
        .inspect(|_| scopes.count_work(1))
        .find(|name| distance(host, name, 2) <= 2);
    let mistake = Mistake::new(
        Kind::UpstreamMissing,
        pass.directive.line,
        &[("name", host)],
        match meant {
            Some(name) => pass.with(&pass.directive.arg(0).replacen(host, name, 1)),
            None => format!("upstream {host} {{\n    server {{backend}};\n}}"),
        },
    );
    match meant {
        Some(_) if !scopes.includes_more(pass.scope) => Some(mistake),
        // A name without a port can be a host's for http, and for nothing else.
        _ if pass.is("proxy_pass") || pass.is("grpc_pass") => {
            scopes.absent(pass.scope, mistake.into_note())
        }
        _ => scopes.absent(pass.scope, mistake),
    }
}

/// An upstream that nobody asks, where requests go to a host of one word, or to one of its own servers, instead.
fn unused(scopes: &Scopes<'_>, upstreams: &BTreeMap<&str, &Scope<'_>>, found: &mut Found) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut asked: BTreeMap<(&str, Option<&str>), &Directive<'_>> = BTreeMap::new();
    let mut other = None;
    for pass in Pass::all(scopes) {
        if pass.has_variable() || scopes.includes_more(pass.scope) {
            return;
        }
        used.insert(pass.host);
        if pass.is("proxy_pass") && pass.port.is_some() {
            asked
                .entry((pass.host, pass.port))
                .or_insert(pass.directive);
        }
        let is_word = !pass.host.is_empty()
            && !pass.host.contains(['.', '[', ':'])
            && pass.host != "localhost"
            && pass.port.is_some();
        if is_word && !upstreams.contains_key(pass.host) && other.is_none() {
            other = Some(pass.directive);
        }
    }
    for (name, upstream) in upstreams.iter().filter(|(name, _)| !used.contains(*name)) {
        // A server of its own that is asked by its address passes it over as well.
        let to_its_server = || {
            let mut servers = upstream.named("server").iter();
            servers.find_map(|server| asked.get(&host_and_port(server.arg(0))).copied())
        };
        let Some(other) = other.or_else(to_its_server) else {
            continue;
        };
        let line = upstream.opener.map_or(1, |opener| opener.line);
        found.push(Mistake::new(
            Kind::UpstreamUnused,
            line,
            &[("name", name), ("value", other.arg(0))],
            format!("{} http://{name};", other.name),
        ));
    }
}

/// Stands for a value that a script makes: it is taken for one that needs no look-up.
const OF_A_SCRIPT: &str = "127.0.0.1";

/// What variables are set to, by `set` and `map`.
struct Values<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Values<'a> {
    fn of(scopes: &'a Scopes<'a>) -> Values<'a> {
        let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for scope in scopes.all() {
            for set in scope.named("set") {
                values.entry(set.arg(0)).or_default().push(set.arg(1));
            }
            // What a script sets is not known.
            for other in scope
                .holds
                .iter()
                .filter(|other| other.name.starts_with("set_") || other.name.ends_with("_set"))
            {
                values.entry(other.arg(0)).or_default().push(OF_A_SCRIPT);
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
    if known || resolver || is_filled_in(pass.directive.arg(0)) {
        return None;
    }
    let mistake = Mistake::new(
        Kind::VariableWithoutResolver,
        pass.directive.line,
        &[("value", &pass.directive.shown())],
        "resolver {resolver} valid=30s;".to_owned(),
    );
    // What the request itself brings can be an address in numbers.
    let is_brought = ["$arg_", "$http_", "$cookie_"]
        .iter()
        .any(|start| pass.host.starts_with(start));
    scopes.absent(
        pass.scope,
        if is_brought {
            mistake.into_note()
        } else {
            mistake
        },
    )
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
    // HTTP/2 has no such header.
    let needs_none = version.is_some_and(|version| version.arg(0) == "2");
    let cleared = needs_none
        || scopes
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

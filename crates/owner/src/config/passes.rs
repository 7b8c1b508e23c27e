//! Where requests are passed to: addresses, paths and ports that do not fit together.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::listens::MOST_LISTENS;
use super::locations::{Sign, sign_and_path};
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::{Kind, Mistake, Severity};

/// A directive that passes requests on, its address taken apart.
pub(super) struct Pass<'a> {
    pub scope: &'a Scope<'a>,
    pub directive: &'a Directive<'a>,
    /// `http` or `https` of `proxy_pass`; empty for the others.
    pub scheme: &'a str,
    /// Host name, address or upstream; empty for a socket.
    pub host: &'a str,
    pub port: Option<&'a str>,
    /// What follows the address, from its stroke on.
    pub uri: Option<&'a str>,
    /// The path of a socket.
    pub socket: Option<&'a str>,
}

const PASSES: [&str; 5] = [
    "proxy_pass",
    "fastcgi_pass",
    "uwsgi_pass",
    "scgi_pass",
    "grpc_pass",
];

/// Variables that hold a path, and so end the address they are glued to.
const PATH_VARIABLES: [&str; 4] = ["$request_uri", "$uri", "$is_args", "$document_uri"];

impl<'a> Pass<'a> {
    /// Every directive that passes requests on.
    pub fn all(scopes: &'a Scopes<'a>) -> impl Iterator<Item = Pass<'a>> {
        scopes.all().flat_map(|scope| {
            PASSES
                .into_iter()
                .flat_map(|name| scope.named(name))
                .map(|directive| Pass::read(scope, directive))
        })
    }

    fn read(scope: &'a Scope<'a>, directive: &'a Directive<'a>) -> Pass<'a> {
        let (scheme, address) = directive
            .arg(0)
            .split_once("://")
            .unwrap_or(("", directive.arg(0)));
        let mut pass = Pass {
            scope,
            directive,
            scheme,
            host: "",
            port: None,
            uri: None,
            socket: None,
        };
        if let Some(path) = address.strip_prefix("unix:") {
            let (path, uri) = path.split_once(':').unzip();
            pass.socket = Some(path.unwrap_or(address.get(5..).unwrap_or_default()));
            pass.uri = uri.filter(|uri| !uri.is_empty());
            return pass;
        }
        let end = PATH_VARIABLES
            .iter()
            .filter_map(|variable| address.find(variable))
            .chain(address.find('/'))
            .min()
            .unwrap_or(address.len());
        let (authority, uri) = address.split_at_checked(end).unwrap_or((address, ""));
        pass.uri = Some(uri).filter(|uri| !uri.is_empty());
        (pass.host, pass.port) = host_and_port(authority);
        pass
    }

    pub fn has_variable(&self) -> bool {
        self.directive.arg(0).contains('$')
    }

    pub fn is(&self, name: &str) -> bool {
        self.directive.name == name
    }

    /// The directive with this address in place of its own.
    pub fn with(&self, address: &str) -> String {
        format!("{} {address};", self.directive.name)
    }
}

/// `host:port` in two; an IPv6 address keeps its brackets.
pub(super) fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') && !host.ends_with(':') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// Whether it is an address in numbers.
pub(super) fn is_address(host: &str) -> bool {
    host.parse::<std::net::Ipv4Addr>().is_ok() || host.starts_with('[')
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let upstreams = super::upstreams::defined(scopes);
    let mut on_port: BTreeMap<&str, usize> = BTreeMap::new();
    for server in scopes.every_server() {
        for port in ports(server) {
            *on_port.entry(port).or_default() += 1;
        }
    }
    for pass in Pass::all(scopes) {
        found.extend(uri_not_allowed(&pass).or_else(|| slash_mismatch(&pass)));
        found.extend(wrong_protocol(&pass, &upstreams));
        found.extend(to_itself(scopes, &pass, &upstreams, &on_port));
    }
}

/// The prefix of a location that is one, and no exact, named or regular one.
pub(super) fn prefix<'a>(scope: &Scope<'a>) -> Option<&'a str> {
    let opener = scope
        .opener
        .filter(|opener| opener.name == "location" && scope_is_prefix(opener))?;
    Some(sign_and_path(opener).1)
}

fn scope_is_prefix(opener: &Directive<'_>) -> bool {
    matches!(sign_and_path(opener), (Sign::Prefix, path) if path.starts_with('/'))
}

fn slash_mismatch(pass: &Pass<'_>) -> Option<Mistake> {
    let uri = pass.uri.filter(|uri| !uri.contains('?'))?;
    let prefix = prefix(pass.scope)?;
    // After a rewrite that ends with "break", nginx passes the rewritten path instead.
    let rewritten = !pass.scope.named("rewrite").is_empty();
    if !pass.is("proxy_pass")
        || pass.scheme.is_empty()
        || pass.has_variable()
        || rewritten
        || prefix.ends_with('/') == uri.ends_with('/')
    {
        return None;
    }
    let (line, mended) = if prefix.ends_with('/') {
        let address = format!("{}/", pass.directive.arg(0));
        (pass.directive.line, pass.with(&address))
    } else {
        (pass.scope.opener?.line, format!("location {prefix}/ {{"))
    };
    let request = format!("{}/page", prefix.trim_end_matches('/'));
    Some(Mistake::new(
        Kind::SlashMismatch,
        line,
        &[
            ("name", prefix),
            ("value", pass.directive.arg(0)),
            ("other", &request),
        ],
        mended,
    ))
}

fn uri_not_allowed(pass: &Pass<'_>) -> Option<Mistake> {
    let uri = pass.uri?;
    let opener = pass.scope.opener?;
    let regular =
        opener.name == "location" && matches!(sign_and_path(opener).0, Sign::Regex | Sign::Named);
    let within = regular || matches!(opener.name.as_ref(), "if" | "limit_except");
    if !pass.is("proxy_pass") || pass.has_variable() || !within {
        return None;
    }
    let address = pass.directive.arg(0);
    let bare = address.strip_suffix(uri).unwrap_or(address);
    Some(Mistake::new(
        Kind::UriNotAllowed,
        pass.directive.line,
        &[("value", address), ("name", &opener.shown())],
        pass.with(bare.trim_end_matches(':')),
    ))
}

fn wrong_protocol(pass: &Pass<'_>, upstreams: &BTreeMap<&str, &Scope<'_>>) -> Option<Mistake> {
    let address = pass.directive.arg(0);
    let (kind, mended) = if pass.is("fastcgi_pass")
        && (!pass.scheme.is_empty() || matches!(pass.port, Some("80" | "443")))
    {
        let host = match pass.host {
            "" | "localhost" => "127.0.0.1",
            host => host,
        };
        let port = pass
            .port
            .filter(|port| !matches!(*port, "80" | "443"))
            .unwrap_or("9000");
        (Kind::FastcgiToWeb, pass.with(&format!("{host}:{port}")))
    } else if pass.is("proxy_pass") && pass.scheme == "http" && all_on(pass, upstreams, "443", "80")
    {
        let mended = address.replacen("http://", "https://", 1);
        (Kind::HttpToTls, pass.with(&mended))
    } else if pass.is("proxy_pass")
        && pass.scheme == "https"
        && all_on(pass, upstreams, "80", upstream_port(pass, upstreams))
    {
        let mended = address.replacen("https://", "http://", 1);
        (Kind::TlsToHttp, pass.with(&mended))
    } else {
        return None;
    };
    Some(Mistake::new(
        kind,
        pass.directive.line,
        &[("value", address), ("other", "80")],
        mended,
    ))
}

/// The port of an upstream's servers that name none is 80, whatever the scheme; that of an address follows the scheme.
fn upstream_port(pass: &Pass<'_>, upstreams: &BTreeMap<&str, &Scope<'_>>) -> &'static str {
    match upstreams.contains_key(pass.host) {
        true => "80",
        false => "443",
    }
}

/// Whether requests go to this port only; `usual` is the port of an address that names none.
fn all_on(
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
    port: &str,
    usual: &str,
) -> bool {
    match upstreams.get(pass.host) {
        Some(upstream) => {
            let servers = upstream.named("server");
            !servers.is_empty()
                && servers.iter().all(|server| {
                    let (host, own) = host_and_port(server.arg(0));
                    !host.starts_with("unix:") && own.unwrap_or(usual) == port
                })
        }
        None => !pass.host.is_empty() && pass.port.unwrap_or(usual) == port,
    }
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

/// The ports a server listens on, each once; port 80 unless told otherwise.
fn ports<'a>(server: &Scope<'a>) -> BTreeSet<&'a str> {
    let listens = server.named("listen");
    if listens.is_empty() {
        return BTreeSet::from(["80"]);
    }
    listens
        .iter()
        .take(MOST_LISTENS)
        .map(|listen| {
            let (host, port) = host_and_port(listen.arg(0));
            port.unwrap_or(host)
        })
        .collect()
}

fn to_itself(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
    on_port: &BTreeMap<&str, usize>,
) -> Option<Mistake> {
    let server = scopes.server(pass.scope)?;
    let usual = if pass.scheme == "https" { "443" } else { "80" };
    let asked: Vec<&str> = match upstreams.get(pass.host) {
        Some(upstream) => upstream
            .named("server")
            .iter()
            .map(|server| host_and_port(server.arg(0)))
            .filter(|(host, _)| is_loopback(host))
            .map(|(_, port)| port.unwrap_or("80"))
            .collect(),
        None if is_loopback(pass.host) => vec![pass.port.unwrap_or(usual)],
        // The site's own name leads back to it, unless it means another machine here.
        None if names(server).any(|name| name == pass.host) => vec![pass.port.unwrap_or(usual)],
        None => Vec::new(),
    };
    let listening = ports(server);
    let own = asked.into_iter().find(|port| listening.contains(port))?;
    // Another site on the same port can be what is meant: the header Host chooses it.
    let is_ambiguous = on_port.get(own).is_some_and(|servers| *servers > 1);
    let returns = scopes
        .outer(pass.scope)
        .is_some_and(|outer| comes_back(scopes, pass, outer));
    let is_refused =
        !matches!(pass.scheme, "http" | "https") || pass.scheme == "https" && own == "80";
    if !pass.is("proxy_pass") || is_ambiguous || is_refused || !returns {
        return None;
    }
    let mistake = Mistake::new(
        Kind::PassToItself,
        pass.directive.line,
        &[("value", pass.directive.arg(0))],
        pass.with("http://{backend}"),
    );
    Some(
        match is_loopback(pass.host) || upstreams.contains_key(pass.host) {
            true => mistake,
            false => Mistake {
                severity: Severity::Surprises,
                ..mistake
            },
        },
    )
}

/// The names of a server.
fn names<'s>(server: &'s Scope<'_>) -> impl Iterator<Item = &'s str> {
    server
        .named("server_name")
        .iter()
        .flat_map(|names| names.words())
}

/// Locations of one server among which one is looked for.
const MOST_LOCATIONS: usize = 100;

/// Whether the path that is asked for leads into the same location again. Where it cannot be told it is taken not to.
fn comes_back(scopes: &Scopes<'_>, pass: &Pass<'_>, outer: &Scope<'_>) -> bool {
    let Some(uri) = pass.uri else { return true };
    if pass.has_variable() {
        return false;
    }
    let locations = outer.named("location");
    if locations.len() > MOST_LOCATIONS {
        return false;
    }
    scopes.count_work(locations.len());
    if locations
        .iter()
        .any(|location| matches!(sign_and_path(location).0, Sign::Regex | Sign::Unknown))
    {
        return false;
    }
    let taken = locations
        .iter()
        .filter(|location| match sign_and_path(location) {
            (Sign::Exact, path) => uri == path,
            (_, path) => uri.starts_with(path),
        })
        .max_by_key(|location| sign_and_path(location).1.len());
    taken.map(|location| location.line) == pass.scope.opener.map(|opener| opener.line)
}

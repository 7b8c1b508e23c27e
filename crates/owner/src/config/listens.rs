//! Where servers listen: what may stand in `listen`, addresses and options that are given twice, TLS ports without TLS.
//!
//! Source: `ngx_http_core_listen` and `ngx_http_add_listen`.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::is_port;
use super::found::Found;
use super::passes::host_and_port;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// Words that may stand in `listen` of `http`; those that end with `=` have a value.
const WORDS: [&str; 18] = [
    "default_server",
    "default",
    "bind",
    "deferred",
    "reuseport",
    "ssl",
    "http2",
    "http3",
    "quic",
    "spdy",
    "proxy_protocol",
    "multipath",
    "setfib=",
    "fastopen=",
    "backlog=",
    "rcvbuf=",
    "sndbuf=",
    "accept_filter=",
];
/// Those that belong to the address, and may be set once.
const OPTIONS: [&str; 12] = [
    "bind",
    "deferred",
    "reuseport",
    "multipath",
    "setfib=",
    "fastopen=",
    "backlog=",
    "rcvbuf=",
    "sndbuf=",
    "accept_filter=",
    "ipv6only=",
    "so_keepalive=",
];

/// Addresses of one server that are looked at: each of its directives may be held against them.
pub(super) const MOST_LISTENS: usize = 30;

/// A `listen` of a server.
pub(super) struct Listen<'a> {
    pub directive: &'a Directive<'a>,
    /// The address written one way, such as `*:80`.
    pub address: String,
}

impl<'a> Listen<'a> {
    fn read(directive: &'a Directive<'a>) -> Listen<'a> {
        let address = directive.arg(0);
        let is_number = address.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let written = match host_and_port(address) {
            _ if is_number => format!("*:{address}"),
            _ if address.starts_with("unix:") => address.to_owned(),
            ("0.0.0.0" | "*", Some(port)) => format!("*:{port}"),
            (host, Some(port)) => format!("{host}:{port}"),
            (host, None) => format!("{host}:80"),
        };
        Listen {
            directive,
            address: written,
        }
    }

    /// Every `listen` of a server, up to more than a server has.
    pub fn of(server: &Scope<'a>) -> impl Iterator<Item = Listen<'a>> {
        let listens = server.named("listen").iter().take(MOST_LISTENS);
        listens.map(|listen| Listen::read(listen))
    }

    pub fn port(&self) -> &str {
        self.address.rsplit(':').next().unwrap_or_default()
    }

    pub fn has(&self, word: &str) -> bool {
        self.directive.words().skip(1).any(|own| own == word)
    }

    /// Whether TLS is spoken there.
    pub fn is_tls(&self) -> bool {
        self.has("ssl") || self.has("quic")
    }

    /// Two servers share a port by TCP and UDP without sharing an address.
    fn key(&self) -> String {
        match self.has("quic") {
            true => format!("{} quic", self.address),
            false => self.address.clone(),
        }
    }
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let mut defaults: BTreeMap<String, usize> = BTreeMap::new();
    let mut options: BTreeMap<String, usize> = BTreeMap::new();
    let mut old_http2 = false;
    let tls: BTreeSet<String> = scopes
        .every_server()
        .flat_map(Listen::of)
        .filter(Listen::is_tls)
        .map(|listen| listen.address)
        .collect();
    for server in scopes.every_server() {
        let mut own: BTreeMap<String, usize> = BTreeMap::new();
        for listen in Listen::of(server) {
            let directive = listen.directive;
            if directive.words().any(is_filled_in) {
                continue;
            }
            found.extend(invalid(directive));
            let line = directive.line;
            let of = |kind, value: &str, other: usize| {
                let values = [("value", value), ("other", &other.to_string())];
                Mistake::new(kind, line, &values, String::new())
            };
            if let Some(before) = own.insert(listen.key(), line) {
                found.push(of(Kind::ListenTwice, &listen.address, before));
                continue;
            }
            if listen.has("default_server") || listen.has("default") {
                let first = *defaults.entry(listen.key()).or_insert(line);
                if first != line {
                    found.push(of(Kind::DefaultTwice, &listen.address, first));
                }
            }
            if has_options(directive) {
                let first = *options.entry(listen.key()).or_insert(line);
                if first != line {
                    found.push(of(Kind::ListenOptionsTwice, &listen.address, first));
                }
            }
            if listen.has("http2") && !old_http2 {
                old_http2 = true;
                found.push(of(Kind::Http2InListen, "", line));
            }
        }
        found.extend(both_families(server));
        found.extend(without_tls(scopes, server, &tls));
        found.extend(tls_everywhere(server));
    }
}

fn has_options(listen: &Directive<'_>) -> bool {
    listen
        .words()
        .skip(1)
        .any(|word| OPTIONS.iter().any(|option| is_word(word, option)))
}

fn is_word(word: &str, known: &str) -> bool {
    match known.ends_with('=') {
        true => word.starts_with(known),
        false => word == known,
    }
}

fn invalid(listen: &Directive<'_>) -> Option<Mistake> {
    let address = listen.arg(0);
    let of = |kind, value: &str| {
        Mistake::new(
            kind,
            listen.line,
            &[("name", "listen"), ("value", value)],
            String::new(),
        )
    };
    let wrong = listen.words().skip(1).find(|word| {
        !WORDS
            .iter()
            .chain(&OPTIONS)
            .any(|known| is_word(word, known))
    });
    if let Some(word) = wrong {
        return Some(of(Kind::InvalidListen, word));
    }
    if address.starts_with("unix:") || address.is_empty() {
        return None;
    }
    // A range of ports is taken, too.
    let is_number = address.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let is_right = match host_and_port(address) {
        _ if is_number => address.split('-').all(is_port),
        _ if address.contains('/') => false,
        (host, Some(port)) => {
            let is_range = port.split('-').all(is_port);
            is_range && (host.starts_with('[') || !host.contains(':'))
        }
        (host, None) if host.starts_with('[') => host.ends_with(']'),
        // A name without a dot is looked up, and found by nobody but for localhost.
        (host, None) => host.contains('.') || matches!(host, "localhost" | "*"),
    };
    (!is_right).then(|| of(Kind::InvalidAddress, address))
}

/// `[::]` that takes IPv4 as well, beside the same port of IPv4.
fn both_families(server: &Scope<'_>) -> Option<Mistake> {
    let takes_both = Listen::of(server)
        .find(|listen| listen.address.starts_with("[::]:") && listen.has("ipv6only=off"))?;
    let four = format!("*:{}", takes_both.port());
    Listen::of(server)
        .any(|listen| listen.address == four)
        .then(|| {
            Mistake::new(
                Kind::ListenTwice,
                takes_both.directive.line,
                &[("value", &takes_both.address)],
                format!("listen {};", takes_both.address),
            )
        })
}

/// The old `ssl on`, which makes the port of plain http speak TLS as well.
fn tls_everywhere(server: &Scope<'_>) -> Option<Mistake> {
    let ssl = server.named("ssl").iter().find(|ssl| ssl.arg(0) == "on")?;
    Listen::of(server)
        .any(|listen| listen.port() == "80" && !listen.is_tls())
        .then(|| Mistake::new(Kind::SslOnEveryPort, ssl.line, &[], String::new()))
}

/// Port 443 without TLS. Another server’s `ssl` on the same address makes it TLS for all.
fn without_tls(scopes: &Scopes<'_>, server: &Scope<'_>, tls: &BTreeSet<String>) -> Option<Mistake> {
    let listen = Listen::of(server).find(|listen| listen.port() == "443" && !listen.is_tls())?;
    let old_way = scopes
        .one(server, "ssl")
        .is_some_and(|ssl| ssl.arg(0) == "on");
    if tls.contains(&listen.address) || old_way || listen.has("proxy_protocol") {
        return None;
    }
    let mistake = Mistake::new(
        Kind::TlsPortWithoutSsl,
        listen.directive.line,
        &[],
        format!("{} ssl;", listen.directive.shown()),
    );
    match scopes.includes_more(server) && scopes.one(server, "ssl_certificate").is_none() {
        true => Some(mistake.into_note()),
        false => Some(mistake),
    }
}

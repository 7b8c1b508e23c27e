//! Servers: names that two of them claim, and certificates without their keys.

use std::collections::BTreeMap;

use super::found::Found;
use super::listens::Listen;
use super::scope::{Scope, Scopes};
use super::variables::is_filled_in;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let mut claimed: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let defaults = tls_defaults(scopes);
    for server in scopes.every_server() {
        found.extend(second_claim(server, &mut claimed));
        found.extend(certificate(scopes, server, &defaults));
        found.extend(odd_name(server));
        found.extend(swapped(server));
    }
}

/// Addresses of one server that are looked at, so that a thousand of them with a thousand names are no million.
const MOST_LISTENS: usize = 20;

/// Where a server listens, written one way. nginx listens on port 80 unless told otherwise.
fn listens(server: &Scope<'_>) -> Vec<String> {
    if server.named("listen").is_empty() {
        return vec!["*:80".to_owned()];
    }
    Listen::of(server).map(|listen| listen.address).collect()
}

/// The first claim of this server that an earlier one has made.
fn second_claim<'a>(
    server: &Scope<'a>,
    claimed: &mut BTreeMap<(String, &'a str), usize>,
) -> Option<Mistake> {
    let opener = server.opener?;
    let mut names: Vec<&str> = server
        .named("server_name")
        .iter()
        .flat_map(|names| names.words())
        .collect();
    if names.is_empty() {
        names.push("");
    }
    if names.iter().any(|name| is_filled_in(name)) {
        return None;
    }
    let mut second = None;
    for listen in listens(server).into_iter().take(MOST_LISTENS) {
        for name in &names {
            let before = claimed.insert((listen.clone(), name), opener.line);
            if before.is_some_and(|line| line != opener.line) && second.is_none() {
                second = Some((listen.clone(), *name));
            }
        }
    }
    let (listen, name) = second?;
    let line = server
        .named("server_name")
        .first()
        .map_or(opener.line, |names| names.line);
    let shown = if name.is_empty() { "\"\"" } else { name };
    Some(Mistake::new(
        Kind::ServerTwice,
        line,
        &[("name", shown), ("value", &listen)],
        "server_name {host};".to_owned(),
    ))
}

/// The default servers of the addresses that speak TLS. One `listen` with `ssl` makes it TLS for all servers there.
fn tls_defaults(scopes: &Scopes<'_>) -> BTreeMap<String, usize> {
    let mut is_tls: BTreeMap<String, bool> = BTreeMap::new();
    let mut defaults: BTreeMap<String, (bool, usize)> = BTreeMap::new();
    for server in scopes.every_server() {
        for listen in Listen::of(server).filter(|listen| !listen.has("quic")) {
            *is_tls.entry(listen.address.clone()).or_default() |= listen.has("ssl");
            let is_marked = listen.has("default_server") || listen.has("default");
            let known = defaults
                .entry(listen.address)
                .or_insert((is_marked, server.at));
            if is_marked && !known.0 {
                *known = (true, server.at);
            }
        }
    }
    defaults
        .into_iter()
        .filter(|(address, _)| is_tls.get(address).copied().unwrap_or_default())
        .map(|(address, (_, server))| (address, server))
        .collect()
}

fn certificate(
    scopes: &Scopes<'_>,
    server: &Scope<'_>,
    defaults: &BTreeMap<String, usize>,
) -> Option<Mistake> {
    if scopes.one(server, "ssl_reject_handshake").is_some()
        || !server.named("ssl_certificate_by_lua_block").is_empty()
    {
        return None;
    }
    let certificate = scopes.one(server, "ssl_certificate");
    let key = scopes.one(server, "ssl_certificate_key");
    match (certificate, key) {
        (Some(certificate), None) => scopes.absent(
            server,
            Mistake::new(
                Kind::CertificateWithoutKey,
                certificate.line,
                &[],
                format!(
                    "ssl_certificate_key {};",
                    certificate.arg(0).replace("fullchain", "privkey")
                ),
            ),
        ),
        (Some(_), Some(_)) => None,
        (None, _) => {
            // Any other server shows the default one's certificate.
            let listen = Listen::of(server)
                .find(|listen| defaults.get(&listen.address) == Some(&server.at))?
                .directive;
            let mistake = Mistake::new(
                Kind::TlsWithoutCertificate,
                listen.line,
                &[("value", listen.arg(0))],
                "ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;\nssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;"
                    .to_owned(),
            );
            scopes.absent(server, mistake)
        }
    }
}

/// A word in `server_name` that no request’s host can be.
fn odd_name(server: &Scope<'_>) -> Option<Mistake> {
    server.named("server_name").iter().find_map(|names| {
        let odd = names.words().find(|name| {
            let is_expression = name.starts_with('~') || name.contains('$') || is_filled_in(name);
            !is_expression && (name.contains(['/', ',', ' ']) || name.contains(':'))
        })?;
        let bare = odd.split_once("://").map_or(odd, |(_, bare)| bare);
        let bare = bare.split(['/', ':']).next().unwrap_or_default();
        let mended = names.shown().replacen(odd, bare.trim_end_matches(','), 1);
        Some(Mistake::new(
            Kind::ServerNameOdd,
            names.line,
            &[("value", odd)],
            format!("{mended};"),
        ))
    })
}

/// A key in place of the certificate, by its name.
fn swapped(server: &Scope<'_>) -> Option<Mistake> {
    let certificate = server.named("ssl_certificate").first()?;
    let key = server.named("ssl_certificate_key").first()?;
    let file = |path: &str| {
        path.rsplit('/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let is_key = |path: &str| file(path).contains("privkey") || file(path).ends_with(".key");
    (is_key(certificate.arg(0)) && !is_key(key.arg(0))).then(|| {
        Mistake::new(
            Kind::CertificateSwapped,
            certificate.line,
            &[("value", certificate.arg(0))],
            format!(
                "ssl_certificate {};\nssl_certificate_key {};",
                key.arg(0),
                certificate.arg(0)
            ),
        )
    })
}

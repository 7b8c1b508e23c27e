//! Servers: names that two of them claim, and certificates without their keys.

use std::collections::BTreeMap;

use super::scope::{Scope, Scopes};
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Vec<Mistake>) {
    let mut claimed: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for server in scopes.all().filter(|scope| scope.is("server")) {
        found.extend(second_claim(server, &mut claimed));
        found.extend(certificate(scopes, server));
    }
}

/// Where a server listens, written one way. nginx listens on port 80 unless told otherwise.
fn listens(server: &Scope<'_>) -> Vec<String> {
    let listens = server.named("listen");
    if listens.is_empty() {
        return vec!["*:80".to_owned()];
    }
    listens
        .iter()
        .map(|listen| {
            let address = listen.arg(0);
            let is_port = address.bytes().all(|b| b.is_ascii_digit());
            match address.strip_prefix("0.0.0.0:") {
                Some(port) => format!("*:{port}"),
                None if is_port => format!("*:{address}"),
                None => address.to_owned(),
            }
        })
        .collect()
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
        .flat_map(|names| names.args.iter().map(String::as_str))
        .collect();
    if names.is_empty() {
        names.push("");
    }
    let mut second = None;
    for listen in listens(server) {
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

fn certificate(scopes: &Scopes<'_>, server: &Scope<'_>) -> Option<Mistake> {
    if scopes.includes_more(server) || scopes.one(server, "ssl_reject_handshake").is_some() {
        return None;
    }
    let certificate = scopes.one(server, "ssl_certificate");
    let key = scopes.one(server, "ssl_certificate_key");
    match (certificate, key) {
        (Some(certificate), None) => Some(Mistake::new(
            Kind::CertificateWithoutKey,
            certificate.line,
            &[],
            format!(
                "ssl_certificate_key {};",
                certificate.arg(0).replace("fullchain", "privkey")
            ),
        )),
        (Some(_), Some(_)) => None,
        (None, _) => {
            let listen = server
                .named("listen")
                .iter()
                .find(|listen| listen.args.iter().any(|arg| arg == "ssl"))?;
            Some(Mistake::new(
                Kind::TlsWithoutCertificate,
                listen.line,
                &[("value", listen.arg(0))],
                "ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;\nssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;"
                    .to_owned(),
            ))
        }
    }
}

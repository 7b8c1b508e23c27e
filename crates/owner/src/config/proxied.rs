//! What an application behind nginx needs besides its address: WebSockets, its own name in the TLS handshake, the visitor's
//! scheme, room for uploads.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::listens::Listen;
use super::locations::{Sign, sign_and_path};
use super::passes::{Pass, host_and_port, is_address};
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::{Kind, Mistake};

/// Headers by which an application learns that the visitor uses https.
const OF_SCHEME: [&str; 9] = [
    "x-forwarded-proto",
    "x-forwarded-protocol",
    "x-forwarded-scheme",
    "x-forwarded-ssl",
    "x-scheme",
    "x-url-scheme",
    "front-end-https",
    "forwarded",
    "x-real-proto",
];

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let upstreams = super::upstreams::defined(scopes);
    let mut told_servers = BTreeSet::new();
    let mut told_size = false;
    for pass in Pass::all(scopes) {
        if pass.is("proxy_pass") {
            found.extend(upgrade(scopes, &pass));
            found.extend(sni(scopes, &pass, &upstreams));
            let server = scopes.server(pass.scope).map(|server| server.at);
            if let Some(mistake) = forwarded_proto(scopes, &pass)
                && told_servers.insert(server)
            {
                found.push(mistake);
            }
        }
        if let Some(mistake) = body_size(scopes, &pass).filter(|_| !told_size) {
            told_size = true;
            found.push(mistake);
        }
        found.extend(localhost(pass.directive, pass.host));
    }
    for upstream in scopes
        .every()
        .filter(|scope| scope.place == Place::Upstream)
    {
        for server in upstream.named("server") {
            found.extend(localhost(server, host_and_port(server.arg(0)).0));
        }
    }
    let with_file: BTreeSet<usize> = scopes
        .every()
        .filter(|scope| !scope.named("auth_basic_user_file").is_empty())
        .flat_map(|scope| scopes.outwards(scope))
        .map(|scope| scope.at)
        .collect();
    for scope in scopes.all() {
        found.extend(password(scopes, scope, &with_file));
    }
}

/// The value of a header that is passed on.
fn header(scopes: &Scopes<'_>, pass: &Pass<'_>, name: &str) -> Option<String> {
    scopes
        .holding(pass.scope, "proxy_set_header")
        .iter()
        .find(|header| header.arg(0).eq_ignore_ascii_case(name))
        .map(|header| header.arg(1).to_ascii_lowercase())
}

fn upgrade(scopes: &Scopes<'_>, pass: &Pass<'_>) -> Vec<Mistake> {
    let upgrade = header(scopes, pass, "upgrade").filter(|value| !value.is_empty());
    let connection = header(scopes, pass, "connection");
    if scopes.includes_more(pass.scope) {
        return Vec::new();
    }
    let wants = connection.as_deref() == Some("upgrade");
    if upgrade.is_none() && !wants {
        return Vec::new();
    }
    let line = scopes
        .holding(pass.scope, "proxy_set_header")
        .iter()
        .find(|header| {
            header.arg(0).eq_ignore_ascii_case("upgrade")
                || header.arg(0).eq_ignore_ascii_case("connection")
        })
        .map_or(pass.directive.line, |header| header.line);
    let mut found = Vec::new();
    let is_wrong = matches!(
        upgrade.as_deref(),
        Some("$connection_upgrade" | "$http_connection" | "upgrade")
    );
    if is_wrong
        && let Some(header) = scopes
            .holding(pass.scope, "proxy_set_header")
            .iter()
            .find(|header| header.arg(0).eq_ignore_ascii_case("upgrade"))
    {
        found.push(Mistake::new(
            Kind::UpgradeValue,
            header.line,
            &[("value", header.arg(1))],
            "proxy_set_header Upgrade $http_upgrade;".to_owned(),
        ));
    }
    let is_old = scopes
        .one(pass.scope, "proxy_http_version")
        .is_none_or(|version| version.arg(0) == "1.0");
    if is_old && upgrade.is_some() {
        found.extend(scopes.absent_in_server(
            pass.scope,
            Mistake::new(
                Kind::UpgradeVersion,
                line,
                &[],
                "proxy_http_version 1.1;".to_owned(),
            ),
        ));
    }
    let ends = connection
        .as_deref()
        .is_none_or(|connection| matches!(connection, "" | "close" | "keep-alive"));
    if upgrade.is_none() || ends {
        let mended = match upgrade {
            None => "proxy_set_header Upgrade $http_upgrade;",
            Some(_) => "proxy_set_header Connection \"upgrade\";",
        };
        found.extend(scopes.absent_in_server(
            pass.scope,
            Mistake::new(Kind::UpgradeConnection, line, &[], mended.to_owned()),
        ));
    }
    found
}

/// Whether it is a name of the internet, which a server can have to tell from others at one address.
fn is_public_name(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && !is_address(host)
        && !host.contains('$')
        && !matches!(
            last,
            "local" | "internal" | "lan" | "home" | "localdomain" | "svc" | "intranet" | "docker"
        )
}

fn sni(
    scopes: &Scopes<'_>,
    pass: &Pass<'_>,
    upstreams: &BTreeMap<&str, &Scope<'_>>,
) -> Option<Mistake> {
    let is_on = scopes
        .one(pass.scope, "proxy_ssl_server_name")
        .is_some_and(|name| name.arg(0).eq_ignore_ascii_case("on"));
    if pass.scheme != "https" || is_on || pass.has_variable() && pass.host.contains('$') {
        return None;
    }
    let named = match upstreams.get(pass.host) {
        Some(upstream) => upstream
            .named("server")
            .iter()
            .map(|server| host_and_port(server.arg(0)).0)
            .find(|host| is_public_name(host)),
        None => Some(pass.host).filter(|host| is_public_name(host)),
    }?;
    let mut mended = "proxy_ssl_server_name on;".to_owned();
    if named != pass.host {
        mended = format!("{mended}\nproxy_ssl_name {named};");
    }
    scopes.absent_in_server(
        pass.scope,
        Mistake::new(
            Kind::SniMissing,
            pass.directive.line,
            &[("value", named)],
            mended,
        ),
    )
}

/// TLS ends in this server, and the application behind it speaks plain http.
fn forwarded_proto(scopes: &Scopes<'_>, pass: &Pass<'_>) -> Option<Mistake> {
    let server = scopes.server(pass.scope)?;
    let headers = scopes.holding(pass.scope, "proxy_set_header");
    let told = headers
        .iter()
        .any(|header| OF_SCHEME.contains(&header.arg(0).to_ascii_lowercase().as_str()));
    let ends_tls = Listen::of(server).any(|listen| listen.is_tls());
    if told || !ends_tls || pass.scheme != "http" || scopes.includes_more(pass.scope) {
        return None;
    }
    Some(Mistake::new(
        Kind::ForwardedProtoMissing,
        pass.directive.line,
        &[],
        "proxy_set_header X-Forwarded-Proto $scheme;".to_owned(),
    ))
}

fn body_size(scopes: &Scopes<'_>, pass: &Pass<'_>) -> Option<Mistake> {
    let server = scopes.server(pass.scope)?;
    let is_set = scopes.one(pass.scope, "client_max_body_size").is_some();
    // Uploads go to the application of the whole site, not to one part of it.
    let is_whole = pass.is("fastcgi_pass")
        || pass.is("uwsgi_pass")
        || pass
            .scope
            .opener
            .is_some_and(|opener| sign_and_path(opener) == (Sign::Prefix, "/"));
    (is_whole && !is_set && !scopes.includes_more(pass.scope)).then(|| {
        Mistake::new(
            Kind::BodySize,
            server
                .opener
                .map_or(pass.directive.line, |opener| opener.line),
            &[],
            "client_max_body_size 20m;".to_owned(),
        )
    })
}

fn localhost(directive: &Directive<'_>, host: &str) -> Option<Mistake> {
    (host == "localhost").then(|| {
        let shown = directive.shown();
        let mended = shown.replacen("localhost", "127.0.0.1", 1);
        Mistake::new(
            Kind::Localhost,
            directive.line,
            &[("value", directive.arg(0))],
            format!("{mended};"),
        )
    })
}

/// A password that is asked for, and nothing to check it by.
fn password(
    scopes: &Scopes<'_>,
    scope: &Scope<'_>,
    with_file: &BTreeSet<usize>,
) -> Option<Mistake> {
    let asks = scope.named("auth_basic").first()?;
    let file = scopes.one(scope, "auth_basic_user_file");
    // It can be set further in.
    let inside = with_file.contains(&scope.at);
    if asks.arg(0) == "off" || asks.arg(0).contains('$') || file.is_some() || inside {
        return None;
    }
    scopes.absent_in_server(
        scope,
        Mistake::new(
            Kind::AuthWithoutFile,
            asks.line,
            &[],
            "auth_basic_user_file /etc/nginx/.htpasswd;".to_owned(),
        ),
    )
}

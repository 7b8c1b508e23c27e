//! Names that one directive defines and others use: zones of limits and caches, log formats; and keys that stand twice in a
//! map.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// Directives that use a zone, and those that define it.
const USES: [(&str, &str); 6] = [
    ("limit_req", "limit_req_zone"),
    ("limit_conn", "limit_conn_zone"),
    ("proxy_cache", "proxy_cache_path"),
    ("fastcgi_cache", "fastcgi_cache_path"),
    ("uwsgi_cache", "uwsgi_cache_path"),
    ("scgi_cache", "scgi_cache_path"),
];

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let zones: BTreeSet<&str> = scopes
        .every()
        .flat_map(|scope| scope.holds)
        .filter(|directive| directive.name.ends_with("_zone") || directive.name.ends_with("_path"))
        .flat_map(|directive| directive.args.iter())
        .filter_map(|word| {
            let zone = word
                .strip_prefix("keys_zone=")
                .or_else(|| word.strip_prefix("zone="))?;
            zone.split(':').next()
        })
        .collect();
    let mut formats: BTreeSet<&str> = BTreeSet::from(["combined"]);
    for scope in scopes.every() {
        formats.extend(scope.named("log_format").iter().map(|format| format.arg(0)));
    }
    for scope in scopes.every() {
        for directive in scope.holds {
            found.extend(unknown_zone(scopes, scope, directive, &zones));
            found.extend(unknown_format(scopes, scope, directive, &formats));
        }
        if scope.place == Place::Free && scope.is("map") {
            key_twice(scope, found);
        }
    }
}

fn unknown_zone(
    scopes: &Scopes<'_>,
    scope: &Scope<'_>,
    directive: &Directive<'_>,
    zones: &BTreeSet<&str>,
) -> Option<Mistake> {
    let (_, defines) = USES.iter().find(|(uses, _)| *uses == directive.name)?;
    let zone = match directive.name.as_ref() {
        "limit_req" => directive
            .words()
            .find_map(|word| word.strip_prefix("zone="))?,
        _ => directive.arg(0),
    };
    if zone == "off" || zone.contains('$') || is_filled_in(zone) || zones.contains(zone) {
        return None;
    }
    let mistake = Mistake::new(
        Kind::UnknownZone,
        directive.line,
        &[
            ("name", &directive.name),
            ("value", zone),
            ("other", defines),
        ],
        String::new(),
    );
    scopes.absent(scope, mistake)
}

fn unknown_format(
    scopes: &Scopes<'_>,
    scope: &Scope<'_>,
    directive: &Directive<'_>,
    formats: &BTreeSet<&str>,
) -> Option<Mistake> {
    let format = directive.arg(1);
    if directive.name != "access_log"
        || directive.arg(0) == "off"
        || format.is_empty()
        || format.contains('=')
        || matches!(format, "gzip")
        || is_filled_in(format)
        || formats.contains(format)
        || scope.place == Place::Unknown
    {
        return None;
    }
    let mistake = Mistake::new(
        Kind::UnknownFormat,
        directive.line,
        &[("value", format)],
        String::new(),
    );
    scopes.absent(scope, mistake)
}

fn key_twice(scope: &Scope<'_>, found: &mut Found) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for line in scope.holds {
        let is_own = matches!(line.name.as_ref(), "include" | "volatile" | "hostnames");
        if is_own || is_filled_in(&line.name) {
            continue;
        }
        // Expressions are tried one after the other: two of one text are no contradiction to nginx.
        if line.name.starts_with('~') {
            continue;
        }
        let before = *first
            .entry(line.name.to_ascii_lowercase())
            .or_insert(line.line);
        if before != line.line {
            found.push(Mistake::new(
                Kind::KeyTwice,
                line.line,
                &[("value", &line.name), ("other", &before.to_string())],
                String::new(),
            ));
        }
    }
}

//! Headers: names with a colon, and those of an outer block that an inner one does not repeat.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::{Kind, Mistake, Severity};

/// Headers that keep visitors safe, and that somebody would miss.
const OF_SAFETY: [&str; 9] = [
    "strict-transport-security",
    "content-security-policy",
    "x-frame-options",
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "access-control-allow-origin",
    "x-xss-protection",
    "cross-origin-opener-policy",
];

/// Headers that are named in a sentence.
const SHOWN: usize = 8;

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.all() {
        for name in ["add_header", "proxy_set_header", "grpc_set_header"] {
            for header in scope.named(name) {
                let with_colon = header.arg(0);
                if let Some(bare) = with_colon.strip_suffix(':') {
                    let mended = header.shown().replacen(with_colon, bare, 1);
                    found.push(Mistake::new(
                        Kind::HeaderColon,
                        header.line,
                        &[("value", with_colon)],
                        format!("{mended};"),
                    ));
                }
            }
        }
    }
    swallowed(scopes, "add_header", Kind::HeaderSwallowed, found);
    swallowed(
        scopes,
        "proxy_set_header",
        Kind::ProxyHeaderSwallowed,
        found,
    );
}

/// The headers of a block, each once.
struct Outer<'a> {
    headers: Vec<(String, &'a Directive<'a>)>,
    /// The mistake that stands for all inner blocks.
    told: Option<Mistake>,
}

/// One mistake an outer block, however many inner blocks drop its headers.
fn swallowed(scopes: &Scopes<'_>, name: &str, kind: Kind, found: &mut Found) {
    let mut outers: BTreeMap<usize, Outer<'_>> = BTreeMap::new();
    for scope in scopes.all() {
        let own = scope.named(name);
        if own.is_empty() || !scope.named("include").is_empty() || merges(scopes, scope, name) {
            continue;
        }
        let Some(outer) = scopes
            .outwards(scope)
            .skip(1)
            .find(|outer| !outer.named(name).is_empty())
        else {
            continue;
        };
        let outer = outers.entry(outer.at).or_insert_with(|| Outer {
            headers: each_once(scopes, outer.named(name)),
            told: None,
        });
        scopes.count_work(own.len());
        if let Some(told) = &mut outer.told {
            told.count += 1;
            continue;
        }
        let kept: BTreeSet<String> = own
            .iter()
            .map(|header| header.arg(0).to_ascii_lowercase())
            .collect();
        let lost: Vec<&(String, &Directive<'_>)> = outer
            .headers
            .iter()
            .inspect(|_| scopes.count_work(1))
            .filter(|(header, _)| !kept.contains(header))
            .take(SHOWN)
            .collect();
        if let (Some(first), false) = (own.first(), lost.is_empty()) {
            outer.told = Some(told(kind, first.line, &lost));
        }
    }
    found.extend(outers.into_values().filter_map(|outer| outer.told));
}

fn merges(scopes: &Scopes<'_>, scope: &Scope<'_>, name: &str) -> bool {
    scopes
        .one(scope, &format!("{name}_inherit"))
        .is_some_and(|inherit| inherit.arg(0) == "merge")
}

/// Headers in their order, each once; those that only help with looking for faults are not missed.
fn each_once<'a>(
    scopes: &Scopes<'_>,
    headers: &[&'a Directive<'a>],
) -> Vec<(String, &'a Directive<'a>)> {
    let mut known = BTreeSet::new();
    scopes.count_work(headers.len());
    headers
        .iter()
        .map(|header| (header.arg(0).to_ascii_lowercase(), *header))
        .filter(|(name, header)| {
            let for_debugging = header.arg(1).contains("cache_status")
                || name.starts_with("x-cache")
                || matches!(name.as_str(), "x-served-by" | "x-proxy-cache" | "x-debug");
            !for_debugging && known.insert(name.clone())
        })
        .collect()
}

fn told(kind: Kind, line: usize, lost: &[&(String, &Directive<'_>)]) -> Mistake {
    let names: Vec<&str> = lost.iter().map(|(_, header)| header.arg(0)).collect();
    let mended: Vec<String> = lost
        .iter()
        .map(|(_, header)| format!("{};", header.shown()))
        .collect();
    let mistake = Mistake::new(
        kind,
        line,
        &[("value", &names.join(", "))],
        mended.join("\n"),
    );
    let is_missed = kind == Kind::ProxyHeaderSwallowed
        || lost
            .iter()
            .any(|(name, _)| OF_SAFETY.contains(&name.as_str()));
    match is_missed {
        true => mistake,
        false => Mistake {
            severity: Severity::Note,
            ..mistake
        },
    }
}

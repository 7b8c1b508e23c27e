//! What visitors get: headers that an inner block swallows, scripts and files that are not found or shown by mistake.

use std::collections::{BTreeMap, BTreeSet};

use super::passes::{Pass, prefix};
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Vec<Mistake>) {
    for scope in scopes.all() {
        found.extend(swallowed(
            scopes,
            scope,
            "add_header",
            Kind::HeaderSwallowed,
        ));
        found.extend(swallowed(
            scopes,
            scope,
            "proxy_set_header",
            Kind::ProxyHeaderSwallowed,
        ));
        found.extend(alias(scope));
    }
    for pass in Pass::all(scopes) {
        found.extend(script_filename(scopes, &pass));
    }
    for within in scopes.servers() {
        fallbacks(scopes, &within, found);
    }
}

/// Headers of an outer block that this block does not repeat, though it sets some of its own.
fn swallowed(scopes: &Scopes<'_>, scope: &Scope<'_>, name: &str, kind: Kind) -> Option<Mistake> {
    let own = scope.named(name);
    let first = own.first()?;
    let outer = scopes
        .outwards(scope)
        .skip(1)
        .map(|scope| scope.named(name))
        .find(|outer| !outer.is_empty())?;
    let merges = scopes.one(scope, &format!("{name}_inherit"));
    if merges.is_some_and(|inherit| inherit.arg(0) == "merge") || !scope.named("include").is_empty()
    {
        return None;
    }
    let kept: BTreeSet<String> = own
        .iter()
        .map(|header| header.arg(0).to_ascii_lowercase())
        .collect();
    let lost: Vec<&&Directive> = outer
        .iter()
        .filter(|header| !kept.contains(&header.arg(0).to_ascii_lowercase()))
        .collect();
    if lost.is_empty() {
        return None;
    }
    let names: Vec<&str> = lost.iter().map(|header| header.arg(0)).collect();
    let mended: Vec<String> = lost
        .iter()
        .map(|header| format!("{};", header.shown()))
        .collect();
    Some(Mistake::new(
        kind,
        first.line,
        &[("value", &names.join(", "))],
        mended.join("\n"),
    ))
}

fn alias(scope: &Scope<'_>) -> Option<Mistake> {
    let alias = scope.named("alias").first()?;
    let prefix = prefix(scope)?;
    let value = alias.arg(0);
    if prefix.ends_with('/') == value.ends_with('/') || value.contains('$') {
        return None;
    }
    let (line, mended) = if prefix.ends_with('/') {
        (alias.line, format!("alias {value}/;"))
    } else {
        let opener = scope.opener?;
        (opener.line, format!("location {prefix}/ {{"))
    };
    Some(Mistake::new(
        Kind::AliasSlash,
        line,
        &[("name", prefix), ("value", value)],
        mended,
    ))
}

/// PHP-FPM needs the file's path; `fastcgi_params` does not hold it, `fastcgi.conf` and Debian's snippet do.
fn script_filename(scopes: &Scopes<'_>, pass: &Pass<'_>) -> Option<Mistake> {
    let opener = pass.scope.opener;
    let is_php = pass.directive.arg(0).contains("php")
        || pass.port == Some("9000")
        || opener.is_some_and(|opener| opener.args.iter().any(|arg| arg.contains("php")));
    // The nearest block that sets parameters decides, by a line or by nginx's list.
    let told = scopes
        .outwards(pass.scope)
        .find(|scope| {
            !scope.named("fastcgi_param").is_empty()
                || scope
                    .named("include")
                    .iter()
                    .any(|include| include.arg(0).ends_with("fastcgi_params"))
        })
        .is_some_and(|scope| {
            scope
                .named("fastcgi_param")
                .iter()
                .any(|param| param.arg(0) == "SCRIPT_FILENAME")
        });
    if !pass.is("fastcgi_pass") || !is_php || told || scopes.includes_more(pass.scope) {
        return None;
    }
    Some(Mistake::new(
        Kind::ScriptFilenameMissing,
        pass.directive.line,
        &[],
        "fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;".to_owned(),
    ))
}

/// What `try_files` falls back to.
fn fallbacks(scopes: &Scopes<'_>, within: &[&Scope<'_>], found: &mut Vec<Mistake>) {
    let complete = !within.iter().any(|scope| scopes.includes_more(scope));
    // Named locations, each with what its own try_files falls back to.
    let named: BTreeMap<&str, Option<&str>> = within
        .iter()
        .filter_map(|scope| {
            let opener = scope.opener.filter(|opener| opener.name == "location")?;
            let next = scope.named("try_files").last().and_then(|d| d.args.last());
            Some((opener.arg(0), next.map(String::as_str)))
        })
        .filter(|(name, _)| name.starts_with('@'))
        .collect();
    let passes = within.iter().any(|scope| {
        ["fastcgi_pass", "proxy_pass", "uwsgi_pass", "scgi_pass"]
            .iter()
            .any(|pass| !scope.named(pass).is_empty())
    });
    for scope in within {
        for try_files in scope.named("try_files") {
            let last = try_files.args.last().map_or("", String::as_str);
            let (kind, mended_last) = if last.starts_with("$uri")
                || last.starts_with("$request_uri")
                || goes_round(last, &named)
            {
                (
                    Kind::TryFilesCycle,
                    // A named location is no file that could be tried before the last word.
                    if last.starts_with('@') {
                        "=404".to_owned()
                    } else {
                        format!("{last} =404")
                    },
                )
            } else if last.starts_with('@') && !named.contains_key(last) && complete {
                (Kind::TryFilesNowhere, "=404".to_owned())
            } else if is_script(last) && !passes && complete {
                let mended = "location ~ \\.php$ {\n    include fastcgi_params;\n    fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;\n    fastcgi_pass unix:{socket};\n}";
                found.push(Mistake::new(
                    Kind::PhpShown,
                    try_files.line,
                    &[("value", last)],
                    mended.to_owned(),
                ));
                continue;
            } else {
                continue;
            };
            let tried = try_files
                .args
                .split_last()
                .map_or(&[] as &[_], |(_, rest)| rest);
            let mended: Vec<&str> = tried
                .iter()
                .map(String::as_str)
                .chain([mended_last.as_str()])
                .collect();
            found.push(Mistake::new(
                kind,
                try_files.line,
                &[("value", last)],
                format!("try_files {};", mended.join(" ")),
            ));
        }
    }
}

fn is_script(fallback: &str) -> bool {
    fallback.starts_with('/')
        && fallback
            .split('?')
            .next()
            .is_some_and(|path| path.ends_with(".php"))
}

/// Whether named locations fall back to each other without end.
fn goes_round(from: &str, named: &BTreeMap<&str, Option<&str>>) -> bool {
    // nginx itself stops after ten redirections.
    const STEPS: usize = 10;
    let mut at = from;
    for _ in 0..STEPS {
        match named.get(at) {
            Some(Some(next)) => at = next,
            Some(None) | None => return false,
        }
    }
    true
}

//! What visitors get: scripts and files that are not found or shown by mistake.

use std::collections::BTreeMap;

use super::found::Found;
use super::passes::{Pass, prefix};
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::{Kind, Mistake};

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.all() {
        found.extend(alias(scope));
    }
    for pass in Pass::all(scopes) {
        found.extend(script_filename(scopes, &pass));
    }
    let for_php = |scope: &&Scope<'_>| {
        scope
            .opener
            .is_some_and(|opener| opener.words().any(|word| word.contains("php")))
    };
    for scope in scopes.all().filter(for_php) {
        for param in scope.named("fastcgi_param") {
            found.extend(sample_script(param));
        }
    }
    for within in scopes.servers() {
        fallbacks(scopes, &within, found);
    }
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
        || opener.is_some_and(|opener| opener.words().any(|arg| arg.contains("php")));
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
    if !pass.is("fastcgi_pass") || !is_php || told {
        return None;
    }
    scopes.absent_in_server(
        pass.scope,
        Mistake::new(
            Kind::ScriptFilenameMissing,
            pass.directive.line,
            &[],
            "fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;".to_owned(),
        ),
    )
}

fn sample_script(param: &Directive<'_>) -> Option<Mistake> {
    let is_sample = param.arg(0) == "SCRIPT_FILENAME" && param.arg(1).starts_with("/scripts$");
    is_sample.then(|| {
        Mistake::new(
            Kind::ScriptFilenameSample,
            param.line,
            &[("value", param.arg(1))],
            "fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;".to_owned(),
        )
    })
}

/// What `try_files` falls back to.
fn fallbacks(scopes: &Scopes<'_>, within: &[&Scope<'_>], found: &mut Found) {
    let complete = !within.iter().any(|scope| scopes.includes_more(scope));
    // Named locations, each with what its own try_files falls back to.
    let named: BTreeMap<&str, Option<&str>> = within
        .iter()
        .filter_map(|scope| {
            let opener = scope.opener.filter(|opener| opener.name == "location")?;
            let next = scope.named("try_files").last().map(|d| d.last_arg());
            Some((opener.arg(0), next))
        })
        .filter(|(name, _)| name.starts_with('@'))
        .collect();
    let passes = within.iter().any(|scope| {
        ["fastcgi_pass", "proxy_pass", "uwsgi_pass", "scgi_pass"]
            .iter()
            .any(|pass| !scope.named(pass).is_empty())
    });
    for scope in within {
        for error_page in scope.named("error_page") {
            let last = error_page.last_arg();
            if last.starts_with('@') && !named.contains_key(last) && complete {
                found.push(Mistake::new(
                    Kind::TryFilesNowhere,
                    error_page.line,
                    &[("value", last)],
                    String::new(),
                ));
            }
        }
        for try_files in scope
            .named("try_files")
            .iter()
            .filter(|try_files| try_files.args.len() > 1)
        {
            let last = try_files.last_arg();
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
            let tried = try_files.args.len().saturating_sub(1);
            let mended: Vec<&str> = try_files
                .words()
                .take(tried)
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

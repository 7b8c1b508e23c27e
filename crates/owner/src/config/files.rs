//! Where nginx looks for files: roots that repeat their location, fallbacks that lead out of their folder or round in circles.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Found;
use super::locations::{Sign, sign_and_path};
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// The locations of one block, so far as they take a path before others do.
struct Locations<'a> {
    /// The line of the first regular expression.
    first_expression: Option<usize>,
    /// The paths of those with `=`.
    exact: BTreeSet<&'a str>,
}

impl<'a> Locations<'a> {
    fn of(outer: &Scope<'a>) -> Locations<'a> {
        let all = outer.named("location");
        Locations {
            first_expression: all
                .iter()
                .find(|location| sign_and_path(location).0 == Sign::Regex)
                .map(|location| location.line),
            exact: all
                .iter()
                .map(|location| sign_and_path(location))
                .filter(|(sign, _)| *sign == Sign::Exact)
                .map(|(_, path)| path)
                .collect(),
        }
    }
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    let mut locations: BTreeMap<usize, Locations<'_>> = BTreeMap::new();
    for scope in scopes
        .every()
        .filter(|scope| scope.place == Place::Location)
    {
        let Some(opener) = scope.opener else { continue };
        if opener.words().any(is_filled_in) {
            continue;
        }
        let (sign, path) = sign_and_path(opener);
        match sign {
            Sign::Prefix => {
                found.extend(root_doubled(scope, path));
                found.extend(fallback_outside(scope, path));
            }
            Sign::Regex => {
                let Some(outer) = scopes.outer(scope) else {
                    continue;
                };
                let of_outer = locations
                    .entry(outer.at)
                    .or_insert_with(|| Locations::of(outer));
                scopes.count_work(1);
                found.extend(alias_in_regex(scope));
                if let Some(path) = path.strip_prefix('^').filter(|path| is_literal(path)) {
                    found.extend(root_doubled(scope, path));
                }
                found.extend(fallback_caught(outer, of_outer, scope, path));
            }
            Sign::Exact | Sign::Named | Sign::Unknown => {}
        }
    }
}

/// Whether an expression is a path in plain letters.
fn is_literal(path: &str) -> bool {
    path.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"/_-".contains(&b))
}

fn root_doubled(scope: &Scope<'_>, path: &str) -> Option<Mistake> {
    let root = scope.named("root").first()?;
    let folder = root.arg(0).trim_end_matches('/');
    let path = path.trim_end_matches('/');
    if path.is_empty() || !folder.ends_with(path) || !path.starts_with('/') {
        return None;
    }
    let name = scope.opener?.last_arg();
    let end = if name.ends_with('/') { "/" } else { "" };
    // In an expression, alias wants the rest of the path.
    let mended = match name.starts_with(['^', '~']) {
        true => format!("root {};", folder.strip_suffix(path).unwrap_or_default()),
        false => format!("alias {folder}{end};"),
    };
    Some(Mistake::new(
        Kind::RootDoubled,
        root.line,
        &[
            ("value", root.arg(0)),
            ("name", name),
            ("other", &format!("{folder}{path}/")),
        ],
        mended,
    ))
}

/// An alias that uses no part of the expression, so that every request leads to one path.
fn alias_in_regex(scope: &Scope<'_>) -> Option<Mistake> {
    let alias = scope.named("alias").first()?;
    // One file for all requests can be meant.
    let last = alias.arg(0).rsplit('/').next().unwrap_or_default();
    (!alias.arg(0).contains('$') && !last.contains('.')).then(|| {
        Mistake::new(
            Kind::AliasInRegex,
            alias.line,
            &[("value", alias.arg(0))],
            String::new(),
        )
    })
}

/// The path that `try_files` falls back to: none where that is a status, a named location or a variable.
fn fallback<'d>(try_files: &'d Directive<'_>) -> Option<&'d str> {
    let last = try_files.last_arg();
    let path = last.split(['?', '$']).next().unwrap_or_default();
    (path.starts_with('/') && try_files.args.len() > 1).then_some(path)
}

fn fallback_outside(scope: &Scope<'_>, path: &str) -> Option<Mistake> {
    let try_files = scope.named("try_files").first()?;
    let fallback = fallback(try_files)?;
    let has_alias = !scope.named("alias").is_empty();
    let is_outside = !fallback.starts_with(path.trim_end_matches('/')) && path != "/";
    if !has_alias || !is_outside || path.is_empty() {
        return None;
    }
    let tried: Vec<&str> = try_files.words().collect();
    let (_, tried) = tried.split_last()?;
    let right = format!("{}{fallback}", path.trim_end_matches('/'));
    Some(Mistake::new(
        Kind::FallbackOutside,
        try_files.line,
        &[("value", try_files.last_arg()), ("name", path)],
        format!("try_files {} {right};", tried.join(" ")),
    ))
}

/// Whether an expression takes a path, where that can be told: it takes all that begins with some letters.
fn takes(expression: &str, path: &str) -> bool {
    let bare = expression.trim_start_matches('^').trim_end_matches('$');
    let letters = bare
        .find(['(', '[', '.', '*', '+', '?', '\\', '{', '|'])
        .unwrap_or(bare.len());
    let (start, rest) = bare.split_at_checked(letters).unwrap_or((bare, ""));
    let takes_all = matches!(rest, "(.*)" | "(.+)" | ".*" | ".+" | "");
    let is_anchored = expression.starts_with('^') || start.starts_with('/');
    let is_longer = path.len() > start.len() || rest.contains('*') || rest.is_empty();
    takes_all
        && is_anchored
        && path.starts_with(start)
        && is_longer
        && !(rest.is_empty() && expression.ends_with('$') && path != start)
}

/// An expression that takes all, whose fallback it takes again before any location for scripts is asked.
fn fallback_caught(
    outer: &Scope<'_>,
    outer_ones: &Locations<'_>,
    scope: &Scope<'_>,
    expression: &str,
) -> Option<Mistake> {
    let try_files = scope.named("try_files").first()?;
    let fallback = fallback(try_files)?;
    let prefix = match outer.place {
        Place::Location => sign_and_path(outer.opener?).1,
        _ => "/",
    };
    if !fallback.starts_with(prefix) || !takes(expression, fallback) {
        return None;
    }
    // An earlier expression takes it first; one that is not understood may.
    let is_first = outer_ones.first_expression == scope.opener.map(|opener| opener.line);
    if !is_first || outer_ones.exact.contains(fallback) {
        return None;
    }
    Some(Mistake::new(
        Kind::FallbackCaught,
        try_files.line,
        &[("value", try_files.last_arg()), ("name", prefix)],
        String::new(),
    ))
}

#[cfg(test)]
mod tests {
    use super::takes;

    #[test]
    fn an_expression_that_takes_all_takes_the_fallback() {
        assert!(takes("^/selfoss/(.+)$", "/selfoss/index.php"));
        assert!(takes("^/(.*)", "/index.php"));
        assert!(!takes("\\.php$", "/index.php"));
        assert!(!takes("^/static/(.*)$", "/index.html"));
        assert!(!takes("^/a$", "/a/index.php"));
    }
}

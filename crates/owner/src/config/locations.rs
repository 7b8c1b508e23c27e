//! Locations: the sign before their path, two of one name, and inner ones that lie outside of their outer one.
//!
//! Source: `ngx_http_core_location`, `ngx_http_cmp_locations`.

use std::collections::BTreeMap;

use super::found::Found;
use super::place::Place;
use super::scope::Scopes;
use super::tree::Directive;
use super::variables::is_filled_in;
use super::{Kind, Mistake};

/// What a location's path is compared by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// `=`
    Exact,
    /// None, or `^~`
    Prefix,
    /// `~` or `~*`
    Regex,
    /// `@`
    Named,
    /// Something that nginx does not know.
    Unknown,
}

/// The sign and the path of a location; nginx lets the sign be glued to the path.
pub(super) fn sign_and_path<'d>(location: &'d Directive<'_>) -> (Sign, &'d str) {
    let first = location.arg(0);
    if location.args.len() > 1 {
        let sign = match first {
            "=" => Sign::Exact,
            "^~" => Sign::Prefix,
            "~" | "~*" => Sign::Regex,
            _ => Sign::Unknown,
        };
        return (sign, location.arg(1));
    }
    for (start, sign) in [
        ("=", Sign::Exact),
        ("^~", Sign::Prefix),
        ("~*", Sign::Regex),
        ("~", Sign::Regex),
    ] {
        if let Some(path) = first.strip_prefix(start) {
            return (sign, path);
        }
    }
    match first.starts_with('@') {
        true => (Sign::Named, first),
        false => (Sign::Prefix, first),
    }
}

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.every() {
        let mut first: BTreeMap<(Sign, &str), usize> = BTreeMap::new();
        let outer = scope
            .opener
            .filter(|_| scope.place == Place::Location)
            .map(|opener| (opener, sign_and_path(opener)));
        for location in scope.named("location") {
            if location.block.is_none() || location.words().any(is_filled_in) {
                continue;
            }
            let (sign, path) = sign_and_path(location);
            let name = location.shown();
            let name = name.trim_start_matches("location").trim();
            if sign == Sign::Unknown {
                found.push(Mistake::new(
                    Kind::LocationSign,
                    location.line,
                    &[("value", location.arg(0))],
                    String::new(),
                ));
                continue;
            }
            if sign != Sign::Regex {
                let before = *first.entry((sign, path)).or_insert(location.line);
                if before != location.line {
                    let mistake = Mistake::new(
                        Kind::LocationTwice,
                        location.line,
                        &[("name", name), ("other", &before.to_string())],
                        String::new(),
                    );
                    found.push(match scope.place {
                        Place::Unknown => mistake.into_note(),
                        _ => mistake,
                    });
                }
            }
            if let Some((opener, (outer_sign, outer_path))) = outer {
                let is_outside = match (outer_sign, sign) {
                    (_, Sign::Named) | (Sign::Exact | Sign::Named, _) => true,
                    (Sign::Prefix, Sign::Prefix | Sign::Exact) => !path.starts_with(outer_path),
                    (Sign::Prefix, Sign::Regex) | (Sign::Regex | Sign::Unknown, _) => false,
                    (Sign::Prefix, Sign::Unknown) => false,
                };
                if is_outside {
                    let shown = opener.shown();
                    found.push(Mistake::new(
                        Kind::LocationOutside,
                        location.line,
                        &[
                            ("name", name),
                            ("other", shown.trim_start_matches("location").trim()),
                        ],
                        String::new(),
                    ));
                }
            }
        }
    }
}

//! How long nginx waits for an answer: longer than anybody else does, or too short to be of use.

use super::passes::prefix;
use super::scope::{Scope, Scopes};
use super::{Kind, Mistake};

/// The longest wait of use, in milliseconds: the delivery networks that wait longest give up after 100 seconds.
const LONGEST: u64 = 100_000;
/// The shortest wait of use, in milliseconds: a busy application takes some seconds at times.
const SHORTEST: u64 = 5_000;

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Vec<Mistake>) {
    for scope in scopes.all() {
        for kind in ["proxy", "fastcgi", "uwsgi", "scgi", "grpc"] {
            let name = format!("{kind}_read_timeout");
            for directive in scope.named(&name) {
                let Some(time) = milliseconds(directive.arg(0)) else {
                    continue;
                };
                let kind = if time < SHORTEST {
                    Kind::WaitTooShort
                } else if time > LONGEST && !is_meant(scopes, scope) {
                    Kind::WaitTooLong
                } else {
                    continue;
                };
                found.push(Mistake::new(
                    kind,
                    directive.line,
                    &[("name", &name), ("value", directive.arg(0))],
                    format!("{name} 60s;"),
                ));
            }
        }
    }
}

/// A long wait is right where a connection is meant to stay (WebSocket, events), and for one part of a site, such as an
/// export.
fn is_meant(scopes: &Scopes<'_>, scope: &Scope<'_>) -> bool {
    let upgrades = scopes
        .holding(scope, "proxy_set_header")
        .iter()
        .any(|header| header.arg(0).eq_ignore_ascii_case("upgrade"));
    let streams = scopes
        .one(scope, "proxy_buffering")
        .is_some_and(|buffering| buffering.arg(0) == "off");
    let is_part = scope.is("location")
        && prefix(scope) != Some("/")
        && !scope
            .opener
            .is_some_and(|opener| opener.args.iter().any(|arg| arg.contains("php")));
    upgrades || streams || is_part
}

/// A time as nginx writes it, in milliseconds: `60`, `60s`, `1m 30s` in one word, `500ms`.
fn milliseconds(text: &str) -> Option<u64> {
    let mut whole = 0_u64;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(end)?;
        let (unit, after) = [
            ("ms", 1),
            ("s", 1_000),
            ("m", 60_000),
            ("h", 3_600_000),
            ("d", 86_400_000),
        ]
        .into_iter()
        .find_map(|(name, unit)| after.strip_prefix(name).map(|after| (unit, after)))
        .or_else(|| after.is_empty().then_some((1_000, after)))?;
        whole = whole.saturating_add(digits.parse::<u64>().ok()?.saturating_mul(unit));
        rest = after;
    }
    (!text.is_empty()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::milliseconds;

    #[test]
    fn times_are_read_as_nginx_reads_them() {
        for (text, time) in [
            ("60", Some(60_000)),
            ("60s", Some(60_000)),
            ("500ms", Some(500)),
            ("1m30s", Some(90_000)),
            ("1h", Some(3_600_000)),
            ("", None),
            ("s", None),
            ("ten", None),
            ("$wait", None),
        ] {
            assert_eq!(milliseconds(text), time, "{text}");
        }
    }
}

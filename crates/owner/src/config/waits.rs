//! How long nginx waits for an answer: longer than anybody else does, or too short to be of use.

use super::found::Found;
use super::passes::prefix;
use super::place::Place;
use super::scope::{Scope, Scopes};
use super::values::milliseconds;
use super::{Kind, Mistake};

/// The longest wait of use, in milliseconds: the delivery networks that wait longest give up after 100 seconds.
const LONGEST: u64 = 100_000;
/// The shortest wait of use, in milliseconds: a busy application takes some seconds at times.
const SHORTEST: u64 = 5_000;

pub(super) fn check(scopes: &Scopes<'_>, found: &mut Found) {
    for scope in scopes.all() {
        for kind in ["proxy", "fastcgi", "uwsgi", "scgi", "grpc"] {
            let name = format!("{kind}_read_timeout");
            for directive in scope.named(&name) {
                let Some(time) = milliseconds(directive.arg(0)) else {
                    continue;
                };
                let (kind, mended) = if time < SHORTEST {
                    (Kind::WaitTooShort, format!("{name} 60s;"))
                } else if time > LONGEST && !is_meant(scopes, scope) {
                    // How long is long enough, only the application knows.
                    (Kind::WaitTooLong, String::new())
                } else {
                    continue;
                };
                found.push(Mistake::new(
                    kind,
                    directive.line,
                    &[("name", &name), ("value", directive.arg(0))],
                    mended,
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
    let is_part = scope.is("location") && prefix(scope) != Some("/");
    // Of a piece it is not known what it is a part of.
    upgrades || streams || is_part || scope.place == Place::Unknown
}

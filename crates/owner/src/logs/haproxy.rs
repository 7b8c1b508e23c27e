//! Lines of HAProxy: what it says of its servers, and the termination state at the end of each request.
//!
//! The state's first letter tells who ended the session (C: the visitor, S: the server, P: HAProxy, s and c: time was up),
//! the second what it was doing then (R: the request, Q: the queue, C: connecting, H: the headers, D: the data).
//! Source: HAProxy's configuration manual, "Session state at disconnection".

use super::Mark::{Ended, Words};
use super::{Pattern, Source};
use crate::steps::Step;

/// The two letters that begin a termination state, where the line has one: a word of four letters before the counts of
/// connections, as in `SC-- 3/1/0/0/3`.
pub(super) fn termination(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if is_state(word) && words.peek().is_some_and(|next| is_counts(next)) {
            return word.get(..2);
        }
    }
    None
}

fn is_state(word: &str) -> bool {
    let allowed = ["CSPLRIUKDcs-", "RQCHDLTd-", "NIDVEOU-", "NIURPD-"];
    match word.as_bytes() {
        [a, b] => [a, b]
            .iter()
            .zip(allowed)
            .all(|(byte, set)| set.as_bytes().contains(byte)),
        [a, b, c, d] => [a, b, c, d]
            .iter()
            .zip(allowed)
            .all(|(byte, set)| set.as_bytes().contains(byte)),
        _ => false,
    }
}

/// Five numbers with strokes between.
fn is_counts(word: &str) -> bool {
    word.split('/').count() == 5
        && word.split('/').all(|number| {
            let digits = number.strip_prefix('+').unwrap_or(number);
            !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
        })
}

pub(super) const PATTERNS: &[Pattern] = &[
    Pattern {
        id: "haproxy-no-server",
        source: Source::HaProxy,
        mark: Words(&["has no server available"]),
        meaning: "Every server behind this name failed its health check. Visitors see 503.",
        likely: "The application is down, or the health check asks for a page that fails.",
        step: Step::EachBackend,
        example: "Mar  1 10:00:00 lb haproxy[7]: backend app has no server available!",
    },
    Pattern {
        id: "haproxy-server-down",
        source: Source::HaProxy,
        mark: Words(&["server ", " is down, reason: "]),
        meaning: "HAProxy takes this server out, because its health check failed. The line names the reason.",
        likely: "The application there is stopped or too slow.",
        step: Step::AppStatus,
        example: "Mar  1 10:00:00 lb haproxy[7]: Server app/app1 is DOWN, reason: Layer4 connection problem, info: \"Connection refused\", check duration: 0ms. 1 active and 0 backup servers left.",
    },
    Pattern {
        id: "haproxy-sc",
        source: Source::HaProxy,
        mark: Ended(&["SC"]),
        meaning: "The server refused the connection, or there was no server to ask.",
        likely: "The application is stopped, or all servers are marked down.",
        step: Step::AppStatus,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/-1/-1/1 503 217 - - SC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-connect-timeout",
        source: Source::HaProxy,
        mark: Ended(&["sC"]),
        meaning: "The server did not take the connection in time.",
        likely: "A firewall drops the packets, or the server’s queue is full.",
        step: Step::Firewall,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/-1/-1/5001 503 217 - - sC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-read-timeout",
        source: Source::HaProxy,
        mark: Ended(&["sH"]),
        meaning: "The server took the request and was too slow with its answer. Visitors saw 504.",
        likely: "A slow query, or “timeout server” is too short.",
        step: Step::SlowRequests,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/-1/30002 504 194 - - sH-- 1/1/0/0/0 0/0 \"GET /report HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-hung-up",
        source: Source::HaProxy,
        mark: Ended(&["SH"]),
        meaning: "The server hung up before it sent its headers, or sent bad ones. Visitors saw 502.",
        likely: "The application crashed, or its headers are larger than HAProxy’s buffer.",
        step: Step::ApplicationLog,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/-1/12 502 204 - - SH-- 1/1/0/0/0 0/0 \"GET / HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-cut-off",
        source: Source::HaProxy,
        mark: Ended(&["SD", "sD"]),
        meaning: "The server broke off in the middle of its answer.",
        likely: "It crashed or stopped while it was sending.",
        step: Step::ApplicationLog,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/20/45 200 4096 - - SD-- 1/1/0/0/0 0/0 \"GET /file HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-queue",
        source: Source::HaProxy,
        mark: Ended(&["sQ"]),
        meaning: "The request waited for a free server until its time was up. Visitors saw 503.",
        likely: "All servers are busy: too few of them, or slow pages.",
        step: Step::ScaleOut,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/<NOSRV> 0/5000/-1/-1/5000 503 217 - - sQ-- 90/90/50/50/0 0/41 \"GET / HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-refused-request",
        source: Source::HaProxy,
        mark: Ended(&["PR"]),
        meaning: "HAProxy itself refused the request.",
        likely: "A rule forbids it, or it was malformed.",
        step: Step::SecurityRules,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www www/<NOSRV> 0/-1/-1/-1/0 403 192 - - PR-- 1/1/0/0/0 0/0 \"GET /admin HTTP/1.1\"",
    },
    Pattern {
        id: "haproxy-visitor-left",
        source: Source::HaProxy,
        mark: Ended(&["cD", "CD", "CH", "CR", "cR", "CC", "CQ"]),
        meaning: "The visitor left, or was silent until the time was up.",
        likely: "A slow page or a weak connection. Some such lines are normal.",
        step: Step::SlowRequests,
        example: "Mar  1 10:00:00 lb haproxy[7]: 192.0.2.1:50000 [01/Mar/2026:10:00:00.000] www app/app1 0/0/1/20/50045 200 4096 - - cD-- 1/1/0/0/0 0/0 \"GET /file HTTP/1.1\"",
    },
];

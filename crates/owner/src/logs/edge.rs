//! Errors that a delivery network answers itself: Cloudflare's 520 to 530.
//!
//! Three digits stand in many lines, so a number counts only where a network names its error: "Error 522", "error code: 522",
//! "522: Connection timed out", a status in a response line or in Cloudflare's own fields.

use super::Mark::EdgeCode;
use super::{Pattern, Source};
use crate::steps::Step;

/// What stands before the number, in lower case.
const BEFORE: &[&str] = &[
    "error code: ",
    "error code ",
    "error ",
    "edgeresponsestatus\":",
    "http/1.1 ",
    "http/2 ",
    "http/3 ",
    "cloudflare ",
    "| ",
];

/// The code of a delivery network that a line names, from its text in lower case.
pub(super) fn code(line: &str) -> Option<&'static str> {
    BEFORE.iter().find_map(|before| {
        line.match_indices(before).find_map(|(at, _)| {
            let after = line.get(at + before.len()..)?;
            let is_whole = !after
                .chars()
                .nth(3)
                .is_some_and(|next| next.is_ascii_alphanumeric() || next == '.');
            PATTERNS
                .iter()
                .filter_map(|pattern| match pattern.mark {
                    EdgeCode(number) => Some(number),
                    super::Mark::Words(_) | super::Mark::Ended(_) => None,
                })
                .find(|number| is_whole && after.starts_with(number))
        })
    })
}

pub(super) const PATTERNS: &[Pattern] = &[
    Pattern {
        id: "cloudflare-520",
        source: Source::Edge,
        mark: EdgeCode("520"),
        meaning: "Your server answered Cloudflare with something it could not read, or hung up.",
        likely: "A crash, headers over 128 kB, or an empty answer.",
        step: Step::Origin,
        example: "<title>example.com | 520: Web server is returning an unknown error</title>",
    },
    Pattern {
        id: "cloudflare-521",
        source: Source::Edge,
        mark: EdgeCode("521"),
        meaning: "Your server refused Cloudflare’s connection.",
        likely: "The web server is stopped, or a firewall blocks Cloudflare’s addresses.",
        step: Step::Origin,
        example: "Error 521: Web server is down",
    },
    Pattern {
        id: "cloudflare-522",
        source: Source::Edge,
        mark: EdgeCode("522"),
        meaning: "Your server did not answer Cloudflare’s connection at all.",
        likely: "A firewall drops the packets, the address is old, or the server is overloaded.",
        step: Step::AllowCdn,
        example: "error code: 522",
    },
    Pattern {
        id: "cloudflare-523",
        source: Source::Edge,
        mark: EdgeCode("523"),
        meaning: "No route leads from Cloudflare to your server.",
        likely: "The address in Cloudflare’s DNS is wrong or old.",
        step: Step::DnsRecords,
        example: "Error 523: Origin is unreachable",
    },
    Pattern {
        id: "cloudflare-524",
        source: Source::Edge,
        mark: EdgeCode("524"),
        meaning: "Your server took the request and was not done after about 100 seconds.",
        likely: "A long export, import or query. Let it run in the background.",
        step: Step::SlowRequests,
        example: "{\"ClientRequestHost\":\"example.com\",\"EdgeResponseStatus\":524}",
    },
    Pattern {
        id: "cloudflare-525",
        source: Source::Edge,
        mark: EdgeCode("525"),
        meaning: "Cloudflare and your server could not agree on a secure connection.",
        likely: "Port 443 has no certificate, or TLS versions do not fit.",
        step: Step::CdnTls,
        example: "Error 525: SSL handshake failed",
    },
    Pattern {
        id: "cloudflare-526",
        source: Source::Edge,
        mark: EdgeCode("526"),
        meaning: "Your server’s own certificate is not valid, and Cloudflare is told to check it.",
        likely: "It has expired, or names another site.",
        step: Step::CdnTls,
        example: "HTTP/2 526",
    },
    Pattern {
        id: "cloudflare-527",
        source: Source::Edge,
        mark: EdgeCode("527"),
        meaning: "The link between Cloudflare and a Railgun program on your server failed.",
        likely: "Railgun has been retired: remove it.",
        step: Step::Origin,
        example: "Error 527: Railgun Listener to origin error",
    },
    Pattern {
        id: "cloudflare-530",
        source: Source::Edge,
        mark: EdgeCode("530"),
        meaning: "Cloudflare has a second error for you: a number such as 1016 stands beside it.",
        likely: "With 1016, the name of your server has no address. With 1033, a tunnel is down.",
        step: Step::DnsRecords,
        example: "HTTP/2 530",
    },
];

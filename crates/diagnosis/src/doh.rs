//! DNS-over-HTTPS in its JSON form, as both public resolvers answer it.

use crate::address;
use crate::json;

/// What a resolver says of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DnsAnswer {
    /// These addresses.
    Found(Vec<String>),
    /// The name exists, with no address of the kind asked for.
    Empty,
    /// No such name (NXDOMAIN, or its RFC 9824 form).
    Missing,
    /// The name's servers failed (SERVFAIL).
    Broken,
    /// Another DNS error, by its number.
    Other(u16),
}

impl DnsAnswer {
    /// The answer in a word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            DnsAnswer::Found(_) => "found",
            DnsAnswer::Empty => "empty",
            DnsAnswer::Missing => "missing",
            DnsAnswer::Broken => "broken",
            DnsAnswer::Other(_) => "other",
        }
    }

    /// Whether any address is private.
    #[must_use]
    pub fn is_private(&self) -> bool {
        match self {
            DnsAnswer::Found(addresses) => addresses.iter().any(|a| address::is_private(a)),
            DnsAnswer::Empty | DnsAnswer::Missing | DnsAnswer::Broken | DnsAnswer::Other(_) => {
                false
            }
        }
    }
}

/// Extended DNS error 30, "invalid query type": a compact denial of a name that does not exist (RFC 9824).
const COMPACT_DENIAL: u16 = 30;

/// DNS record types: A, and AAAA.
const ADDRESS_TYPES: [u16; 2] = [1, 28];

/// Reads a resolver's JSON. `None` when it is none.
#[must_use]
pub fn read(text: &str) -> Option<DnsAnswer> {
    let body = json::read(text)?;
    let status: u16 = json::number(&body, &["Status"])?;
    let addresses: Vec<String> = json::items(&body, &["Answer"])
        .iter()
        .filter(|entry| {
            json::number(entry, &["type"]).is_some_and(|kind| ADDRESS_TYPES.contains(&kind))
        })
        .filter_map(|entry| json::text(entry, &["data"]))
        .filter(|data| address::is_address(data))
        .map(str::to_owned)
        .collect();
    let denied = json::items(&body, &["extended_dns_errors"])
        .iter()
        .any(|error| json::number(error, &["info_code"]) == Some(COMPACT_DENIAL))
        // Cloudflare writes one comment as text, several as a list; only what it contains matters.
        || json::at(&body, &["Comment"]).is_some_and(|comment| json::mentions(comment, "EDE(30)"));
    Some(match status {
        0 if !addresses.is_empty() => DnsAnswer::Found(addresses),
        0 if denied => DnsAnswer::Missing,
        0 => DnsAnswer::Empty,
        2 => DnsAnswer::Broken,
        3 => DnsAnswer::Missing,
        other => DnsAnswer::Other(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_of_both_resolvers_are_understood() {
        let table: &[(&str, Option<DnsAnswer>)] = &[
            (
                r#"{"Status":0,"Answer":[{"name":"a","type":5,"TTL":0,"data":"b."},{"name":"b","type":1,"TTL":0,"data":"198.51.100.20"}]}"#,
                Some(DnsAnswer::Found(vec!["198.51.100.20".into()])),
            ),
            (r#"{"Status":0}"#, Some(DnsAnswer::Empty)),
            (
                r#"{"Status":0,"Comment":["EDE(30): Invalid Query Type"]}"#,
                Some(DnsAnswer::Missing),
            ),
            (
                r#"{"Status":0,"extended_dns_errors":[{"info_code":30}]}"#,
                Some(DnsAnswer::Missing),
            ),
            (
                r#"{"Status":2,"Comment":"EDE(22): No Reachable Authority"}"#,
                Some(DnsAnswer::Broken),
            ),
            (r#"{"Status":3}"#, Some(DnsAnswer::Missing)),
            (r#"{"Status":5}"#, Some(DnsAnswer::Other(5))),
            ("<html>portal", None),
            (r#"{"Status":"0"}"#, None),
        ];
        for (text, expected) in table {
            assert_eq!(&read(text), expected, "{text}");
        }
    }
}

//! DNS over HTTPS in the JSON form that both public resolvers answer:
//! [Cloudflare's](https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/) and
//! [Google's](https://developers.google.com/speed/public-dns/docs/doh/json). It is older than RFC 8427 and differs from it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::address;
use crate::lenient;

/// A resolver's answer as it came.
#[derive(Clone, Debug)]
pub struct Response {
    /// The DNS response code (RCODE): 0 for no error, 2 for SERVFAIL, 3 for NXDOMAIN.
    pub status: u16,
    /// The answer section.
    pub answer: Vec<ResourceRecord>,
    /// The name is denied in a compact form; resolvers tell by an extended DNS error (RFC 8914).
    denied: bool,
}

impl Response {
    /// Reads a resolver's JSON. `None` when it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Response> {
        let response = lenient::object(text)?;
        let status = lenient::number(&response["Status"])?;
        let answer = lenient::list(&response["Answer"]);
        // Google writes extended errors by their numbers; Cloudflare in words, one as text, several as a list.
        let errors = lenient::list(&response["extended_dns_errors"]);
        let comments = lenient::one_or_more(&response["Comment"]);
        Some(Response {
            status,
            answer: answer.iter().map(ResourceRecord::of).collect(),
            denied: errors
                .iter()
                .any(|error| error["info_code"] == COMPACT_DENIAL)
                || comments.iter().any(|comment| comment.contains("EDE(30)")),
        })
    }
}

/// A record of the answer section.
#[derive(Clone, Debug, Default)]
pub struct ResourceRecord {
    /// The name it belongs to, with or without the last dot.
    pub name: String,
    /// The number of its type; 0 where the resolver gives none.
    pub record_type: u16,
    /// Its data in the form of zone files.
    pub data: String,
}

impl ResourceRecord {
    fn of(record: &Value) -> ResourceRecord {
        ResourceRecord {
            name: lenient::text(&record["name"]).to_owned(),
            record_type: lenient::number(&record["type"]).unwrap_or_default(),
            data: lenient::text(&record["data"]).to_owned(),
        }
    }
}

/// What a resolver says of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
///
/// ```
/// use whichside_diagnosis::doh::{DnsAnswer, read};
///
/// let found = r#"{"Status":0,"Answer":[{"name":"shop.example","type":1,"data":"198.51.100.20"}]}"#;
/// assert_eq!(read(found), Some(DnsAnswer::Found(vec!["198.51.100.20".to_owned()])));
/// assert_eq!(read(r#"{"Status":3}"#), Some(DnsAnswer::Missing));
/// assert_eq!(read("<html>Sign in"), None);
/// ```
#[must_use]
pub fn read(text: &str) -> Option<DnsAnswer> {
    let response = Response::read(text)?;
    let addresses: Vec<String> = response
        .answer
        .into_iter()
        .filter(|record| ADDRESS_TYPES.contains(&record.record_type))
        .map(|record| record.data)
        .filter(|data| address::is_address(data))
        .collect();
    Some(match response.status {
        0 if !addresses.is_empty() => DnsAnswer::Found(addresses),
        0 if response.denied => DnsAnswer::Missing,
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

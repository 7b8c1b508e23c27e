//! Whether the site opens for the vantages as browsers ask for it, too: by HTTP/2, and over IPv6 where it has an address there.
//!
//! The first measurement asks by HTTP/1.1 over IPv4. A site that opens so is not cleared of what only browsers meet.

use super::outside::trust_in;
use super::{Evidence, Finding};
use crate::endpoints::Round;
use crate::outside::Sight;
use crate::record::CheckRecord;

columns! {
    /// The target, from outside, as browsers ask.
    Protocol {
        /// It opens as it does by HTTP/1.1 over IPv4.
        Alike,
        /// It opens by HTTP/1.1, and fails by HTTP/2.
        Http2Fails,
        /// It opens over IPv4, and fails over IPv6.
        Ipv6Fails,
    }
}

/// What the vantages of the further orders saw.
pub(super) fn read(record: &CheckRecord) -> Option<Evidence> {
    let told = [
        (Round::Http2, Protocol::Http2Fails),
        (Round::Ipv6, Protocol::Ipv6Fails),
    ]
    .map(|(round, failing)| {
        let opens: Vec<bool> = record
            .vantages(round)
            .filter_map(|vantage| opens(&vantage.saw))
            .collect();
        let fails = opens.iter().filter(|opens| !**opens).count();
        let column = if fails * 2 > opens.len() {
            failing
        } else {
            Protocol::Alike
        };
        (column, opens.len())
    });
    let (column, vantages) = told
        .into_iter()
        .filter(|(_, vantages)| *vantages > 0)
        .max_by_key(|(column, vantages)| (*column, *vantages))?;
    Some(Evidence {
        finding: Finding::Protocol(column),
        trust: trust_in(vantages),
    })
}

/// Whether the site answers this vantage; robots that are turned away were answered. `None` where it does not tell.
fn opens(saw: &Sight) -> Option<bool> {
    match saw {
        Sight::Waiting => None,
        Sight::Answer(answer) => Some(answer.code < 500),
        Sight::Other(_) if saw.speaks_no_http2() => Some(true),
        Sight::Other(words) if words.is_empty() => None,
        Sight::Refused
        | Sight::TimedOut
        | Sight::HungUp
        | Sight::NameMissing
        | Sight::NameBroken
        | Sight::Other(_) => Some(false),
    }
}

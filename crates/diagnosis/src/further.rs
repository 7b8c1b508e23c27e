//! Further orders to the vantages, where the first ones do not yet say whom a failure here belongs to.
//!
//! A measurement asks by HTTP/1.1 over IPv4, and browsers ask otherwise: by HTTP/2, and over IPv6 where there is an address. Where
//! a site opens so and fails in this browser, the same is asked as browsers ask; until that is told, the site is not cleared.

use crate::doh::DnsAnswer;
use crate::endpoints::{Record, Resolver, Round};
use crate::observation::{Measured, Outcome};
use crate::probes::Probe;
use crate::record::CheckRecord;
use crate::signals::{self, Reach};
use crate::target::Scheme;

/// The orders that are wanted: those without which a failure here cannot be laid to the visitor's side.
pub(crate) fn wanted(record: &CheckRecord) -> impl Iterator<Item = Round> {
    let reach = unexplained(record);
    let by_http2 = matches!(
        reach,
        Some(Reach::Connected | Reach::Secured | Reach::Unknown)
    );
    let over_ipv6 = has_ipv6(record)
        && matches!(
            reach,
            Some(Reach::Address | Reach::Connected | Reach::Secured | Reach::Unknown)
        );
    [(by_http2, Round::Http2), (over_ipv6, Round::Ipv6)]
        .into_iter()
        .filter_map(|(is_wanted, round)| is_wanted.then_some(round))
}

/// Whether the vantages that open the site leave it uncleared of this failure: an order is wanted and has not been answered, or
/// the failure is one that no order shows. Browsers open TLS with a message of two packets (ML-KEM), vantages with one; a
/// server that loses the second fails in every new browser, and opens for them.
pub(crate) fn site_is_uncleared(record: &CheckRecord) -> bool {
    let answered = |round| {
        matches!(
            record.outcome(Probe::Outside(round)),
            Some(Outcome::Measured(Measured::Complete { .. }))
        )
    };
    matches!(unexplained(record), Some(Reach::Connected | Reach::Unknown))
        || wanted(record).any(|round| !answered(round))
}

/// How far a request got that fails here while the site opens for vantages; `None` where that is not so.
fn unexplained(record: &CheckRecord) -> Option<Reach> {
    if record.target().scheme() != Scheme::Https {
        return None;
    }
    let opens_outside = signals::outside(record).is_some_and(|reading| reading.agreed.opens());
    let local = signals::local(record)?;
    (opens_outside && local.opens() == Some(false)).then(|| local.reach())
}

fn has_ipv6(record: &CheckRecord) -> bool {
    Resolver::ALL.into_iter().any(|resolver| {
        matches!(
            record.outcome(Probe::Dns(resolver, Record::Aaaa)),
            Some(Outcome::Dns(DnsAnswer::Found(_)))
        )
    })
}

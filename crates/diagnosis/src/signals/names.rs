//! What the public resolvers say of the target's name.

use super::outside::{self, Outside};
use crate::doh::DnsAnswer;
use crate::endpoints::{Record, Resolver, Round};
use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;
use crate::redirect;

columns! {
    /// What the public resolvers say of the name.
    Names {
        /// Found.
        Found,
        /// It exists without an address, or does not exist.
        Missing,
        /// SERVFAIL.
        Broken,
        /// SERVFAIL, but found when signatures are not checked.
        BadlySigned,
        /// The resolvers disagree.
        Split,
        /// It leads to a private address.
        Private,
    }
}

pub(super) fn read(record: &CheckRecord) -> Option<Names> {
    // Where the site sends on to another name, it is that name that is missing.
    if redirected_elsewhere(record)
        && matches!(
            outside::read(record).map(|reading| reading.agreed),
            Some(Outside::NameMissing | Outside::NameBroken)
        )
    {
        return None;
    }
    let unsigned = Resolver::ALL.into_iter().any(|r| {
        matches!(
            record.outcome(Probe::Dns(r, Record::Unchecked)),
            Some(Outcome::Dns(DnsAnswer::Found(_)))
        )
    });
    let answers: Vec<Names> = Resolver::ALL
        .into_iter()
        .filter_map(|resolver| resolver_says(record, resolver))
        .collect();
    let first = *answers.first()?;
    Some(if answers.contains(&Names::Private) {
        Names::Private
    } else if answers.iter().any(|answer| *answer != first) {
        Names::Split
    } else if first == Names::Broken && unsigned {
        Names::BadlySigned
    } else {
        first
    })
}

/// Whether most vantages were sent on to another host.
fn redirected_elsewhere(record: &CheckRecord) -> bool {
    redirect::followed(record.target(), record.vantages(Round::First))
        .is_some_and(|goal| goal.host() != record.target().host())
}

/// One resolver's answers for both kinds of address, together.
fn resolver_says(record: &CheckRecord, resolver: Resolver) -> Option<Names> {
    let answer = |dns_record| match record.outcome(Probe::Dns(resolver, dns_record)) {
        Some(Outcome::Dns(answer)) => Some(answer),
        _ => None,
    };
    let both = [answer(Record::A), answer(Record::Aaaa)];
    let any = |wanted: fn(&DnsAnswer) -> bool| both.iter().flatten().any(|answer| wanted(answer));
    if any(DnsAnswer::is_private) {
        Some(Names::Private)
    } else if any(|answer| matches!(answer, DnsAnswer::Found(_))) {
        Some(Names::Found)
    } else if any(|answer| matches!(answer, DnsAnswer::Broken)) {
        Some(Names::Broken)
    } else if any(|answer| matches!(answer, DnsAnswer::Missing))
        || both
            .iter()
            .flatten()
            .filter(|a| ***a == DnsAnswer::Empty)
            .count()
            == 2
    {
        Some(Names::Missing)
    } else {
        None
    }
}

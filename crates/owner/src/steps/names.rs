//! Steps about the site's name: records, registration, name servers, signatures, resolvers elsewhere.

use super::{EVERYWHERE, Step, StepWords};
use crate::command::{Commands, done, look, prints, seen};

pub(super) const DNS_RECORDS: StepWords = StepWords {
    title: "See where the name points",
    why: "After a move the name may still point to the old server. Resolvers keep an old answer until its time is up, for up to a day or so.",
    commands: Commands::everywhere(&[
        look("dig {host} A"),
        look("dig {host} AAAA"),
        look("dig +short {host} @1.1.1.1"),
        look("nslookup {host} 8.8.8.8"),
    ]),
    findings: &[
        prints(
            "status: NXDOMAIN",
            "The name does not exist. The record was removed, or the domain has lapsed.",
            Step::Registration,
        ),
        prints(
            "status: SERVFAIL",
            "The name’s servers fail, or its signatures are wrong.",
            Step::NameServers,
        ),
        prints(
            "ANSWER: 0",
            "The name exists and has no address. Add an A record.",
            Step::NameServers,
        ),
        seen(
            "The address is not your server’s.",
            "Correct the record. Allow up to 24 hours, in rare cases 48, until everybody sees it.",
            Step::AskSite,
        ),
        seen(
            "The address is right.",
            "The name is well. The fault is at the server.",
            Step::FrontStatus,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const REGISTRATION: StepWords = StepWords {
    title: "See whether the domain is still registered",
    why: "A domain that was not renewed goes away for everybody at once. Most registrars let you renew it for some weeks more.",
    commands: Commands::everywhere(&[look("whois {host}"), look("dig +short {host} NS")]),
    findings: &[
        prints(
            "clientHold",
            "The registrar has switched it off: a bill or a confirmation is open.",
            Step::AskHost,
        ),
        prints(
            "redemptionPeriod",
            "It has lapsed. Ask the registrar at once, and expect a fee.",
            Step::AskHost,
        ),
        prints(
            "No match for",
            "It is not registered. For a subdomain, ask for the domain without the first part.",
            Step::AskHost,
        ),
        prints(
            "Registry Expiry Date:",
            "If the date is in the future, the registration is good.",
            Step::NameServers,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const NAME_SERVERS: StepWords = StepWords {
    title: "Ask each of the domain’s name servers",
    why: "The registry names the servers that know your domain. If they fail or do not know it, every look-up fails.",
    commands: Commands::everywhere(&[
        look("dig +trace {host}"),
        look("dig +short {host} NS"),
        look("dig +nssearch {host}"),
    ]),
    findings: &[
        prints(
            "status: REFUSED",
            "This server does not know your domain. The registry names the wrong ones, or the zone is missing.",
            Step::AskHost,
        ),
        prints(
            "no servers could be reached",
            "The name servers are down, or a firewall blocks port 53.",
            Step::ProviderStatus,
        ),
        seen(
            "The servers give different answers.",
            "One has not taken the last change. Raise the serial number, or ask its provider.",
            Step::AskHost,
        ),
        seen(
            "All answer well, and others still get SERVFAIL.",
            "The signatures are wrong.",
            Step::Dnssec,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const DNSSEC: StepWords = StepWords {
    title: "Check the domain’s signatures (DNSSEC)",
    why: "Many resolvers check signatures and many do not. With wrong ones, the site is gone for some visitors and there for others.",
    commands: Commands::everywhere(&[
        look("dig {host} A @1.1.1.1"),
        look("dig {host} A @1.1.1.1 +cdflag"),
        look("dig +short {host} DS"),
        look("delv {host} A"),
    ]),
    findings: &[
        seen(
            "It fails, and answers with +cdflag.",
            "The signatures do not fit. Remove the DS record at the registrar, or sign again.",
            Step::AskHost,
        ),
        prints(
            "resolution failed: no valid RRSIG",
            "A signature is missing or has expired. The DNS provider must sign again.",
            Step::AskHost,
        ),
        prints(
            "; fully validated",
            "The signatures are good.",
            Step::RegionalDns,
        ),
        prints(
            "; unsigned answer",
            "The domain has no signatures, and none can be wrong.",
            Step::RegionalDns,
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

pub(super) const REGIONAL_DNS: StepWords = StepWords {
    title: "Ask resolvers that visitors of other regions use",
    why: "Some resolvers hold old answers, filter names or fail for some domains. Your visitors cannot see that, and you can.",
    commands: Commands::everywhere(&[
        look("dig +short {host} @1.1.1.1"),
        look("dig +short {host} @8.8.8.8"),
        look("dig +short {host} @9.9.9.9"),
        look("dig +short {host} @208.67.222.222"),
        look("dig +noall +answer {host} A"),
    ]),
    findings: &[
        seen(
            "One resolver gives an old address.",
            "Wait until its time is up. Before the next move, lower the record’s time to 300 seconds.",
            Step::TellVisitors,
        ),
        seen(
            "One resolver gives nothing, and the others do.",
            "It filters the name, or cannot reach your name servers.",
            Step::Reputation,
        ),
        seen(
            "Resolvers that check signatures fail.",
            "The domain’s signatures are wrong.",
            Step::Dnssec,
        ),
        done(
            "All give the same address.",
            "The visitor’s own resolver is the odd one. Tell them to try another.",
        ),
    ],
    fragments: &[],
    place: EVERYWHERE,
};

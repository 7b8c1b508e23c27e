//! Which probes to start next, given what was asked and seen so far. A pure function of the check's record.

use crate::address;
use crate::doh::DnsAnswer;
use crate::endpoints::{Control, Record, Resolver, Round};
use crate::further;
use crate::globalping::{self, Manner, ProbeLocations};
use crate::millis::Millis;
use crate::observation::{Measured, Outcome};
use crate::outside::Sight;
use crate::probes::{Patience, Probe};
use crate::record::CheckRecord;
use crate::redirect;
use crate::signals;
use crate::target::Target;

/// A probe to start, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which question; its observation carries the same.
    pub probe: Probe,
    /// How to put it.
    pub what: What,
}

/// How a probe is put. URLs are complete; those of the page's own origin are relative to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Read `navigator.onLine`. Yields `Link`.
    Link,
    /// Opaque fetch, no credentials, no referrer, no store. Yields `Answered` or `Failed`.
    Fetch {
        /// What to fetch.
        url: String,
    },
    /// The commit oracle. Yields `Opened`, `Failed` or `Silent`.
    Commit {
        /// The document to navigate to.
        url: String,
    },
    /// The oracle's self-test: `present` must commit, `absent` must not. Yields `Sound` or `Unavailable`.
    SelfTest {
        /// A page of our own that exists.
        present: String,
        /// One that does not.
        absent: String,
    },
    /// The status oracle. Yields `Opened` (2xx), `Failed` (an error), `Silent` or `Unavailable`.
    Status {
        /// What to ask for.
        url: String,
        /// An address of another origin that is answered with a 2xx: the oracle is tried on it.
        present: String,
        /// One that is answered with an error.
        absent: String,
    },
    /// `EventSource`, closed at its first event. Yields `Answered` (ready state 2) or `Failed` (0).
    Events {
        /// What to open.
        url: String,
    },
    /// A bare connection, by ICE gathering. Yields `Ice` or `Unavailable`.
    Connect {
        /// The target's host.
        host: String,
        /// The target's port.
        port: u16,
    },
    /// How far a connection gets. Yields `Ice` or `Unavailable`.
    Ice {
        /// The target's host.
        host: String,
        /// The target's port.
        port: u16,
        /// An address of the host, as resolvers outside know it: what answers there and not by its name has no address here.
        address: Option<String>,
        /// WebRTC may be used for it.
        webrtc: bool,
    },
    /// A readable fetch whose text is given to [`crate::trace::read`]. Yields `Trace` or `Failed`.
    Trace {
        /// Where the trace is.
        url: String,
    },
    /// A readable fetch (`accept: application/dns-json`) whose text is given to [`crate::doh::read`]. Yields `Dns` or `Failed`.
    Dns {
        /// The resolver's URL with name and type.
        url: String,
    },
    /// An outside measurement: `POST` this JSON to [`crate::globalping::ORDER_URL`], then read results until all have ended,
    /// each new state of a vantage as an observation of [`Probe::Vantage`], and at last one `Measured` (or `Failed`).
    Measure {
        /// The order's JSON.
        order: String,
    },
}

/// Where the page's own files for probing stand, relative to the page.
const OWN_CONTROL: &str = "alive.txt";
const OWN_PRESENT: &str = "oracle/ok.html";
const OWN_ABSENT: &str = "oracle/missing.html";

/// Cloudflare's trace; and beside it an address where there is nothing, for the status oracle to be tried on.
const TRACE: &str = "https://www.cloudflare.com/cdn-cgi/trace";
const ABSENT: &str = "https://www.cloudflare.com/cdn-cgi/absent";

/// How long the outside measurement waits for the trace to tell the visitor's country.
const TRACE_GRACE: Millis = Millis(500);

/// An answer later than this is not worth asking again about: each further probe would take as long.
const WORTH_ASKING_AGAIN: Millis = Millis(8_000);

/// Outside vantages give up after 10 s; ordering and reading take the rest.
const OUTSIDE_PATIENCE: Millis = Millis(13_000);

/// A silent site is given this long to answer late, where nothing else tells whether it is slow or down.
pub(crate) const LATEST_ANSWER: Millis = Millis(10_000);

/// How long we wait where nothing tells how fast this network is.
const BLIND_PATIENCE: u64 = 4_000;

/// How long we wait where the device itself says it has no link, which can be trusted.
const UNLINKED_PATIENCE: u64 = 1_000;

/// The bounds of patience with an answer, and how many times a control's answer the target is given:
/// a first contact costs four round trips, a control's as many, so ten times that is a very slow server.
const LEAST_PATIENCE: u64 = 2_000;
const MOST_PATIENCE: u64 = 8_000;
const CONTROL_TIMES: u64 = 10;

/// How long a probe may be silent before the verdict no longer waits for it.
pub(crate) fn patience(record: &CheckRecord, probe: Probe) -> Millis {
    let times = record.control_times();
    let base = Millis(match times.get(times.len() / 2) {
        Some(median) => median
            .0
            .saturating_mul(CONTROL_TIMES)
            .saturating_add(LEAST_PATIENCE)
            .min(MOST_PATIENCE),
        None if record.outcome(Probe::Link) == Some(&Outcome::Link(false)) => UNLINKED_PATIENCE,
        None => BLIND_PATIENCE,
    });
    match probe.spec().patience {
        Patience::Network => base,
        Patience::NetworkAndFetch => base.plus(
            record
                .observation(Probe::Fetch)
                .map_or(Millis(0), |fetch| fetch.took),
        ),
        // Where no control answers, the order of a measurement will not arrive either.
        Patience::Outside if times.is_empty() => base,
        Patience::Outside => OUTSIDE_PATIENCE,
        Patience::Endless => Millis(u64::MAX),
    }
}

/// The probes that are due now and not asked yet.
pub(crate) fn due(record: &CheckRecord, now: Millis) -> Vec<Ask> {
    let mut asks = at_the_click(record);
    if may_ask_target(record) {
        asks.push(Ask {
            probe: Probe::Fetch,
            what: What::Fetch {
                url: record.target().asked_url(),
            },
        });
    }
    if !name_is_private(record) {
        asks.extend(after_the_fetch(record));
        asks.extend(unchecked_dns(record));
        asks.extend(from_outside(record, now));
        asks.extend(bare_connection(record));
    }
    asks.retain(|ask| record.began(ask.probe).is_none());
    asks
}

/// What is asked side by side at the click.
fn at_the_click(record: &CheckRecord) -> Vec<Ask> {
    let target = record.target();
    let mut asks = vec![Ask {
        probe: Probe::Link,
        what: What::Link,
    }];
    asks.extend(Control::ALL.map(|control| Ask {
        probe: Probe::Control(control),
        what: What::Fetch {
            url: control_url(control).to_owned(),
        },
    }));
    asks.push(Ask {
        probe: Probe::Oracle,
        what: What::SelfTest {
            present: OWN_PRESENT.to_owned(),
            absent: OWN_ABSENT.to_owned(),
        },
    });
    asks.push(Ask {
        probe: Probe::Trace,
        what: What::Trace {
            url: TRACE.to_owned(),
        },
    });
    if !record.setting().only_this_browser && !address::is_address(target.host()) {
        for resolver in Resolver::ALL {
            asks.extend(
                [Record::A, Record::Aaaa].map(|dns_record| dns(record, resolver, dns_record)),
            );
        }
    }
    asks
}

/// The controls, each with its operator's own connectivity check where there is one.
const fn control_url(control: Control) -> &'static str {
    match control {
        Control::Google => "https://www.gstatic.com/generate_204",
        Control::Cloudflare => "https://cp.cloudflare.com/generate_204",
        Control::Microsoft => "https://www.microsoft.com/",
        Control::Wikipedia => "https://www.wikipedia.org/",
        Control::Apple => "https://www.apple.com/",
        Control::Own => OWN_CONTROL,
    }
}

fn dns(record: &CheckRecord, resolver: Resolver, dns_record: Record) -> Ask {
    let name = record.target().host();
    let (kind, extra) = match dns_record {
        Record::A => ("A", ""),
        Record::Aaaa => ("AAAA", ""),
        Record::Unchecked => ("A", "&cd=1"),
    };
    let url = match resolver {
        Resolver::Cloudflare => {
            format!("https://cloudflare-dns.com/dns-query?name={name}&type={kind}{extra}")
        }
        // Google forwards part of the asker's address to name servers unless told not to.
        Resolver::Google => {
            format!(
                "https://dns.google/resolve?name={name}&type={kind}{extra}&edns_client_subnet=0.0.0.0/0"
            )
        }
    };
    Ask {
        probe: Probe::Dns(resolver, dns_record),
        what: What::Dns { url },
    }
}

/// SERVFAIL is asked again without DNSSEC checking: if that finds the name, its signatures are what is broken.
fn unchecked_dns(record: &CheckRecord) -> Vec<Ask> {
    Resolver::ALL
        .into_iter()
        .filter(|resolver| {
            record.outcome(Probe::Dns(*resolver, Record::A))
                == Some(&Outcome::Dns(DnsAnswer::Broken))
        })
        .map(|resolver| dns(record, resolver, Record::Unchecked))
        .collect()
}

/// Whether the target itself may be asked: once a resolver has said where its name leads, and not to a private address, or none can
/// be heard. That the name has no IPv6 address says nothing. With “Only from this browser” nobody can be asked; there the browser
/// alone guards the local network.
fn may_ask_target(record: &CheckRecord) -> bool {
    let said = Resolver::ALL.map(|resolver| record.outcome(Probe::Dns(resolver, Record::A)));
    let is_told = said
        .iter()
        .any(|said| matches!(said, Some(Outcome::Dns(_))));
    let none_is_heard = said.iter().all(Option::is_some);
    record.setting().only_this_browser
        || address::is_address(record.target().host())
        || !name_is_private(record) && (is_told || none_is_heard)
}

/// An address of the target that a resolver outside has told, IPv4 before IPv6.
fn known_address(record: &CheckRecord) -> Option<&str> {
    if address::is_address(record.target().host()) {
        return Some(record.target().host());
    }
    [Record::A, Record::Aaaa]
        .into_iter()
        .flat_map(|kind| Resolver::ALL.map(|resolver| record.outcome(Probe::Dns(resolver, kind))))
        .find_map(|answer| match answer {
            Some(Outcome::Dns(DnsAnswer::Found(addresses))) => addresses.first(),
            _ => None,
        })
        .map(String::as_str)
}

/// Whether WebRTC may look how far a connection gets. No permission policy holds it back, so it is left out with “Only from this
/// browser”, and where resolvers answer and none knows a public address: split DNS leads such names inside.
fn may_use_webrtc(record: &CheckRecord) -> bool {
    let mut answers = record
        .observations()
        .filter_map(|seen| match &seen.outcome {
            Outcome::Dns(answer) => Some(matches!(answer, DnsAnswer::Found(_))),
            _ => None,
        })
        .peekable();
    !record.setting().only_this_browser
        && (answers.peek().is_none() || answers.any(|public| public))
}

/// A private address ends the probing of a name: hosts file, split DNS or rebinding.
fn name_is_private(record: &CheckRecord) -> bool {
    record
        .observations()
        .any(|seen| matches!(&seen.outcome, Outcome::Dns(answer) if answer.is_private()))
}

/// What follows from the opaque fetch: is the answer an error, or where did the failure happen? One probe at a time.
fn after_the_fetch(record: &CheckRecord) -> Option<Ask> {
    let target = record.target();
    let url = target.asked_url();
    let fetch = record.observation(Probe::Fetch)?;
    match fetch.outcome {
        Outcome::Answered if fetch.took > WORTH_ASKING_AGAIN => None,
        // The status oracle comes first: it never makes the browser ask for the page's parts, as a committed document may.
        Outcome::Answered => match record.outcome(Probe::Status) {
            None if record.is_waiting(Probe::Status) => None,
            None => Some(status(Probe::Status, url)),
            Some(Outcome::Opened) if is_alone(record) => Some(status(Probe::Again, url)),
            // A network on which the oracle fails carries no page with all its parts either.
            Some(Outcome::Opened | Outcome::Failed | Outcome::Silent) => None,
            Some(_) if !may_navigate(record) => None,
            Some(_) => (record.outcome(Probe::Oracle)? == &Outcome::Sound(true)).then_some(Ask {
                probe: Probe::Commit,
                what: What::Commit { url },
            }),
        },
        // Offline: nothing more to probe.
        Outcome::Failed if record.outcome(Probe::Link) == Some(&Outcome::Link(false)) => None,
        Outcome::Failed => match record.outcome(Probe::Events) {
            None if record.is_waiting(Probe::Events) => None,
            None => Some(Ask {
                probe: Probe::Events,
                what: What::Events { url },
            }),
            // An HTTP answer that fetch refuses is a policy or a loop; each more request could cost it twenty.
            Some(Outcome::Answered) => None,
            Some(_) if record.began(Probe::Ice).is_none() => Some(Ask {
                probe: Probe::Ice,
                what: What::Ice {
                    host: target.host().to_owned(),
                    port: target.asked_port(),
                    address: known_address(record).map(str::to_owned),
                    webrtc: may_use_webrtc(record),
                },
            }),
            Some(_) if record.is_waiting(Probe::Ice) => None,
            // Firefox, which cannot tell a loop from a server that hangs up: each more request could cost either ten or twenty.
            Some(Outcome::Unavailable) if matches!(record.outcome(Probe::Ice), Some(Outcome::Ice(ice)) if ice.secures) => {
                None
            }
            Some(_) => {
                let url = target.twin_url()?;
                Some(Ask {
                    probe: Probe::Twin,
                    what: What::Fetch { url },
                })
            }
        },
        _ => None,
    }
}

/// Where nothing came back and the site opens for others, whether a bare connection stands: then what is lost is not the way.
fn bare_connection(record: &CheckRecord) -> Option<Ask> {
    let target = record.target();
    let opens_outside = signals::outside(record).is_some_and(|reading| reading.agreed.opens());
    let silent = record.outcome(Probe::Fetch) == Some(&Outcome::Silent);
    (opens_outside && silent && may_use_webrtc(record)).then(|| Ask {
        probe: Probe::Ice,
        what: What::Connect {
            host: target.host().to_owned(),
            port: target.asked_port(),
        },
    })
}

fn status(probe: Probe, url: String) -> Ask {
    Ask {
        probe,
        what: What::Status {
            url,
            present: TRACE.to_owned(),
            absent: ABSENT.to_owned(),
        },
    }
}

/// Whether nobody else can be asked for the page.
fn is_alone(record: &CheckRecord) -> bool {
    let came_to_nothing = |round| {
        record.outcome(Probe::Outside(round)).is_some_and(|ended| {
            !matches!(
                ended,
                Outcome::Measured(Measured::Complete { .. } | Measured::NoProbes)
            )
        })
    };
    record.setting().only_this_browser
        || came_to_nothing(Round::First)
        || came_to_nothing(Round::Wider)
}

/// Navigations carry cookies: a URL with a query (`/logout?…`) is never asked for so; and where the browser would open a
/// login dialog over our page, an outside vantage must have excluded a 401 first.
fn may_navigate(record: &CheckRecord) -> bool {
    let excluded_401 = || {
        record
            .vantages(Round::First)
            .chain(record.vantages(Round::Wider))
            .any(|vantage| matches!(&vantage.saw, Sight::Answer(answer) if answer.code != 401))
    };
    !record.target().has_query() && (!record.setting().navigation_prompts || excluded_401())
}

/// The outside measurement: ordered as soon as the visitor's country is known, followed where it was redirected.
fn from_outside(record: &CheckRecord, now: Millis) -> Option<Ask> {
    let setting = record.setting();
    if setting.only_this_browser {
        return None;
    }
    let ask = |round, target: &Target, locations: &ProbeLocations| {
        Some(measure(record, round, target, locations))
    };
    let Some(first) = record.outcome(Probe::Outside(Round::First)) else {
        let known = setting.country.is_some()
            || record.outcome(Probe::Trace).is_some()
            || now >= TRACE_GRACE;
        return if known {
            ask(
                Round::First,
                record.target(),
                &ProbeLocations::Places(places(guessed_country(record))),
            )
        } else {
            None
        };
    };
    let (ended, round) = match first {
        Outcome::Measured(Measured::NoProbes) => {
            match record.outcome(Probe::Outside(Round::Wider)) {
                None => return ask(Round::Wider, record.target(), &ProbeLocations::World),
                Some(wider) => (wider, Round::Wider),
            }
        }
        first => (first, Round::First),
    };
    let Outcome::Measured(Measured::Complete { id, .. }) = ended else {
        return None;
    };
    let same = || ProbeLocations::Same(id.clone());
    let Some(next) = redirect::followed(record.target(), record.vantages(round)) else {
        return as_browsers_ask(record, record.target(), same());
    };
    match record.outcome(Probe::Outside(Round::Followed)) {
        None => ask(Round::Followed, &next, &same()),
        Some(Outcome::Measured(Measured::Complete { id, .. })) => {
            let same = ProbeLocations::Same(id.clone());
            match redirect::followed(&next, record.vantages(Round::Followed)) {
                Some(onward) if record.outcome(Probe::Outside(Round::Onward)).is_none() => {
                    ask(Round::Onward, &onward, &same)
                }
                onward => as_browsers_ask(record, onward.as_ref().unwrap_or(&next), same),
            }
        }
        Some(_) => None,
    }
}

/// The further orders at the address where redirects end: the same vantages by HTTP/2, and others that have IPv6.
fn as_browsers_ask(record: &CheckRecord, goal: &Target, same: ProbeLocations) -> Option<Ask> {
    let round =
        further::wanted(record).find(|round| record.began(Probe::Outside(*round)).is_none())?;
    let locations = if round == Round::Ipv6 {
        ProbeLocations::Places(places(guessed_country(record)))
    } else {
        same
    };
    Some(measure(record, round, goal, &locations))
}

fn measure(record: &CheckRecord, round: Round, target: &Target, locations: &ProbeLocations) -> Ask {
    let manner = match round {
        Round::First | Round::Wider | Round::Followed | Round::Onward => Manner::Usual,
        Round::Http2 => Manner::Http2,
        Round::Ipv6 => Manner::Ipv6,
    };
    Ask {
        probe: Probe::Outside(round),
        what: What::Measure {
            order: globalping::order(target, locations, manner, record.setting().share_path),
        },
    }
}

/// The visitor's country, by the trace or by the browser's language.
fn guessed_country(record: &CheckRecord) -> Option<&str> {
    record.country().or(record.setting().region.as_deref())
}

/// The visitor's country and two continents it is not on.
fn places(country: Option<&str>) -> [String; 3] {
    /// Countries of the Americas, East Asia and Oceania, where the other two places differ; all else counts as near Europe.
    const AMERICAS: [&str; 12] = [
        "US", "CA", "MX", "BR", "AR", "CL", "CO", "PE", "VE", "EC", "UY", "CR",
    ];
    const FAR_EAST: [&str; 16] = [
        "JP", "KR", "CN", "TW", "HK", "SG", "MY", "TH", "VN", "PH", "ID", "AU", "NZ", "IN", "PK",
        "BD",
    ];
    let (home, others) = match country {
        Some(code) if AMERICAS.contains(&code) => (code, ["Europe", "Asia"]),
        Some(code) if FAR_EAST.contains(&code) => (code, ["Europe", "North America"]),
        Some(code) => (code, ["North America", "Asia"]),
        None => ("Europe", ["North America", "Asia"]),
    };
    [home, others[0], others[1]].map(str::to_owned)
}

//! The evidence in sentences, each with its vantage.

use crate::doh::DnsAnswer;
use crate::observation::{Ice, Measured, Outcome, Probe, Resolver, Round, Seen};
use crate::outside::{Place, Sight, Vantage};

/// Who asks what.
pub(crate) fn line_title(probe: Probe) -> String {
    match probe {
        Probe::Link => "Your device",
        Probe::Seen => "You",
        Probe::Control(_) => "Your browser → well-known sites",
        Probe::Oracle => "Your browser → our own page",
        Probe::Trace => "Your browser → Cloudflare’s clock",
        Probe::Dns(Resolver::Cloudflare, _) => "Cloudflare DNS",
        Probe::Dns(Resolver::Google, _) => "Google DNS",
        Probe::Fetch => "Your browser → the site",
        Probe::Status => "Your browser → the page",
        Probe::Again | Probe::Commit => "Your browser → the page, again",
        Probe::Events => "Your browser → the site, another way",
        Probe::Ice => "Your browser → the site’s door",
        Probe::Twin => "Your browser → with or without www",
        Probe::Outside(_) | Probe::Vantage(..) => "Other places in the world",
        Probe::Asked(_) => "You",
    }
    .to_owned()
}

/// How many controls answered.
pub(crate) fn controls_answer(answered: usize, all: usize, open: bool) -> String {
    match (answered, open) {
        (0, false) => "none answers".to_owned(),
        (answered, false) if answered == all => "all answer: you are online".to_owned(),
        (0 | 1, _) => format!("{answered} of {all} answer"),
        (answered, _) => format!("{answered} of {all} answer: you are online"),
    }
}

/// What an observation of a probe says.
pub(crate) fn outcome(probe: Probe, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Silent => "no answer in time",
        Outcome::Unavailable => "this browser can’t ask that way",
        Outcome::Link(true) => "says it has a connection",
        Outcome::Link(false) => "says it has no connection",
        Outcome::Seen(seen) => return told(*seen),
        Outcome::Answered => match probe {
            Probe::Events => "something answers, but not as a page may read it",
            _ => "something answers",
        },
        Outcome::Opened => "a page comes, not an error",
        Outcome::Failed => match probe {
            Probe::Fetch => "the request fails",
            Probe::Status | Probe::Again => "an error comes instead of a page",
            Probe::Commit => "an error again, or a page that must not be framed",
            Probe::Events => "nothing answers",
            Probe::Outside(_) => "the outside vantages could not be asked",
            Probe::Dns(..) => "could not be asked",
            _ => "fails",
        },
        Outcome::Sound(true) => "a page can be told from an error here",
        Outcome::Sound(false) => "a page can’t be told from an error in this browser",
        Outcome::Dns(answer) => return dns(answer),
        Outcome::Trace(trace) => return clock(trace.skew_seconds, trace.tunnelled),
        Outcome::Ice(ice) => connection(*ice),
        Outcome::Measured(Measured::Complete { .. }) => "asked",
        Outcome::Measured(Measured::RateLimited) => {
            "asked too often from your network; try again in an hour"
        }
        Outcome::Measured(Measured::NoProbes) => "no probe there; asking elsewhere",
        Outcome::Measured(Measured::Rejected) => "the service does not measure this site",
        Outcome::Vantage(vantage) => return sight(vantage),
        Outcome::Said(yes) => match (probe, yes) {
            (Probe::Asked(question), true) => super::question(question).yes,
            (Probe::Asked(question), false) => super::question(question).no,
            (_, true) => "yes",
            (_, false) => "no",
        },
    }
    .to_owned()
}

fn told(seen: Seen) -> String {
    match seen {
        Seen::Status(code) => format!("you see error {code}"),
        Seen::Unreachable => "you see that it can’t be reached".to_owned(),
        Seen::NotSecure => "you see that it is not secure".to_owned(),
        Seen::Blank => "you see a blank page".to_owned(),
        Seen::Endless => "you see it load for ever".to_owned(),
    }
}

fn dns(answer: &DnsAnswer) -> String {
    match answer {
        DnsAnswer::Found(addresses) => match addresses.first() {
            Some(first) => format!("finds the name ({first})"),
            None => "finds the name".to_owned(),
        },
        DnsAnswer::Empty => "the name has no address".to_owned(),
        DnsAnswer::Missing => "no such name".to_owned(),
        DnsAnswer::Broken => "the name’s servers fail".to_owned(),
        DnsAnswer::Other(code) => format!("DNS error {code}"),
    }
}

fn clock(skew_seconds: i64, tunnelled: bool) -> String {
    let skew = skew_seconds.unsigned_abs();
    let clock = match skew {
        0..=300 => "your clock is right".to_owned(),
        301..=5_399 => format!("your clock is off by {} minutes", skew / 60),
        5_400..=172_799 => format!("your clock is off by {} hours", skew / 3_600),
        _ => format!("your clock is off by {} days", skew / 86_400),
    };
    if tunnelled {
        format!("{clock}; you come through a VPN or gateway")
    } else {
        clock
    }
}

const fn connection(ice: Ice) -> &'static str {
    if ice.name_fails {
        "the name is not found here"
    } else if ice.connects && ice.secures {
        "a connection stands, and is secure"
    } else if ice.connects {
        "a connection stands, but can’t be made secure"
    } else if ice.completes {
        "the connection is refused"
    } else {
        "no connection comes about"
    }
}

/// A vantage's place.
pub(crate) fn place(place: &Place) -> String {
    let at = if place.city.is_empty() {
        &place.country
    } else {
        &place.city
    };
    if place.network.is_empty() {
        at.clone()
    } else {
        format!("{at} · {}", place.network)
    }
}

/// What a vantage saw.
pub(crate) fn sight(vantage: &Vantage) -> String {
    match &vantage.saw {
        Sight::Waiting => "waiting".to_owned(),
        Sight::Answer(answer) => {
            if let Some(distrust) = &answer.distrust {
                return format!("its certificate is not trusted ({distrust})");
            }
            let by = answer
                .server
                .as_deref()
                .map(|server| format!(", {server}"))
                .unwrap_or_default();
            match answer.code {
                200..=299 => match vantage.took {
                    Some(took) => format!("{}, opens in {} ms", answer.code, took.0),
                    None => format!("{}, opens", answer.code),
                },
                300..=399 => format!("{}, sends on elsewhere", answer.code),
                _ if answer.challenge => format!(
                    "{}, a test for robots: says nothing about people",
                    answer.code
                ),
                401 | 403 | 429 => format!(
                    "{}, turns robots away: says little about people",
                    answer.code
                ),
                code => format!("{code}{by}"),
            }
        }
        Sight::Refused => "the connection is refused".to_owned(),
        Sight::TimedOut => "no answer in 10 seconds".to_owned(),
        Sight::HungUp => "the server hangs up without an answer".to_owned(),
        Sight::NameMissing => "no such name".to_owned(),
        Sight::NameBroken => "the name’s servers fail".to_owned(),
        Sight::Other(words) if words.is_empty() => "failed".to_owned(),
        Sight::Other(words) => format!("failed: {words}"),
    }
}

/// A round's name among the lines.
pub(crate) const fn round_key(round: Round) -> &'static str {
    match round {
        Round::First => "outside",
        Round::Wider => "outside-wider",
        Round::Followed => "outside-followed",
        Round::Onward => "outside-onward",
    }
}

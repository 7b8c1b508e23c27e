//! The evidence in sentences, each with its vantage.

use super::english::LineKey;
use super::{Words, number, question};
use crate::doh::DnsAnswer;
use crate::millis::Millis;
use crate::observation::{Ice, Measured, Outcome, Seen};
use crate::outside::{Answer, Sight, Vantage};
use crate::probes::{Instance, Probe};
use crate::trace::Trace;

/// Where there is no answer yet.
pub(crate) fn waiting(words: &Words) -> &str {
    words.text(LineKey::Waiting)
}

/// How many controls answered.
pub(crate) fn controls_answer(words: &Words, answered: u32, all: u32, open: bool) -> String {
    let key = match (answered, open) {
        (0, false) => LineKey::NoneAnswers,
        (answered, false) if answered == all => LineKey::AllAnswer,
        (0 | 1, _) => LineKey::SomeAnswer,
        (2.., _) => LineKey::SomeAnswerOnline,
    };
    words.count(key, answered, all)
}

/// What an observation of a probe says.
pub(crate) fn outcome(words: &Words, probe: Probe, outcome: &Outcome) -> String {
    let key = match outcome {
        Outcome::Silent => LineKey::Silent,
        Outcome::Unavailable => LineKey::Unavailable,
        Outcome::Link(true) => LineKey::Linked,
        Outcome::Link(false) => LineKey::Unlinked,
        Outcome::Seen(seen) => return told(words, *seen),
        Outcome::Answered => probe.spec().answered,
        Outcome::Opened => LineKey::Opened,
        Outcome::Failed => probe.spec().failed,
        Outcome::Sound(true) => LineKey::Sound,
        Outcome::Sound(false) => LineKey::Unsound,
        Outcome::Dns(answer) => return dns(words, answer),
        Outcome::Trace(trace) => return clock(words, trace),
        Outcome::Ice(ice) => connection(*ice),
        Outcome::Measured(Measured::Complete { .. }) => LineKey::Asked,
        Outcome::Measured(Measured::RateLimited) => LineKey::RateLimited,
        Outcome::Measured(Measured::NoProbes) => LineKey::NoProbes,
        Outcome::Measured(Measured::Rejected) => LineKey::Rejected,
        Outcome::Vantage(vantage) => return sight(words, vantage),
        Outcome::Said(yes) => match (probe.spec().instance, yes) {
            (Instance::Question(asked), true) => return question(words, asked).yes.to_owned(),
            (Instance::Question(asked), false) => return question(words, asked).no.to_owned(),
            (
                Instance::Only
                | Instance::Control(_)
                | Instance::Dns(..)
                | Instance::Round(_)
                | Instance::Vantage(..),
                yes,
            ) => {
                if *yes {
                    LineKey::Yes
                } else {
                    LineKey::No
                }
            }
        },
    };
    words.text(key).to_owned()
}

fn told(words: &Words, seen: Seen) -> String {
    let key = match seen {
        Seen::Status(code) => return with_code(words, LineKey::SeenStatus, code),
        Seen::Unreachable => LineKey::SeenUnreachable,
        Seen::NotSecure => LineKey::SeenNotSecure,
        Seen::Blank => LineKey::SeenBlank,
        Seen::Endless => LineKey::SeenEndless,
        Seen::Dangerous => LineKey::SeenDangerous,
        Seen::Puzzle => LineKey::SeenPuzzle,
        Seen::OtherPage => LineKey::SeenOtherPage,
        Seen::Redirects => LineKey::SeenRedirects,
    };
    words.text(key).to_owned()
}

fn with_code(words: &Words, key: LineKey, code: u16) -> String {
    words.fill(key, &[("code", &number(code))])
}

fn dns(words: &Words, answer: &DnsAnswer) -> String {
    let key = match answer {
        DnsAnswer::Found(addresses) => match addresses.first() {
            Some(first) => return words.fill(LineKey::DnsFoundAt, &[("address", first)]),
            None => LineKey::DnsFound,
        },
        DnsAnswer::Empty => LineKey::DnsEmpty,
        DnsAnswer::Missing => LineKey::DnsMissing,
        DnsAnswer::Broken => LineKey::DnsBroken,
        DnsAnswer::Other(code) => return with_code(words, LineKey::DnsOther, *code),
    };
    words.text(key).to_owned()
}

fn clock(words: &Words, trace: &Trace) -> String {
    let skew = u32::try_from(trace.skew_seconds.unsigned_abs()).unwrap_or(u32::MAX);
    let (key, unit) = match skew {
        _ if trace.clock_is_right() => (LineKey::ClockRight, 1),
        0..=5_399 => (LineKey::ClockMinutes, 60),
        5_400..=172_799 => (LineKey::ClockHours, 3_600),
        172_800.. => (LineKey::ClockDays, 86_400),
    };
    let clock = words.count(key, skew / unit, 0);
    if trace.tunnelled {
        words.fill(LineKey::Tunnelled, &[("clock", &clock)])
    } else {
        clock
    }
}

const fn connection(ice: Ice) -> LineKey {
    if ice.name_fails {
        LineKey::IceNameFails
    } else if ice.connects && ice.secures {
        LineKey::IceSecure
    } else if ice.connects {
        LineKey::IceInsecure
    } else if ice.completes {
        LineKey::IceRefused
    } else {
        LineKey::IceNone
    }
}

/// What a vantage saw.
pub(crate) fn sight(words: &Words, vantage: &Vantage) -> String {
    let key = match &vantage.saw {
        Sight::Waiting => LineKey::Waiting,
        Sight::Answer(answer) => return answered(words, answer, vantage.took),
        Sight::Refused => LineKey::IceRefused,
        Sight::TimedOut => LineKey::SightTimedOut,
        Sight::HungUp => LineKey::SightHungUp,
        Sight::NameMissing => LineKey::DnsMissing,
        Sight::NameBroken => LineKey::DnsBroken,
        Sight::Other(said) if said.is_empty() => LineKey::SightFailed,
        Sight::Other(said) => return words.fill(LineKey::SightOther, &[("words", said)]),
    };
    words.text(key).to_owned()
}

fn answered(words: &Words, answer: &Answer, took: Option<Millis>) -> String {
    if let Some(reason) = &answer.distrust {
        return words.fill(LineKey::SightDistrust, &[("reason", reason)]);
    }
    let code = number(answer.code);
    let key = match (answer.code, took) {
        (200..=299, Some(took)) => {
            let took = number(took.0);
            return words.fill(LineKey::SightOpensIn, &[("code", &code), ("ms", &took)]);
        }
        (200..=299, None) => LineKey::SightOpens,
        (300..=399, _) => LineKey::SightSendsOn,
        _ if answer.challenge => LineKey::SightChallenge,
        (401 | 403 | 429, _) => LineKey::SightTurnsAway,
        _ => {
            return match &answer.server {
                Some(server) => [&code, ", ", server].concat(),
                None => code,
            };
        }
    };
    words.fill(key, &[("code", &code)])
}

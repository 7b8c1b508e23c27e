//! "How we know": what was asked, by whom, and what came back, one line for what shares a fate.

use crate::doh::DnsAnswer;
use crate::endpoints::{Control, Round};
use crate::millis::Millis;
use crate::observation::{Observation, Outcome};
use crate::observation_json;
use crate::outside::{Sight, Vantage};
use crate::probes::{Failure, Instance, Probe, Shown};
use crate::record::CheckRecord;
use crate::words::{self, Words};

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Well.
    Fine,
    /// Not well.
    Broken,
    /// Not known, or not yet.
    Unknown,
}

/// A line of the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Names the line among the check's lines.
    pub key: String,
    /// The probe's kind (`data-probe`).
    pub probe: &'static str,
    /// The outcome in a word (`data-outcome`), `waiting` while there is none.
    pub outcome: &'static str,
    /// How it stands.
    pub mark: Mark,
    /// Who asked what.
    pub title: String,
    /// What came back.
    pub text: String,
    /// When the first of its probes began.
    pub began: Millis,
    /// When the last ended.
    pub ended: Option<Millis>,
    /// The observations behind it, as text.
    pub raw: Vec<String>,
}

/// Every line of a check, in the order of the probes.
#[must_use]
pub fn lines(words: &Words, record: &CheckRecord) -> Vec<Line> {
    let mut groups: Vec<(&'static str, Vec<Probe>)> = Vec::new();
    for probe in record.probes() {
        if !is_shown(record, probe) {
            continue;
        }
        let key = probe.spec().line;
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, probes)) => probes.push(probe),
            None => groups.push((key, vec![probe])),
        }
    }
    groups
        .into_iter()
        .flat_map(|(key, probes)| group_lines(words, record, key, &probes))
        .collect()
}

/// Facts about the browser are shown only where they say something.
fn is_shown(record: &CheckRecord, probe: Probe) -> bool {
    match probe.spec().shown {
        Shown::Always => true,
        Shown::IfUnlinked => record.outcome(probe) == Some(&Outcome::Link(false)),
        // Where our own origin is out of reach, the self-test says nothing about the browser.
        Shown::IfUnsound => {
            record.outcome(probe) == Some(&Outcome::Sound(false))
                && record.outcome(Probe::Control(Control::Own)) == Some(&Outcome::Answered)
        }
    }
}

/// The line of the probes that share one; each vantage has its own.
fn group_lines(words: &Words, record: &CheckRecord, key: &str, probes: &[Probe]) -> Vec<Line> {
    let Some(&first) = probes.first() else {
        return Vec::new();
    };
    let summary = match first.spec().instance {
        Instance::Control(_) => controls(words, record),
        Instance::Dns(..) => best_answer(words, record, probes),
        Instance::Only | Instance::Question(_) => single(words, record, first),
        Instance::Round(round) | Instance::Vantage(round, _) => {
            let vantages = vantages(words, record, key, round);
            if !vantages.is_empty() {
                return vantages;
            }
            single(words, record, first)
        }
    };
    let seen: Vec<&Observation> = probes
        .iter()
        .filter_map(|probe| record.observation(*probe))
        .collect();
    let waiting = probes.iter().any(|probe| record.is_waiting(*probe));
    let began = probes
        .iter()
        .filter_map(|probe| record.began(*probe))
        .chain(seen.iter().map(|observation| observation.began))
        .min();
    let ended = seen
        .iter()
        .map(|observation| observation.began.plus(observation.took))
        .max();
    vec![Line {
        key: key.to_owned(),
        probe: first.kind(),
        outcome: summary.outcome,
        mark: summary.mark,
        title: words.text(first.spec().title).to_owned(),
        text: summary.text,
        began: began.unwrap_or_default(),
        ended: ended.filter(|_| !waiting),
        raw: seen
            .iter()
            .map(|observation| observation_json::raw(observation))
            .collect(),
    }]
}

/// What is said of the probes of a line together.
struct Summary {
    mark: Mark,
    outcome: &'static str,
    text: String,
}

fn waiting(words: &Words) -> Summary {
    Summary {
        mark: Mark::Unknown,
        outcome: "waiting",
        text: words::waiting(words).to_owned(),
    }
}

fn controls(words: &Words, record: &CheckRecord) -> Summary {
    let all = Control::ALL.map(Probe::Control);
    let answered = all
        .iter()
        .filter(|probe| record.outcome(**probe) == Some(&Outcome::Answered))
        .count() as u32;
    let open = all.iter().any(|probe| record.is_waiting(*probe));
    let (mark, outcome) = match answered {
        0 | 1 if open => return waiting(words),
        0 => (Mark::Broken, "failed"),
        1 => (Mark::Unknown, "answered"),
        2.. => (Mark::Fine, "answered"),
    };
    Summary {
        mark,
        outcome,
        text: words::controls_answer(words, answered, all.len() as u32, open),
    }
}

/// The best of a resolver's answers.
fn best_answer(words: &Words, record: &CheckRecord, probes: &[Probe]) -> Summary {
    let answers: Vec<(Probe, &Outcome)> = probes
        .iter()
        .filter_map(|probe| Some((*probe, record.outcome(*probe)?)))
        .collect();
    let best = answers
        .iter()
        .find(|(_, outcome)| matches!(outcome, Outcome::Dns(DnsAnswer::Found(_))))
        .or(answers.first());
    match best {
        None => waiting(words),
        Some((probe, outcome)) => summary(words, *probe, outcome),
    }
}

fn single(words: &Words, record: &CheckRecord, probe: Probe) -> Summary {
    match record.outcome(probe) {
        None => waiting(words),
        Some(outcome) => summary(words, probe, outcome),
    }
}

fn summary(words: &Words, probe: Probe, outcome: &Outcome) -> Summary {
    Summary {
        mark: mark(probe, outcome),
        outcome: outcome.word(),
        text: words::outcome(words, probe, outcome),
    }
}

/// How an outcome stands.
fn mark(probe: Probe, outcome: &Outcome) -> Mark {
    let spec = probe.spec();
    match outcome {
        Outcome::Opened | Outcome::Sound(true) | Outcome::Dns(DnsAnswer::Found(_)) => Mark::Fine,
        Outcome::Trace(trace) if trace.clock_is_right() => Mark::Fine,
        Outcome::Trace(_)
        | Outcome::Link(false)
        | Outcome::Seen(_)
        | Outcome::Dns(DnsAnswer::Missing | DnsAnswer::Broken) => Mark::Broken,
        Outcome::Answered => match spec.failure {
            Failure::IsBadAsSilence => Mark::Fine,
            Failure::IsBad | Failure::SaysNothing => Mark::Unknown,
        },
        Outcome::Failed => match spec.failure {
            Failure::IsBadAsSilence | Failure::IsBad => Mark::Broken,
            Failure::SaysNothing => Mark::Unknown,
        },
        Outcome::Silent => match spec.failure {
            Failure::IsBadAsSilence => Mark::Broken,
            Failure::IsBad | Failure::SaysNothing => Mark::Unknown,
        },
        Outcome::Said(yes) => match spec.instance {
            Instance::Question(question) if question.is_good_news(*yes) => Mark::Fine,
            Instance::Question(_)
            | Instance::Only
            | Instance::Control(_)
            | Instance::Dns(..)
            | Instance::Round(_)
            | Instance::Vantage(..) => {
                if *yes {
                    Mark::Broken
                } else {
                    Mark::Unknown
                }
            }
        },
        Outcome::Unavailable
        | Outcome::Link(true)
        | Outcome::Sound(false)
        | Outcome::Dns(DnsAnswer::Empty | DnsAnswer::Other(_))
        | Outcome::Ice(_)
        | Outcome::Measured(_)
        | Outcome::Vantage(_) => Mark::Unknown,
    }
}

/// A line for each vantage of a round.
fn vantages(words: &Words, record: &CheckRecord, key: &str, round: Round) -> Vec<Line> {
    let line = |slot: u8, vantage: &Vantage, observation: &Observation| Line {
        key: format!("{key}-{slot}"),
        probe: observation.probe.kind(),
        outcome: vantage.saw.word(),
        mark: vantage_mark(&vantage.saw),
        title: vantage.place.label(),
        text: words::sight(words, vantage),
        began: record.began(observation.probe).unwrap_or(observation.began),
        ended: (vantage.saw != Sight::Waiting).then(|| observation.began.plus(observation.took)),
        raw: vec![observation_json::raw(observation)],
    };
    (0..=u8::MAX)
        .map_while(|slot| {
            let observation = record.observation(Probe::Vantage(round, slot))?;
            match &observation.outcome {
                Outcome::Vantage(vantage) => Some(line(slot, vantage, observation)),
                _ => None,
            }
        })
        .collect()
}

fn vantage_mark(sight: &Sight) -> Mark {
    match sight {
        Sight::Waiting | Sight::Other(_) => Mark::Unknown,
        Sight::Answer(answer) if answer.distrust.is_some() => Mark::Broken,
        Sight::Answer(answer) if answer.challenge => Mark::Unknown,
        Sight::Answer(answer) => match answer.code {
            200..=299 => Mark::Fine,
            300..=399 | 401 | 403 | 429 => Mark::Unknown,
            _ => Mark::Broken,
        },
        Sight::Refused
        | Sight::TimedOut
        | Sight::HungUp
        | Sight::NameMissing
        | Sight::NameBroken => Mark::Broken,
    }
}

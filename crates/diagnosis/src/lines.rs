//! "How we know": what was asked, by whom, and what came back, one line for what shares a fate.

use crate::doh::DnsAnswer;
use crate::millis::Millis;
use crate::observation::{Control, Observation, Outcome, Probe, Question, Record, Resolver, Round};
use crate::observation_json;
use crate::outside::{Sight, Vantage};
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

/// Every line of a record, in the order of the questions.
#[must_use]
pub fn lines(words: &Words, record: &CheckRecord) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(group(
        words,
        record,
        "controls",
        &Control::ALL.map(Probe::Control),
        &controls,
    ));
    lines.extend(Resolver::ALL.iter().filter_map(|resolver| {
        group(
            words,
            record,
            resolver_key(*resolver),
            &records(*resolver),
            &|words, record, _| resolver_says(words, record, *resolver),
        )
    }));
    lines.extend(
        [Probe::Link, Probe::Seen, Probe::Trace, Probe::Oracle]
            .into_iter()
            .chain([
                Probe::Fetch,
                Probe::Status,
                Probe::Again,
                Probe::Commit,
                Probe::Events,
                Probe::Ice,
                Probe::Twin,
            ])
            .filter(|probe| matters(record, *probe))
            .filter_map(|probe| {
                group(
                    words,
                    record,
                    probe.kind(),
                    &[probe],
                    &|words, record, _| single(words, record, probe),
                )
            }),
    );
    for round in Round::ALL {
        lines.extend(outside(words, record, round));
    }
    lines.extend(Question::ALL.map(Probe::Asked).iter().filter_map(|asked| {
        group(
            words,
            record,
            asked.kind(),
            &[*asked],
            &|words, record, _| single(words, record, *asked),
        )
    }));
    lines
}

/// Facts about the browser are shown only where they say something.
fn matters(record: &CheckRecord, probe: Probe) -> bool {
    match probe {
        Probe::Link => record.outcome(probe) == Some(&Outcome::Link(false)),
        // Where our own origin is out of reach, the self-test says nothing about the browser.
        Probe::Oracle => {
            record.outcome(probe) == Some(&Outcome::Sound(false))
                && record.outcome(Probe::Control(Control::Own)) == Some(&Outcome::Answered)
        }
        Probe::Seen
        | Probe::Control(_)
        | Probe::Trace
        | Probe::Dns(..)
        | Probe::Fetch
        | Probe::Commit
        | Probe::Status
        | Probe::Again
        | Probe::Events
        | Probe::Ice
        | Probe::Twin
        | Probe::Outside(_)
        | Probe::Vantage(..)
        | Probe::Asked(_) => true,
    }
}

fn records(resolver: Resolver) -> [Probe; 3] {
    [Record::A, Record::Aaaa, Record::Unchecked].map(|record| Probe::Dns(resolver, record))
}

const fn resolver_key(resolver: Resolver) -> &'static str {
    match resolver {
        Resolver::Cloudflare => "dns-cloudflare",
        Resolver::Google => "dns-google",
    }
}

/// How the observations of some probes are put: by one code for all of them, where a type for each would repeat it.
type Say<'a> = &'a dyn Fn(&Words, &CheckRecord, &[&Observation]) -> Said;

struct Said {
    mark: Mark,
    outcome: &'static str,
    text: String,
}

/// A line for several probes, if any of them was asked or seen.
fn group(
    words: &Words,
    record: &CheckRecord,
    key: &str,
    probes: &[Probe],
    say: Say,
) -> Option<Line> {
    let first = *probes.first()?;
    let seen: Vec<&Observation> = probes
        .iter()
        .filter_map(|probe| record.observation(*probe))
        .collect();
    let began = probes
        .iter()
        .filter_map(|probe| record.began(*probe))
        .chain(seen.iter().map(|observation| observation.began))
        .min()?;
    let waiting = probes.iter().any(|probe| record.is_waiting(*probe));
    let ended = seen
        .iter()
        .map(|observation| observation.began.plus(observation.took))
        .max();
    let Said {
        mark,
        outcome,
        text,
    } = say(words, record, &seen);
    Some(Line {
        key: key.to_owned(),
        probe: first.kind(),
        outcome,
        mark,
        title: words::line_title(words, first).to_owned(),
        text,
        began,
        ended: ended.filter(|_| !waiting),
        raw: seen
            .iter()
            .map(|observation| observation_json::raw(observation))
            .collect(),
    })
}

fn waiting(words: &Words) -> Said {
    Said {
        mark: Mark::Unknown,
        outcome: "waiting",
        text: words::waiting(words).to_owned(),
    }
}

fn controls(words: &Words, record: &CheckRecord, seen: &[&Observation]) -> Said {
    let answered = seen
        .iter()
        .filter(|observation| observation.outcome == Outcome::Answered)
        .count() as u32;
    let all = Control::ALL.len() as u32;
    let open = Control::ALL
        .into_iter()
        .any(|control| record.is_waiting(Probe::Control(control)));
    let text = words::controls_answer(words, answered, all, open);
    match answered {
        0 | 1 if open => waiting(words),
        0 => Said {
            mark: Mark::Broken,
            outcome: "failed",
            text,
        },
        1 => Said {
            mark: Mark::Unknown,
            outcome: "answered",
            text,
        },
        _ => Said {
            mark: Mark::Fine,
            outcome: "answered",
            text,
        },
    }
}

fn resolver_says(words: &Words, record: &CheckRecord, resolver: Resolver) -> Said {
    let answers = records(resolver).map(|probe| record.outcome(probe));
    let best = answers
        .iter()
        .flatten()
        .find(|outcome| matches!(outcome, Outcome::Dns(DnsAnswer::Found(_))));
    let Some(outcome) = best.or_else(|| answers.iter().flatten().next()) else {
        return waiting(words);
    };
    let mark = match outcome {
        Outcome::Dns(DnsAnswer::Found(_)) => Mark::Fine,
        Outcome::Dns(DnsAnswer::Missing | DnsAnswer::Broken) => Mark::Broken,
        _ => Mark::Unknown,
    };
    Said {
        mark,
        outcome: outcome.word(),
        text: words::outcome(words, Probe::Dns(resolver, Record::A), outcome),
    }
}

fn single(words: &Words, record: &CheckRecord, probe: Probe) -> Said {
    let Some(outcome) = record.outcome(probe) else {
        return waiting(words);
    };
    let mark = match (probe, outcome) {
        (Probe::Trace, Outcome::Trace(trace)) if trace.skew_seconds.abs() > 300 => Mark::Broken,
        (_, Outcome::Trace(_) | Outcome::Opened | Outcome::Sound(true)) => Mark::Fine,
        (Probe::Asked(question), Outcome::Said(yes)) if question.is_good_news(*yes) => Mark::Fine,
        (Probe::Fetch | Probe::Twin, Outcome::Answered) => Mark::Fine,
        (Probe::Fetch | Probe::Commit | Probe::Twin, Outcome::Failed | Outcome::Silent) => {
            Mark::Broken
        }
        (_, Outcome::Link(false) | Outcome::Seen(_) | Outcome::Said(true)) => Mark::Broken,
        (Probe::Status | Probe::Ice | Probe::Events, Outcome::Failed) => Mark::Broken,
        _ => Mark::Unknown,
    };
    Said {
        mark,
        outcome: outcome.word(),
        text: words::outcome(words, probe, outcome),
    }
}

/// A line for each vantage; one for the measurement only while it has none, or where it could not be had.
fn outside(words: &Words, record: &CheckRecord, round: Round) -> Vec<Line> {
    let measurement = Probe::Outside(round);
    let Some(began) = record.began(measurement) else {
        return Vec::new();
    };
    let vantages: Vec<(u8, &Vantage, &Observation)> = (0..=u8::MAX)
        .map_while(|slot| {
            let observation = record.observation(Probe::Vantage(round, slot))?;
            match &observation.outcome {
                Outcome::Vantage(vantage) => Some((slot, vantage, observation)),
                _ => None,
            }
        })
        .collect();
    if vantages.is_empty() {
        let said = |words: &Words, record: &CheckRecord, _: &[&Observation]| match record
            .outcome(measurement)
        {
            None => waiting(words),
            Some(outcome) => Said {
                mark: Mark::Unknown,
                outcome: outcome.word(),
                text: words::outcome(words, measurement, outcome),
            },
        };
        return group(
            words,
            record,
            words::round_key(round),
            &[measurement],
            &said,
        )
        .into_iter()
        .collect();
    }
    vantages
        .into_iter()
        .map(|(slot, vantage, observation)| {
            let waiting = vantage.saw == Sight::Waiting;
            Line {
                key: format!("{}-{slot}", words::round_key(round)),
                probe: observation.probe.kind(),
                outcome: vantage.saw.word(),
                mark: vantage_mark(&vantage.saw),
                title: vantage.place.label(),
                text: words::sight(words, vantage),
                began,
                ended: (!waiting).then(|| observation.began.plus(observation.took)),
                raw: vec![observation_json::raw(observation)],
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

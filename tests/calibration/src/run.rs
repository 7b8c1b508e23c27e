//! A recorded run as the inference takes it: the library's own probes and outcomes, and what a fair judge accepts.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use whichside_diagnosis::doh::DnsAnswer;
use whichside_diagnosis::observation::{Control, Ice, Measured, Question, Record, Resolver, Round};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::trace::Trace;
use whichside_diagnosis::{Cause, Millis, ObservationJson, Outcome, Probe};

use crate::judgement::{self, Judgement};
use crate::recording::{self, Recording};

/// The engines the lab drives.
pub const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// One run.
#[derive(Clone, Debug)]
pub struct Run {
    /// The fault's name.
    pub fault: String,
    /// The engine.
    pub engine: &'static str,
    /// Whether outside vantages and public resolvers could be asked.
    pub vantages: bool,
    /// What the visitor entered.
    pub url: String,
    /// The one true cause.
    pub truth: Cause,
    /// What a fair judge accepts.
    pub accepted: Judgement,
    /// What was seen, and how long after it was asked.
    pub seen: Vec<(Probe, Outcome, Millis)>,
    /// What the visitor knows, by the question's id.
    pub answers: BTreeMap<String, bool>,
}

/// Reads every recorded run of the project: by engine, fault and setting, with outside vantages first.
///
/// # Errors
/// A file cannot be read or understood: which, and why.
pub fn all(project: &Path) -> Result<Vec<Run>> {
    let judgements = judgement::all(project)?;
    let folder = recording::folder(project);
    let faults = recording::faults(&folder)?;
    let mut runs = Vec::new();
    for engine in ENGINES {
        for fault in &faults {
            for vantages in [true, false] {
                let path = recording::path(&folder, fault, engine, vantages);
                if path.exists() {
                    let judgement = judgements
                        .get(fault)
                        .with_context(|| format!("faults.json does not judge {fault}"))?;
                    let run = Recording::read(&path)?
                        .run(fault, engine, vantages, judgement)
                        .with_context(|| path.display().to_string())?;
                    runs.push(run);
                }
            }
        }
    }
    Ok(runs)
}

impl Recording {
    fn run(
        self,
        fault: &str,
        engine: &'static str,
        vantages: bool,
        judgement: &Judgement,
    ) -> Result<Run> {
        let observations = &self.observations;
        let count = observations
            .iter()
            .filter(|json| json.probe == "vantage")
            .count();
        let seen = observations
            .iter()
            .filter(|json| !is_question(&json.probe))
            .map(|json| observation(json, count).with_context(|| format!("{json:?}")))
            .collect::<Result<_>>()?;
        Ok(Run {
            fault: fault.to_owned(),
            engine,
            vantages,
            url: self.url,
            truth: self.truth,
            accepted: judgement.given(vantages),
            seen,
            answers: self.answers,
        })
    }
}

fn is_question(kind: &str) -> bool {
    Question::ALL
        .into_iter()
        .any(|question| question.id() == kind)
}

/// `vantages`: how many took part in the run's measurements.
fn observation(json: &ObservationJson, vantages: usize) -> Result<(Probe, Outcome, Millis)> {
    let probe = probe(&json.probe, json.of.as_deref().unwrap_or_default())?;
    let outcome = match probe {
        Probe::Vantage(..) => Outcome::Vantage(vantage(json)?),
        _ => outcome(probe, json, vantages)?,
    };
    Ok((probe, outcome, Millis(json.took)))
}

fn probe(kind: &str, of: &str) -> Result<Probe> {
    let simple = [
        Probe::Link,
        Probe::Seen,
        Probe::Oracle,
        Probe::Trace,
        Probe::Fetch,
        Probe::Commit,
        Probe::Status,
        Probe::Again,
        Probe::Events,
        Probe::Ice,
        Probe::Twin,
    ];
    if let Some(probe) = simple.into_iter().find(|probe| probe.kind() == kind) {
        return Ok(probe);
    }
    let round = |id: &str| {
        Round::ALL
            .into_iter()
            .find(|round| round.id() == id)
            .with_context(|| format!("{id} is no round"))
    };
    Ok(match kind {
        "control" => Probe::Control(
            Control::ALL
                .into_iter()
                .find(|control| control.id() == of)
                .with_context(|| format!("{of} is no control"))?,
        ),
        "dns" => {
            let (resolver, record) = of.split_once(' ').context("of")?;
            let resolver = Resolver::ALL
                .into_iter()
                .find(|known| known.id() == resolver)
                .context("resolver")?;
            let record = [Record::A, Record::Aaaa, Record::Unchecked]
                .into_iter()
                .find(|known| known.id() == record)
                .context("record")?;
            Probe::Dns(resolver, record)
        }
        "outside" => Probe::Outside(round(of)?),
        "vantage" => {
            let (of, slot) = of.split_once(' ').context("of")?;
            Probe::Vantage(round(of)?, slot.parse()?)
        }
        other => bail!("{other} is no probe"),
    })
}

fn outcome(probe: Probe, json: &ObservationJson, vantages: usize) -> Result<Outcome> {
    Ok(match json.outcome.as_str() {
        "silent" => Outcome::Silent,
        "unavailable" => Outcome::Unavailable,
        "linked" => Outcome::Link(true),
        "unlinked" => Outcome::Link(false),
        "answered" if probe == Probe::Trace => Outcome::Trace(Trace {
            skew_seconds: json.skew_seconds.context("skew_seconds")?,
            country: json.country.clone(),
            tunnelled: json.tunnelled.context("tunnelled")?,
        }),
        "answered" => Outcome::Answered,
        "opened" => Outcome::Opened,
        "failed" => Outcome::Failed,
        "sound" => Outcome::Sound(true),
        "unsound" => Outcome::Sound(false),
        "found" => Outcome::Dns(DnsAnswer::Found(
            json.addresses.clone().context("addresses")?,
        )),
        "empty" => Outcome::Dns(DnsAnswer::Empty),
        "missing" => Outcome::Dns(DnsAnswer::Missing),
        "broken" => Outcome::Dns(DnsAnswer::Broken),
        "other" => Outcome::Dns(DnsAnswer::Other(json.code.context("code")?)),
        "gathered" => Outcome::Ice(Ice {
            name_fails: json.name_fails.context("name_fails")?,
            connects: json.connects.context("connects")?,
            secures: json.secures.context("secures")?,
            completes: json.completes.context("completes")?,
        }),
        "complete" => Outcome::Measured(Measured::Complete {
            id: json.id.clone().context("id")?,
            vantages: u8::try_from(vantages)?,
        }),
        "rate-limited" => Outcome::Measured(Measured::RateLimited),
        "no-probes" => Outcome::Measured(Measured::NoProbes),
        "rejected" => Outcome::Measured(Measured::Rejected),
        other => bail!("{other} is no outcome"),
    })
}

fn vantage(json: &ObservationJson) -> Result<Vantage> {
    let saw = match json.outcome.as_str() {
        "waiting" => Sight::Waiting,
        "answer" => Sight::Answer(Answer {
            code: json.status.context("status")?,
            distrust: json.distrust.clone(),
            server: json.server.clone(),
            challenge: json.challenge.unwrap_or(false),
            placeholder: json.placeholder.unwrap_or(false),
            location: json.location.clone(),
            // A report does not tell it: it changes when a watch looks again, and no verdict.
            retry_after: None,
        }),
        "refused" => Sight::Refused,
        "timed-out" => Sight::TimedOut,
        "hung-up" => Sight::HungUp,
        "name-missing" => Sight::NameMissing,
        "name-broken" => Sight::NameBroken,
        "other" => Sight::Other(json.words.clone().context("words")?),
        unknown => bail!("{unknown} is nothing a vantage sees"),
    };
    Ok(Vantage {
        place: Place {
            country: json.country.clone().unwrap_or_default(),
            ..Place::default()
        },
        saw,
        took: json.ms.map(Millis),
    })
}

//! A run of the lab, as `tests/cases/runs/<engine>.jsonl` keeps it: one line each, with every observation of the page's report.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use serde_json::Value;
use whichside_diagnosis::doh::DnsAnswer;
use whichside_diagnosis::observation::{Control, Ice, Measured, Question, Record, Resolver, Round};
use whichside_diagnosis::outside::{Answer, Place, Sight, Vantage};
use whichside_diagnosis::trace::Trace;
use whichside_diagnosis::{Cause, Millis, Outcome, Probe};

use crate::judgement::{self, Judgement};

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

#[derive(Deserialize)]
struct Line {
    fault: String,
    vantages: bool,
    url: String,
    truth: String,
    observations: Vec<Value>,
    #[serde(default)]
    answers: BTreeMap<String, bool>,
}

/// Reads every recorded run of the project.
///
/// # Errors
/// A file or a line that cannot be read: which, and why.
pub fn all(project: &Path) -> Result<Vec<Run>> {
    let judgements = judgement::all(project)?;
    let mut runs = Vec::new();
    for engine in ENGINES {
        let path = project.join(format!("tests/cases/runs/{engine}.jsonl"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for (number, line) in (1..).zip(text.lines()) {
            runs.push(
                read(line, engine, &judgements)
                    .with_context(|| format!("{}:{number}", path.display()))?,
            );
        }
    }
    Ok(runs)
}

fn read(line: &str, engine: &'static str, judgements: &BTreeMap<String, Judgement>) -> Result<Run> {
    let line: Line = serde_json::from_str(line)?;
    let accepted = judgements
        .get(&line.fault)
        .with_context(|| format!("faults.json does not judge {}", line.fault))?;
    let truth = Cause::ALL
        .iter()
        .copied()
        .find(|cause| cause.id() == line.truth)
        .with_context(|| format!("{} is no cause", line.truth))?;
    let vantages = line
        .observations
        .iter()
        .filter(|seen| seen["probe"] == "vantage")
        .count();
    let is_answer = |seen: &&Value| {
        Question::ALL
            .into_iter()
            .any(|question| seen["probe"] == question.id())
    };
    let seen = line
        .observations
        .iter()
        .filter(|seen| !is_answer(seen))
        .map(|value| observation(value, vantages).with_context(|| value.to_string()))
        .collect::<Result<_>>()?;
    Ok(Run {
        fault: line.fault,
        engine,
        vantages: line.vantages,
        url: line.url,
        truth,
        accepted: accepted.given(line.vantages),
        seen,
        answers: line.answers,
    })
}

fn observation(value: &Value, vantages: usize) -> Result<(Probe, Outcome, Millis)> {
    let text = |name: &str| value[name].as_str().unwrap_or_default();
    let probe = probe(text("probe"), text("of"))?;
    let took = value["took"].as_u64().context("took")?;
    Ok((
        probe,
        outcome(probe, text("outcome"), value, vantages)?,
        Millis(u32::try_from(took)?),
    ))
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

fn outcome(probe: Probe, word: &str, value: &Value, vantages: usize) -> Result<Outcome> {
    let text = |name: &str| value[name].as_str().map(str::to_owned);
    let flag = |name: &str| value[name].as_bool().unwrap_or(false);
    if let Probe::Vantage(..) = probe {
        return Ok(Outcome::Vantage(vantage(word, value)?));
    }
    Ok(match word {
        "silent" => Outcome::Silent,
        "unavailable" => Outcome::Unavailable,
        "linked" => Outcome::Link(true),
        "unlinked" => Outcome::Link(false),
        "answered" if probe == Probe::Trace => Outcome::Trace(Trace {
            skew_seconds: text("skew_seconds").context("skew_seconds")?.parse()?,
            country: text("country"),
            tunnelled: flag("tunnelled"),
        }),
        "answered" => Outcome::Answered,
        "opened" => Outcome::Opened,
        "failed" => Outcome::Failed,
        "sound" => Outcome::Sound(true),
        "unsound" => Outcome::Sound(false),
        "found" => Outcome::Dns(DnsAnswer::Found(
            serde_json::from_value(value["addresses"].clone()).context("addresses")?,
        )),
        "empty" => Outcome::Dns(DnsAnswer::Empty),
        "missing" => Outcome::Dns(DnsAnswer::Missing),
        "broken" => Outcome::Dns(DnsAnswer::Broken),
        "other" => Outcome::Dns(DnsAnswer::Other(u16::try_from(
            value["code"].as_u64().context("code")?,
        )?)),
        "gathered" => Outcome::Ice(Ice {
            name_fails: flag("name_fails"),
            connects: flag("connects"),
            secures: flag("secures"),
            completes: flag("completes"),
        }),
        "complete" => Outcome::Measured(Measured::Complete {
            id: text("id").unwrap_or_default(),
            vantages: u8::try_from(vantages)?,
        }),
        "rate-limited" => Outcome::Measured(Measured::RateLimited),
        "no-probes" => Outcome::Measured(Measured::NoProbes),
        "rejected" => Outcome::Measured(Measured::Rejected),
        other => bail!("{other} is no outcome"),
    })
}

fn vantage(word: &str, value: &Value) -> Result<Vantage> {
    let text = |name: &str| value[name].as_str().map(str::to_owned);
    let saw = match word {
        "waiting" => Sight::Waiting,
        "answer" => Sight::Answer(Answer {
            code: u16::try_from(value["status"].as_u64().context("status")?)?,
            distrust: text("distrust"),
            server: text("server"),
            challenge: value["challenge"].as_bool().unwrap_or(false),
            location: text("location"),
        }),
        "refused" => Sight::Refused,
        "timed-out" => Sight::TimedOut,
        "hung-up" => Sight::HungUp,
        "name-missing" => Sight::NameMissing,
        "name-broken" => Sight::NameBroken,
        "other" => Sight::Other(text("words").unwrap_or_default()),
        unknown => return Err(anyhow!("{unknown} is nothing a vantage sees")),
    };
    Ok(Vantage {
        place: Place {
            country: text("country").unwrap_or_default(),
            ..Place::default()
        },
        saw,
        took: value["ms"]
            .as_u64()
            .and_then(|ms| u32::try_from(ms).ok())
            .map(Millis),
    })
}

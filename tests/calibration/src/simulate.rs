//! The inference on worlds that are not quite as it believes: a model scored on its own numbers proves nothing.
//!
//! Causes are drawn from the priors. What is seen is drawn from the likelihoods after each of them was multiplied by a factor
//! of its own between one half and one and a half, drawn anew for every engine. What an engine cannot tell apart is handed to
//! the inference as it would be in that engine.

use fastrand::Rng;
use serde::Serialize;
use whichside_diagnosis::signals::{
    Clock, ErrorNumber, Evidence, Finding, Link, Local, Names, Online, Outside, Possible, Protocol,
    Speed, Trend, alike,
};
use whichside_diagnosis::{Cause, Side, Verdict, likelihood};

use crate::run::ENGINES;
use crate::score::{Judged, Score};

/// By how much a likelihood may be wrong.
const PERTURBED_BY: f64 = 0.5;
/// How often a visitor's browser can ask everything; else a splitter is missing or blocked.
const ALL_SPLITTERS: f64 = 0.9;

/// What a rejected fetch may be.
const FAILURES: [Local; 7] = [
    Local::FetchRefused,
    Local::Loops,
    Local::NameFails,
    Local::Refused,
    Local::TlsFails,
    Local::HungUp,
    Local::BlockedInside,
];

/// The score of one engine in one setting.
#[derive(Clone, Debug, Serialize)]
pub struct Simulated {
    /// The engine.
    pub engine: &'static str,
    /// Whether outside vantages and resolvers answer.
    pub vantages: bool,
    /// How often the verdicts were right.
    pub score: Score,
}

/// Draws so many checks for each engine and setting, from a seed.
#[must_use]
pub fn all(draws: usize, seed: u64) -> Vec<Simulated> {
    let mut rng = Rng::with_seed(seed);
    let mut all = Vec::new();
    for engine in ENGINES {
        let world = World::perturbed(&mut rng);
        for vantages in [true, false] {
            let mut score = Score::default();
            for _ in 0..draws {
                let cause = any_cause(&mut rng);
                let evidence = world.evidence(engine, vantages, cause, &mut rng);
                let verdict = Verdict::on(evidence, &[], true);
                score.add(judged(&verdict, cause));
            }
            all.push(Simulated {
                engine,
                vantages,
                score,
            });
        }
    }
    all
}

fn judged(verdict: &Verdict, truth: Cause) -> Judged {
    let side_right = verdict.side == truth.side();
    Judged {
        named: verdict.side != Side::Unknown,
        side_right,
        cause_right: side_right && verdict.cause == truth,
        confidence: verdict.confidence.fraction(),
    }
}

/// A world: the likelihoods as they are there.
struct World {
    link: Table,
    online: Table,
    here: Table,
    pace: Table,
    outside: Table,
    protocol: Table,
    names: Table,
    clock: Table,
}

/// For each cause, the weight of each column.
struct Table(Vec<Vec<f64>>);

impl Table {
    fn perturbed<C: Copy>(all: &[C], finding: impl Fn(C) -> Finding, rng: &mut Rng) -> Table {
        let row = |cause: &Cause, rng: &mut Rng| {
            all.iter()
                .map(|column| {
                    let factor = 1.0 - PERTURBED_BY + 2.0 * PERTURBED_BY * rng.f64();
                    likelihood::likelihood(&finding(*column), *cause) * factor
                })
                .collect()
        };
        Table(Cause::ALL.iter().map(|cause| row(cause, rng)).collect())
    }

    fn draw<C: Copy>(&self, all: &[C], cause: Cause, rng: &mut Rng) -> Option<C> {
        let at = Cause::ALL.iter().position(|other| *other == cause)?;
        let weights = self.0.get(at)?;
        all.get(drawn(weights, rng)).copied()
    }
}

/// A cause, drawn from the priors.
fn any_cause(rng: &mut Rng) -> Cause {
    let priors: Vec<f64> = Cause::ALL
        .iter()
        .map(|cause| likelihood::prior(*cause))
        .collect();
    let drawn = Cause::ALL.get(drawn(&priors, rng));
    drawn.copied().unwrap_or(Cause::Unclear)
}

/// An index, drawn by weight.
fn drawn(weights: &[f64], rng: &mut Rng) -> usize {
    let mut left = rng.f64() * weights.iter().sum::<f64>();
    for (index, weight) in weights.iter().enumerate() {
        left -= weight;
        if left <= 0.0 {
            return index;
        }
    }
    weights.len().saturating_sub(1)
}

impl World {
    fn perturbed(rng: &mut Rng) -> World {
        World {
            link: Table::perturbed(Link::ALL, Finding::Link, rng),
            online: Table::perturbed(Online::ALL, |column| Finding::Online(alike(&[column])), rng),
            here: Table::perturbed(Local::ALL, |column| Finding::Local(alike(&[column])), rng),
            pace: Table::perturbed(Speed::ALL, Finding::Speed, rng),
            outside: Table::perturbed(
                Outside::ALL,
                |column| Finding::Outside(alike(&[column])),
                rng,
            ),
            protocol: Table::perturbed(Protocol::ALL, Finding::Protocol, rng),
            names: Table::perturbed(Names::ALL, Finding::Names, rng),
            clock: Table::perturbed(Clock::ALL, Finding::Clock, rng),
        }
    }

    fn evidence(&self, engine: &str, vantages: bool, cause: Cause, rng: &mut Rng) -> Vec<Evidence> {
        let mut findings = Vec::new();
        findings.extend(self.link.draw(Link::ALL, cause, rng).map(Finding::Link));
        let online = self.online.draw(Online::ALL, cause, rng);
        findings.extend(online.map(|column| Finding::Online(alike(&[column]))));
        let here = self
            .here
            .draw(Local::ALL, cause, rng)
            .unwrap_or(Local::Silent);
        let all_splitters = rng.f64() < ALL_SPLITTERS;
        // Only who is alone asks twice, where the status can be told; else one of the two is seen.
        let asked_twice = !vantages && all_splitters && engine != "firefox";
        let here = match here {
            Local::Varies if !asked_twice && rng.bool() => Local::ErrorPage,
            Local::Varies if !asked_twice => Local::Opens,
            other => other,
        };
        findings.push(Finding::Local(view(engine, here, all_splitters)));
        let connected = !matches!(
            online,
            Some(Online::Failing | Online::Silent | Online::OwnOnly)
        );
        let outside = (vantages && connected)
            .then(|| self.outside.draw(Outside::ALL, cause, rng))
            .flatten();
        findings.extend(outside.map(|column| Finding::Outside(alike(&[column]))));
        if outside == Some(Outside::Opens) && FAILURES.contains(&here) {
            let protocol = self.protocol.draw(Protocol::ALL, cause, rng);
            findings.extend(protocol.map(Finding::Protocol));
        }
        if vantages && connected {
            findings.extend(self.names.draw(Names::ALL, cause, rng).map(Finding::Names));
        }
        if connected {
            findings.extend(self.clock.draw(Clock::ALL, cause, rng).map(Finding::Clock));
        }
        if matches!(here, Local::Opens | Local::OpensUnframed | Local::ErrorPage) {
            findings.extend(self.pace.draw(Speed::ALL, cause, rng).map(Finding::Speed));
        }
        if here == Local::ErrorPage {
            findings.push(Finding::ErrorNumber(match outside {
                Some(_) => ErrorNumber::Known,
                None => ErrorNumber::Unknown,
            }));
        }
        findings.push(Finding::Trend(if cause == Cause::Recovered {
            Trend::Failed
        } else {
            Trend::First
        }));
        findings.into_iter().map(Evidence::trusted).collect()
    }
}

/// What an engine can tell of what happens here, alone.
fn view(engine: &str, here: Local, all_splitters: bool) -> Possible<Local> {
    match here {
        Local::Opens | Local::OpensUnframed if all_splitters => {
            alike(&[Local::Opens, Local::OpensUnframed])
        }
        Local::Opens | Local::OpensUnframed | Local::ErrorPage if !all_splitters => {
            alike(&[Local::Opens, Local::OpensUnframed, Local::ErrorPage])
        }
        failure if FAILURES.contains(&failure) && !all_splitters => alike(&FAILURES),
        Local::HungUp | Local::BlockedInside if engine == "chromium" => {
            alike(&[Local::HungUp, Local::BlockedInside])
        }
        Local::Refused | Local::TlsFails | Local::HungUp | Local::BlockedInside
            if engine == "firefox" =>
        {
            alike(&[
                Local::Refused,
                Local::TlsFails,
                Local::HungUp,
                Local::BlockedInside,
            ])
        }
        Local::NameFails
        | Local::Refused
        | Local::TlsFails
        | Local::HungUp
        | Local::BlockedInside
            if engine == "webkit" =>
        {
            alike(&[
                Local::NameFails,
                Local::Refused,
                Local::TlsFails,
                Local::HungUp,
                Local::BlockedInside,
            ])
        }
        Local::Silent | Local::Stalls => alike(&[Local::Silent, Local::Stalls]),
        other => alike(&[other]),
    }
}

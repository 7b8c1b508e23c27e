//! The inference on worlds that are not quite as it believes: a model scored on its own numbers proves nothing.
//!
//! Causes are drawn from the priors. What is seen is drawn from the likelihoods after each of them was multiplied by a factor
//! of its own between one half and one and a half, drawn anew for every engine. What an engine cannot tell apart is handed to
//! the inference as it would be in that engine.

use fastrand::Rng;
use serde::Serialize;
use whichside_diagnosis::evidence::{
    Clock, Evidence, Finding, Here, Link, Names, Number, Online, Outside, Pace, Past,
};
use whichside_diagnosis::{Cause, Side, Verdict, model};

use crate::run::ENGINES;
use crate::score::{Judged, Score};

/// By how much a likelihood may be wrong.
const PERTURBED_BY: f64 = 0.5;
/// How often a visitor's browser can ask everything; else a splitter is missing or blocked.
const ALL_SPLITTERS: f64 = 0.9;

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
        confidence: verdict.confidence,
    }
}

/// A world: the likelihoods as they are there.
struct World {
    link: Table,
    online: Table,
    here: Table,
    pace: Table,
    outside: Table,
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
                    model::likelihood(&finding(*column), *cause) * factor
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
        .map(|cause| model::prior(*cause))
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
            online: Table::perturbed(Online::ALL, |column| Finding::Online(vec![column]), rng),
            here: Table::perturbed(Here::ALL, |column| Finding::Here(vec![(column, 1.0)]), rng),
            pace: Table::perturbed(Pace::ALL, Finding::Pace, rng),
            outside: Table::perturbed(
                Outside::ALL,
                |column| Finding::Outside(vec![(column, 1.0)]),
                rng,
            ),
            names: Table::perturbed(Names::ALL, Finding::Names, rng),
            clock: Table::perturbed(Clock::ALL, Finding::Clock, rng),
        }
    }

    fn evidence(&self, engine: &str, vantages: bool, cause: Cause, rng: &mut Rng) -> Vec<Evidence> {
        let mut findings = Vec::new();
        findings.extend(self.link.draw(Link::ALL, cause, rng).map(Finding::Link));
        let online = self.online.draw(Online::ALL, cause, rng);
        findings.extend(online.map(|column| Finding::Online(vec![column])));
        let here = self
            .here
            .draw(Here::ALL, cause, rng)
            .unwrap_or(Here::Silent);
        let all_splitters = rng.f64() < ALL_SPLITTERS;
        // Only who is alone asks twice, where the status can be told; else one of the two is seen.
        let asked_twice = !vantages && all_splitters && engine != "firefox";
        let here = match here {
            Here::Varies if !asked_twice && rng.bool() => Here::ErrorPage,
            Here::Varies if !asked_twice => Here::Opens,
            other => other,
        };
        findings.push(Finding::Here(view(engine, here, all_splitters)));
        let connected = !matches!(
            online,
            Some(Online::Failing | Online::Silent | Online::OwnOnly)
        );
        let outside = (vantages && connected)
            .then(|| self.outside.draw(Outside::ALL, cause, rng))
            .flatten();
        findings.extend(outside.map(|column| Finding::Outside(vec![(column, 1.0)])));
        if vantages && connected {
            findings.extend(self.names.draw(Names::ALL, cause, rng).map(Finding::Names));
        }
        if connected {
            findings.extend(self.clock.draw(Clock::ALL, cause, rng).map(Finding::Clock));
        }
        if matches!(here, Here::Opens | Here::OpensUnframed | Here::ErrorPage) {
            findings.extend(self.pace.draw(Pace::ALL, cause, rng).map(Finding::Pace));
        }
        if here == Here::ErrorPage {
            findings.push(Finding::Number(match outside {
                Some(_) => Number::Known,
                None => Number::Unknown,
            }));
        }
        findings.push(Finding::Past(if cause == Cause::Recovered {
            Past::Failed
        } else {
            Past::First
        }));
        findings
            .into_iter()
            .map(|finding| Evidence {
                finding,
                trust: 1.0,
            })
            .collect()
    }
}

/// What an engine can tell of what happens here, alone.
fn view(engine: &str, here: Here, all_splitters: bool) -> Vec<(Here, f64)> {
    const FAILURES: [Here; 7] = [
        Here::FetchRefused,
        Here::Loops,
        Here::NameFails,
        Here::Refused,
        Here::TlsFails,
        Here::HungUp,
        Here::BlockedInside,
    ];
    let all_alike = |columns: &[Here]| columns.iter().map(|column| (*column, 1.0)).collect();
    match here {
        Here::Opens | Here::OpensUnframed if all_splitters => {
            all_alike(&[Here::Opens, Here::OpensUnframed])
        }
        Here::Opens | Here::OpensUnframed | Here::ErrorPage if !all_splitters => {
            all_alike(&[Here::Opens, Here::OpensUnframed, Here::ErrorPage])
        }
        failure if FAILURES.contains(&failure) && !all_splitters => all_alike(&FAILURES),
        Here::HungUp | Here::BlockedInside if engine == "chromium" => {
            all_alike(&[Here::HungUp, Here::BlockedInside])
        }
        Here::Refused | Here::TlsFails | Here::HungUp | Here::BlockedInside
            if engine == "firefox" =>
        {
            all_alike(&[
                Here::Refused,
                Here::TlsFails,
                Here::HungUp,
                Here::BlockedInside,
            ])
        }
        Here::NameFails | Here::Refused | Here::TlsFails | Here::HungUp | Here::BlockedInside
            if engine == "webkit" =>
        {
            all_alike(&[
                Here::NameFails,
                Here::Refused,
                Here::TlsFails,
                Here::HungUp,
                Here::BlockedInside,
            ])
        }
        other => vec![(other, 1.0)],
    }
}

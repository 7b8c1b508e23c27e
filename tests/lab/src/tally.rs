//! What runs come to: shares, rules, calibration, confusion. Pure.

use std::collections::BTreeMap;

use serde::Serialize;
use whichside_calibration::score::{Claim, brier};

use crate::judge::End;
use crate::record::Outcome;
use crate::unit::Vantages;
use whichside_harness::engine::Engine;

/// From so many runs on, a share says something.
const ENOUGH_RUNS: usize = 10;
/// Hundredths that have to be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Of the sides.
    pub sides: usize,
    /// Of the causes.
    pub causes: usize,
}

/// What an engine has to reach in a setting. Alone, a browser cannot tell many causes apart, and Firefox and
/// WebKit lack probes that Chromium has.
pub const fn rule(engine: Engine, vantages: Vantages) -> Rule {
    match (vantages, engine) {
        (Vantages::With, Engine::Chromium | Engine::Firefox | Engine::Webkit) => Rule {
            sides: 98,
            causes: 93,
        },
        (Vantages::Without | Vantages::SwitchedOff, Engine::Chromium) => Rule {
            sides: 80,
            causes: 0,
        },
        (Vantages::Without | Vantages::SwitchedOff, Engine::Firefox | Engine::Webkit) => Rule {
            sides: 65,
            causes: 0,
        },
    }
}

/// How often each thing was said under each truth.
pub type Confusion = BTreeMap<String, BTreeMap<String, usize>>;

/// The middle and the longest of some times, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Times {
    /// Half were faster.
    pub median: f64,
    /// The slowest.
    pub longest: f64,
}

/// What the runs of one engine in one setting come to.
#[derive(Debug, Serialize)]
pub struct Tally {
    /// The engine.
    pub browser: Engine,
    /// The setting.
    pub vantages: Vantages,
    /// How many ran.
    pub runs: usize,
    /// How many passed.
    pub passed: usize,
    /// How many ended on a right side.
    pub right_sides: usize,
    /// How many were there before the visitor was asked anything.
    pub right_unasked: usize,
    /// How many ended without a side though one could be named.
    pub unknown: usize,
    /// How many ended on a right cause.
    pub right_causes: usize,
    /// How many ever showed a wrong side with confidence.
    pub confidently_wrong: usize,
    /// How many ended on a verdict that names a side.
    pub claims: usize,
    /// The mean of (confidence − right)² over those; 0 is perfect.
    pub brier: Option<f64>,
    /// Until a side was first named.
    pub first_ms: Option<Times>,
    /// Until the check was done.
    pub done_ms: Option<Times>,
    /// What has to be reached.
    pub rule: Rule,
    /// What was not reached; empty: all was.
    pub shortcomings: Vec<String>,
}

impl Tally {
    /// Whether all runs passed, and enough of them were right.
    pub fn passed(&self) -> bool {
        self.passed == self.runs && self.shortcomings.is_empty()
    }

    fn of(browser: Engine, vantages: Vantages, outcomes: &[&Outcome]) -> Self {
        let count =
            |what: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| what(outcome)).count();
        let claims = claims(outcomes.iter().copied());
        let mut tally = Self {
            browser,
            vantages,
            runs: outcomes.len(),
            passed: count(|outcome| outcome.judged.failures.is_empty()),
            right_sides: count(|outcome| outcome.judged.end == End::Right),
            right_unasked: count(|outcome| outcome.judged.unasked == End::Right),
            unknown: count(|outcome| outcome.judged.end == End::Unknown),
            right_causes: count(|outcome| outcome.judged.cause_right),
            confidently_wrong: count(|outcome| outcome.judged.confidently_wrong),
            claims: claims.len(),
            brier: brier(&claims),
            first_ms: times(
                outcomes
                    .iter()
                    .filter_map(|outcome| outcome.judged.first_ms),
            ),
            done_ms: times(outcomes.iter().filter_map(|outcome| outcome.judged.done_ms)),
            rule: rule(browser, vantages),
            shortcomings: Vec::new(),
        };
        tally.shortcomings = tally.shortcomings();
        tally
    }

    /// A single run without vantages may end on `unknown`, and a single cause may be wrong: only many say
    /// something about a share.
    fn shortcomings(&self) -> Vec<String> {
        let short = |what: &str, right: usize, percent: usize| {
            (right * 100 < self.runs * percent).then(|| {
                format!(
                    "too few right {what}: {right} of {}, {percent} % are needed",
                    self.runs
                )
            })
        };
        let few = self.runs < ENOUGH_RUNS;
        let sides = match self.vantages {
            Vantages::Without | Vantages::SwitchedOff if few => None,
            Vantages::With | Vantages::Without | Vantages::SwitchedOff => {
                short("sides", self.right_sides, self.rule.sides)
            }
        };
        let causes = if few {
            None
        } else {
            short("causes", self.right_causes, self.rule.causes)
        };
        sides.into_iter().chain(causes).collect()
    }
}

/// A tally for each engine and setting that ran.
pub fn by_group(outcomes: &[Outcome]) -> Vec<Tally> {
    let mut groups: BTreeMap<(Engine, Vantages), Vec<&Outcome>> = BTreeMap::new();
    for outcome in outcomes {
        let group = (outcome.browser, outcome.vantages);
        groups.entry(group).or_default().push(outcome);
    }
    groups
        .iter()
        .map(|((engine, vantages), outcomes)| Tally::of(*engine, *vantages, outcomes))
        .collect()
}

/// The verdicts at the end that name a side.
pub fn claims<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Vec<Claim> {
    outcomes
        .into_iter()
        .filter_map(|outcome| {
            let verdict = outcome.judged.verdict.as_ref()?;
            verdict.names_a_side().then_some(())?;
            Some(Claim {
                confidence: verdict.sureness()?,
                right: outcome.judged.end == End::Right,
            })
        })
        .collect()
}

/// Counts pairs of truth and what was said.
pub fn confusion(pairs: impl IntoIterator<Item = (String, String)>) -> Confusion {
    let mut all = Confusion::new();
    for (truth, said) in pairs {
        *all.entry(truth).or_default().entry(said).or_default() += 1;
    }
    all
}

fn times(values: impl Iterator<Item = f64>) -> Option<Times> {
    let mut all: Vec<f64> = values.collect();
    all.sort_by(f64::total_cmp);
    Some(Times {
        median: *all.get(all.len() / 2)?,
        longest: *all.last()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::ended;

    fn tally(vantages: Vantages, runs: usize, sides: usize, causes: usize) -> Tally {
        Tally {
            runs,
            passed: runs,
            right_sides: sides,
            right_causes: causes,
            ..Tally::of(Engine::Chromium, vantages, &[])
        }
    }

    #[test]
    fn a_group_counts_right_unknown_and_confidently_wrong() {
        let outcomes = [
            ended(Vantages::With, "theirs", "bad-gateway", "0.97"),
            ended(Vantages::With, "theirs", "server-down", "0.70"),
            ended(Vantages::With, "yours", "path", "0.85"),
            ended(Vantages::With, "unknown", "unclear", "0.40"),
            ended(Vantages::Without, "unknown", "unclear", "0.40"),
        ];
        let all = by_group(&outcomes);
        let [with, without] = all.as_slice() else {
            panic!("two settings ran");
        };
        assert_eq!((with.runs, with.passed, with.claims), (4, 3, 3));
        assert_eq!((with.right_sides, with.right_causes), (2, 1));
        assert_eq!((with.unknown, with.confidently_wrong), (1, 1));
        assert!(!with.passed() && without.passed());
    }

    #[test]
    fn what_was_said_is_counted_under_what_is_true() {
        let pair = |truth: &str, said: &str| (truth.to_owned(), said.to_owned());
        let all = confusion([
            pair("path", "path"),
            pair("path", "slow"),
            pair("path", "path"),
        ]);
        assert_eq!(all["path"]["path"], 2);
        assert_eq!(all["path"]["slow"], 1);
    }

    #[test]
    fn with_vantages_every_side_counts_and_alone_four_in_five() {
        for (vantages, runs, sides, enough) in [
            (Vantages::With, 1, 0, false),
            (Vantages::With, 32, 31, false),
            (Vantages::With, 50, 49, true),
            (Vantages::Without, 1, 0, true),
            (Vantages::Without, 30, 24, true),
            (Vantages::Without, 30, 23, false),
        ] {
            let short = tally(vantages, runs, sides, runs).shortcomings();
            assert_eq!(short.is_empty(), enough, "{sides} of {runs} {vantages}");
        }
    }

    #[test]
    fn ninety_three_causes_in_a_hundred_have_to_be_right_with_vantages() {
        for (vantages, runs, causes, enough) in [
            (Vantages::With, 1, 0, true),
            (Vantages::With, 30, 28, true),
            (Vantages::With, 30, 27, false),
            (Vantages::Without, 30, 0, true),
        ] {
            let short = tally(vantages, runs, runs, causes).shortcomings();
            assert_eq!(short.is_empty(), enough, "{causes} of {runs} {vantages}");
        }
    }

    #[test]
    fn times_are_the_middle_and_the_longest() {
        assert_eq!(times([].into_iter()), None);
        let found = times([3.0, 1.0, 2.0].into_iter()).unwrap();
        assert_eq!((found.median, found.longest), (2.0, 3.0));
    }
}

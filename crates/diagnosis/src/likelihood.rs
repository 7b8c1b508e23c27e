//! How probable a finding is under a cause: the rows of its profile, corrected by what the lab's runs showed.
//!
//! Also for those who try the inference: simulations, and the counting of recorded runs.

mod measured;

use crate::cause::Cause;
use crate::causes::profile::Row;
use crate::probability::PerMille;
use crate::signals::{
    Clock, ErrorNumber, FailureStage, Finding, Link, Local, Names, Online, Outside, Possible,
    Protocol, Speed, Symptom, Trend, Tunnel,
};

/// How many counted faults weigh as much as the judgement of a row (the pseudo-count of a Dirichlet prior). The lab's faults
/// were chosen, not drawn, and with as few as ten, ties would be called that nobody can tell (a server that refuses everybody
/// is there more often than one that refuses some).
const PRIOR_PSEUDO_COUNT: f64 = 100.0;

/// The counts of `measured` are in quarters of a fault.
const QUARTERS: f64 = 4.0;

/// How often the lab saw a column under a cause, in quarters of a fault.
type Counts<C> = &'static [(Cause, C, u8)];

/// What one recorded failure of a site for the same reason in the last week adds to the prior, in its unit: a fifth of what the
/// commonest failure starts with.
const PRIOR_OF_A_FAILURE: f64 = 15.0;

/// More failures than this tell nothing new.
const MOST_FAILURES: u8 = 5;

/// How often a cause is why a visitor comes, in any unit: only the ratio of two says something.
#[must_use]
pub fn prior(cause: Cause) -> f64 {
    f64::from(cause.spec().prior)
}

/// What the failures of the last week add to the prior, in its unit.
pub(crate) fn of_history(failures: usize) -> f64 {
    let failures = u8::try_from(failures).unwrap_or(MOST_FAILURES);
    f64::from(failures.min(MOST_FAILURES)) * PRIOR_OF_A_FAILURE
}

/// The probability of a finding under a cause, in (0, 1].
#[must_use]
pub fn likelihood(finding: &Finding, cause: Cause) -> f64 {
    weighted(finding, cause, Runs::Counted)
}

/// The same by judgement alone, without what the lab's runs showed: what those are counted with.
#[must_use]
pub fn judged(finding: &Finding, cause: Cause) -> f64 {
    weighted(finding, cause, Runs::Ignored)
}

/// Whether the lab's runs weigh in.
#[derive(Clone, Copy)]
enum Runs {
    Counted,
    Ignored,
}

fn weighted(finding: &Finding, cause: Cause, runs: Runs) -> f64 {
    let profile = &cause.spec().profile;
    match finding {
        Finding::Link(column) => profile.link.share(Link::ALL, *column),
        Finding::Online(columns) => {
            any_of(columns, |column| profile.online.share(Online::ALL, column))
        }
        Finding::Local(columns) => any_of(columns, |column| {
            corrected(
                profile.local,
                measured::LOCAL,
                Local::ALL,
                column,
                cause,
                runs,
            )
        }),
        Finding::Speed(column) => profile.speed.share(Speed::ALL, *column),
        Finding::FailureStage(column) => profile.failure_stage.share(FailureStage::ALL, *column),
        Finding::Outside(columns) => any_of(columns, |column| {
            corrected(
                profile.outside,
                measured::OUTSIDE,
                Outside::ALL,
                column,
                cause,
                runs,
            )
        })
        .min(1.0),
        Finding::Protocol(column) => profile.protocol.share(Protocol::ALL, *column),
        Finding::Names(column) => profile.names.share(Names::ALL, *column),
        Finding::Clock(column) => profile.clock.share(Clock::ALL, *column),
        Finding::Tunnel(column) => profile.tunnel.share(Tunnel::ALL, *column),
        Finding::Symptom(column) => profile.symptom.share(Symptom::ALL, *column),
        Finding::ErrorNumber(column) => profile.error_number.share(ErrorNumber::ALL, *column),
        Finding::Trend(column) => profile.trend.share(Trend::ALL, *column),
        Finding::Answer(question, true) => cause.answers_yes(*question).fraction(),
        Finding::Answer(question, false) => 1.0 - cause.answers_yes(*question).fraction(),
        Finding::RemedyFailed(remedy) => {
            1.0 - cause.chance_of(*remedy).map_or(0.0, PerMille::fraction)
        }
    }
}

/// The probability of columns that cannot be told apart: the sum of the parts that look like this.
fn any_of<C: Copy>(columns: &Possible<C>, share: impl Fn(C) -> f64) -> f64 {
    columns
        .iter()
        .map(|(column, part)| part.fraction() * share(*column))
        .sum()
}

/// The share of a column as judged, and as the lab's runs of the cause have it.
fn corrected<C: Copy + PartialEq>(
    row: Row<C>,
    counts: Counts<C>,
    all: &[C],
    column: C,
    cause: Cause,
    runs: Runs,
) -> f64 {
    let judged = row.share(all, column);
    let count = |of: &dyn Fn(C) -> bool| -> f64 {
        let quarters: u16 = counts
            .iter()
            .filter(|(counted, seen, _)| *counted == cause && of(*seen))
            .map(|(_, _, quarters)| u16::from(*quarters))
            .sum();
        f64::from(quarters) / QUARTERS
    };
    match runs {
        Runs::Ignored => judged,
        Runs::Counted => {
            let (of_it, of_all) = (count(&|seen| seen == column), count(&|_| true));
            (PRIOR_PSEUDO_COUNT * judged + of_it) / (PRIOR_PSEUDO_COUNT + of_all)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::causes::profile::{CauseProfile, Row};

    fn sums_to_one<C: Copy + PartialEq + std::fmt::Debug>(
        row: fn(&CauseProfile) -> Row<C>,
        all: &[C],
    ) {
        for &cause in Cause::ALL {
            let row = row(&cause.spec().profile);
            let shares: Vec<f64> = all.iter().map(|column| row.share(all, *column)).collect();
            assert!(
                shares.iter().all(|part| *part > 0.0),
                "{cause:?} rules something out: {shares:?} of {all:?}"
            );
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-9, "{cause:?}: {sum} over {all:?}");
        }
    }

    #[test]
    fn every_row_is_a_distribution_that_rules_nothing_out() {
        sums_to_one(|profile| profile.link, Link::ALL);
        sums_to_one(|profile| profile.online, Online::ALL);
        sums_to_one(|profile| profile.local, Local::ALL);
        sums_to_one(|profile| profile.speed, Speed::ALL);
        sums_to_one(|profile| profile.failure_stage, FailureStage::ALL);
        sums_to_one(|profile| profile.outside, Outside::ALL);
        sums_to_one(|profile| profile.protocol, Protocol::ALL);
        sums_to_one(|profile| profile.names, Names::ALL);
        sums_to_one(|profile| profile.clock, Clock::ALL);
        sums_to_one(|profile| profile.tunnel, Tunnel::ALL);
        sums_to_one(|profile| profile.symptom, Symptom::ALL);
        sums_to_one(|profile| profile.error_number, ErrorNumber::ALL);
        sums_to_one(|profile| profile.trend, Trend::ALL);
    }
}

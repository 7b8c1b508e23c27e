//! What each cause looked like in the lab, counted, for the library's likelihoods.
//!
//! Two thirds of the faults are counted, by fault and not by run: every run of a fault shares its fate, so a fault weighs one,
//! spread evenly over its engines and settings. The other third is kept to score what comes out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};

use anyhow::Result;
use whichside_diagnosis::signals::{Finding, Possible, alike};
use whichside_diagnosis::{Cause, likelihood};

use crate::replay::play;
use crate::run::Run;

/// Every third fault of a cause is held out, so that causes with several faults are on both sides.
const EVERY: usize = 3;
/// Counts are written in quarters of a fault, in one byte.
const UNIT: f64 = 4.0;
/// Less than a whole fault moves no likelihood by much, and each line costs every visitor three bytes.
const LEAST: f64 = UNIT;

/// The faults that the likelihoods must not be set from.
#[must_use]
pub fn held_out(runs: &[Run]) -> BTreeSet<String> {
    let faults: BTreeSet<(&str, &str)> = runs
        .iter()
        .map(|run| (run.truth.id(), run.fault.as_str()))
        .collect();
    faults
        .into_iter()
        .enumerate()
        .filter(|(at, _)| at % EVERY == EVERY - 1)
        .map(|(_, (_, fault))| fault.to_owned())
        .collect()
}

/// A table's name, and its counts by cause and column.
type Counts = BTreeMap<(&'static str, Cause, String), f64>;

/// Counts what the runs of the faults that are not held out look like at their end.
///
/// # Errors
/// A run cannot be played.
pub fn count(runs: &[Run]) -> Result<Counts> {
    let held_out = held_out(runs);
    let mut counts = Counts::new();
    for run in runs.iter().filter(|run| !held_out.contains(&run.fault)) {
        let runs_of_it = runs.iter().filter(|other| other.fault == run.fault).count();
        let weight = 1.0 / runs_of_it as f64;
        for evidence in play(run)?.last.evidence {
            for (table, column, part) in columns(&evidence.finding, run.truth) {
                *counts.entry((table, run.truth, column)).or_default() += weight * part;
            }
        }
    }
    Ok(counts)
}

/// The columns that a finding leaves open, each with its share under the true cause, as judged so far.
fn columns(finding: &Finding, truth: Cause) -> Vec<(&'static str, String, f64)> {
    match finding {
        Finding::Local(columns) => shared("local", truth, columns, |c| Finding::Local(alike(&[c]))),
        Finding::Outside(columns) => {
            shared("outside", truth, columns, |c| Finding::Outside(alike(&[c])))
        }
        // These come from the visitor, the session, a definition, or the speed of the lab's machine: it says nothing of how often.
        Finding::Online(_)
        | Finding::Protocol(_)
        | Finding::Names(_)
        | Finding::Speed(_)
        | Finding::FailureStage(_)
        | Finding::Link(_)
        | Finding::Clock(_)
        | Finding::Tunnel(_)
        | Finding::Symptom(_)
        | Finding::ErrorNumber(_)
        | Finding::Trend(_)
        | Finding::Answer(..)
        | Finding::RemedyFailed(_) => vec![],
    }
}

fn shared<C: Copy + Debug>(
    table: &'static str,
    truth: Cause,
    columns: &Possible<C>,
    finding: impl Fn(C) -> Finding,
) -> Vec<(&'static str, String, f64)> {
    let weighed: Vec<(C, f64)> = columns
        .iter()
        .map(|(column, part)| {
            let judged = likelihood::judged(&finding(*column), truth);
            (*column, part.fraction() * judged)
        })
        .collect();
    let sum: f64 = weighed.iter().map(|(_, weight)| weight).sum();
    weighed
        .into_iter()
        .map(|(column, weight)| (table, format!("{column:?}"), weight / sum))
        .collect()
}

/// The library's source file of what was counted.
#[must_use]
pub fn source(runs: &[Run], counts: &Counts) -> String {
    let held_out = held_out(runs);
    let faults: BTreeSet<&str> = runs
        .iter()
        .map(|run| run.fault.as_str())
        .filter(|fault| !held_out.contains(*fault))
        .collect();
    let runs_counted = runs
        .iter()
        .filter(|run| !held_out.contains(&run.fault))
        .count();
    let mut text = format!(
        "//! What each cause looked like in the lab, in quarters of a fault. Written by `cargo xtask calibrate --write` from the\n\
         //! runs in `tests/cases`: {} faults, {runs_counted} runs; every third fault of a cause is held out, to be scored on.\n\n\
         use super::Counts;\n\
         use crate::cause::Cause;\n\
         use crate::signals::{{Local, Outside}};\n",
        faults.len()
    );
    let mut by_truth: BTreeMap<Cause, BTreeSet<&str>> = BTreeMap::new();
    for run in runs
        .iter()
        .filter(|run| faults.contains(run.fault.as_str()))
    {
        by_truth.entry(run.truth).or_default().insert(&run.fault);
    }
    text.push_str("\n// Counted for\n");
    for (cause, faults) in &by_truth {
        let names: Vec<&str> = faults.iter().copied().collect();
        let _ = writeln!(text, "// {}: {}", cause.id(), names.join(", "));
    }
    for (table, kind) in [("local", "Local"), ("outside", "Outside")] {
        let name = table.to_uppercase();
        let _ = writeln!(text, "\npub(super) static {name}: Counts<{kind}> = &[");
        for &cause in Cause::ALL {
            for ((_, _, column), count) in counts
                .iter()
                .filter(|((of, under, _), _)| *of == table && *under == cause)
            {
                let quarters = (count * UNIT).round().min(f64::from(u8::MAX));
                if quarters >= LEAST {
                    let _ = writeln!(
                        text,
                        "    (Cause::{cause:?}, {kind}::{column}, {quarters}),"
                    );
                }
            }
        }
        text.push_str("];\n");
    }
    text
}

//! The recorded cases: what the page observed in each run, to be played again without a browser. A folder for each fault, and in
//! it a file for each engine and setting, whose form is [`whichside_calibration::recording`]'s.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use whichside_calibration::recording::{self, Recording, ShownVerdict};

use crate::fault::Fault;
use crate::record::Outcome;
use crate::unit::Vantages;

/// Writes what was observed in `outcomes` below `folder`. Runs recorded earlier stay, but for those of faults that are no more. What was
/// switched off is not recorded: to the inference it is being alone.
///
/// # Errors
/// A report cannot be understood, or a file not written.
pub fn write(folder: &Path, outcomes: &[Outcome], faults: &[Fault]) -> Result<()> {
    for outcome in outcomes {
        if outcome.vantages == Vantages::SwitchedOff {
            continue;
        }
        let vantages = outcome.vantages == Vantages::With;
        let path = recording::path(folder, &outcome.fault, outcome.browser.id(), vantages);
        if let Some(recording) = of(outcome).with_context(|| path.display().to_string())? {
            recording.write(&path)?;
        }
    }
    remove_unknown(folder, |name| faults.iter().any(|fault| fault.name == name))
}

/// What is recorded of an outcome: nothing where the page gave no report or no verdict.
fn of(outcome: &Outcome) -> Result<Option<Recording>> {
    let (Some(observations), Some(verdict)) = (
        outcome.visit.report.get("observations"),
        outcome.judged.verdict.as_ref(),
    ) else {
        return Ok(None);
    };
    let Some(confidence) = verdict.sureness() else {
        return Ok(None);
    };
    Ok(Some(Recording {
        url: outcome.url.clone(),
        truth: outcome.truth,
        shown: ShownVerdict {
            side: verdict.side.clone(),
            cause: verdict.cause.clone(),
            confidence,
        },
        answers: outcome.visit.answers.clone(),
        observations: Vec::deserialize(observations)?,
    }))
}

fn remove_unknown(folder: &Path, is_known: impl Fn(&str) -> bool) -> Result<()> {
    for fault in recording::faults(folder)? {
        if !is_known(&fault) {
            let gone = folder.join(fault);
            fs::remove_dir_all(&gone).with_context(|| gone.display().to_string())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::ended;
    use whichside_harness::engine::Engine;

    fn outcome(fault: &str, vantages: Vantages, confidence: &str) -> Outcome {
        let mut outcome = ended(vantages, "theirs", "bad-gateway", confidence);
        outcome.fault = fault.to_owned();
        outcome.visit.report = serde_json::json!({
            "observations": [{ "probe": "link", "outcome": "linked", "began": 0, "took": 1 }],
        });
        outcome
    }

    fn confidence(folder: &Path, fault: &str, vantages: bool) -> Option<f64> {
        let path = recording::path(folder, fault, Engine::Firefox.id(), vantages);
        Recording::read(&path)
            .ok()
            .map(|recording| recording.shown.confidence)
    }

    #[test]
    fn a_new_run_takes_the_place_of_the_old_one_and_leaves_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let old = [
            outcome("b", Vantages::With, "0.50"),
            outcome("b", Vantages::Without, "0.50"),
            outcome("gone", Vantages::With, "0.50"),
        ];
        let new = [
            outcome("b", Vantages::With, "0.90"),
            outcome("a", Vantages::With, "0.90"),
        ];
        for outcome in old.iter().chain(&new) {
            let vantages = outcome.vantages == Vantages::With;
            let path = recording::path(folder, &outcome.fault, Engine::Firefox.id(), vantages);
            of(outcome).unwrap().unwrap().write(&path).unwrap();
        }
        remove_unknown(folder, |name| name != "gone").unwrap();
        assert_eq!(confidence(folder, "a", true), Some(0.9));
        assert_eq!(confidence(folder, "b", true), Some(0.9));
        assert_eq!(confidence(folder, "b", false), Some(0.5));
        assert_eq!(confidence(folder, "gone", true), None);
    }

    #[test]
    fn a_run_without_a_report_is_not_recorded() {
        let run = ended(Vantages::With, "theirs", "bad-gateway", "0.90");
        assert!(of(&run).unwrap().is_none());
    }
}

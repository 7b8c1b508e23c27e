//! The recorded cases: what the page observed in each run, to be played again without a browser. One file
//! for each engine, one line for each run, sorted by fault and setting.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::fault::Fault;
use crate::record::Outcome;
use crate::unit::Vantages;
use whichside_harness::engine::Engine;

/// One run.
#[derive(Debug, Serialize, Deserialize)]
struct Recording {
    fault: String,
    /// Whether outside vantages answered.
    vantages: bool,
    url: String,
    truth: String,
    said: Said,
    /// As in the page's report.
    observations: Value,
    /// What the visitor came to know, by the question's id.
    #[serde(default)]
    answers: BTreeMap<String, bool>,
}

/// The verdict at the end.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    side: String,
    cause: String,
    confidence: f64,
}

/// Writes what was observed in `outcomes` to a file for each engine in `folder`. Runs recorded earlier stay, but for
/// those of faults that are no more.
///
/// # Errors
/// A file cannot be read, understood or written.
pub fn write(folder: &Path, outcomes: &[Outcome], faults: &[Fault]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    for engine in Engine::ALL {
        let new: Vec<Recording> = outcomes
            .iter()
            .filter(|outcome| outcome.browser == engine)
            .filter_map(Recording::of)
            .collect();
        if new.is_empty() {
            continue;
        }
        let path = folder.join(format!("{engine}.jsonl"));
        let old = if path.exists() {
            fs::read_to_string(&path).with_context(|| path.display().to_string())?
        } else {
            String::new()
        };
        let is_known = |name: &str| faults.iter().any(|fault| fault.name == name);
        let text = renewed(&old, new, is_known).with_context(|| path.display().to_string())?;
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

/// The lines of `old` with `new` in the place of theirs.
fn renewed(old: &str, new: Vec<Recording>, is_known: impl Fn(&str) -> bool) -> Result<String> {
    let mut all = BTreeMap::new();
    for line in old.lines() {
        let recording: Recording = serde_json::from_str(line)?;
        all.insert(recording.key(), recording);
    }
    all.extend(
        new.into_iter()
            .map(|recording| (recording.key(), recording)),
    );
    all.retain(|(fault, _), _| is_known(fault));
    let mut text = String::new();
    for recording in all.values() {
        text.push_str(&serde_json::to_string(recording)?);
        text.push('\n');
    }
    Ok(text)
}

impl Recording {
    /// What is recorded of `outcome`: nothing where the page gave no report.
    fn of(outcome: &Outcome) -> Option<Self> {
        let observations = outcome.visit.report.get("observations")?.clone();
        let verdict = outcome.judged.verdict.as_ref()?;
        Some(Self {
            fault: outcome.fault.clone(),
            vantages: outcome.vantages == Vantages::With,
            url: outcome.url.clone(),
            truth: outcome.truth.id().to_owned(),
            said: Said {
                side: verdict.side.clone(),
                cause: verdict.cause.clone(),
                confidence: verdict.sureness()?,
            },
            observations,
            answers: outcome.visit.answers.clone(),
        })
    }

    /// With outside vantages first.
    fn key(&self) -> (String, bool) {
        (self.fault.clone(), !self.vantages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(fault: &str, vantages: bool, confidence: f64) -> Recording {
        Recording {
            fault: fault.to_owned(),
            vantages,
            url: "https://shop.example/".to_owned(),
            truth: "bad-gateway".to_owned(),
            said: Said {
                side: "theirs".to_owned(),
                cause: "bad-gateway".to_owned(),
                confidence,
            },
            observations: serde_json::json!([{ "probe": "link" }]),
            answers: BTreeMap::from([("still-fails".to_owned(), true)]),
        }
    }

    #[test]
    fn a_new_run_takes_the_place_of_the_old_one_and_leaves_the_others() {
        let known = |name: &str| name != "gone";
        let old = vec![
            run("b", false, 0.5),
            run("a", true, 0.5),
            run("gone", true, 0.5),
        ];
        let old = renewed("", old, |_| true).unwrap();
        let text = renewed(&old, vec![run("b", true, 0.9), run("a", true, 0.9)], known).unwrap();
        let said: Vec<(String, bool, f64)> = text
            .lines()
            .map(|line| serde_json::from_str::<Recording>(line).unwrap())
            .map(|run| (run.fault, run.vantages, run.said.confidence))
            .collect();
        let expected = [("a", true, 0.9), ("b", true, 0.9), ("b", false, 0.5)];
        assert_eq!(
            said,
            expected.map(|(name, with, sure)| (name.to_owned(), with, sure))
        );
    }

    #[test]
    fn recording_twice_changes_nothing() {
        let once = renewed("", vec![run("a", true, 0.5)], |_| true).unwrap();
        let twice = renewed(&once, vec![run("a", true, 0.5)], |_| true).unwrap();
        assert_eq!(once, twice);
    }
}

//! What is written down: one file for each fault, and `report.json` for the whole run.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::judge::{Judged, Requests, enough_causes};
use crate::visit::Visit;

/// One fault's run, with its judgement.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The fault's name.
    pub fault: String,
    /// What was broken.
    pub about: String,
    /// The cause that is true, by its id.
    pub truth: &'static str,
    /// The browser it ran in.
    pub browser: &'static str,
    /// The judgement.
    pub judged: Judged,
    /// Requests that reached the target.
    pub requests: Requests,
    /// All the page showed and said.
    pub visit: Visit,
}

impl Outcome {
    /// What the browser wrote to its console, a line each.
    pub fn console_lines(&self) -> impl Iterator<Item = String> {
        self.visit
            .console
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| {
                format!(
                    "{} {}",
                    entry["level"].as_str().unwrap_or("?"),
                    entry["message"].as_str().unwrap_or("?")
                )
            })
    }
}

/// What the outcomes come to.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// How many faults ran.
    pub faults: usize,
    /// How many passed.
    pub passed: usize,
    /// How many ended on a right side.
    pub right_sides: usize,
    /// How many ended on a right cause.
    pub right_causes: usize,
    /// How many ever showed a wrong side with confidence.
    pub confidently_wrong: usize,
    /// Whether the right causes are enough.
    pub enough_causes: bool,
}

impl Summary {
    /// Counts.
    pub fn of(outcomes: &[Outcome]) -> Self {
        let count = |what: fn(&Judged) -> bool| {
            outcomes
                .iter()
                .filter(|outcome| what(&outcome.judged))
                .count()
        };
        let right_causes = count(|judged| judged.cause_right);
        Self {
            faults: outcomes.len(),
            passed: count(|judged| judged.failures.is_empty()),
            right_sides: count(|judged| judged.side_right),
            right_causes,
            confidently_wrong: count(|judged| judged.confidently_wrong),
            enough_causes: enough_causes(right_causes, outcomes.len()),
        }
    }

    /// Whether the run as a whole passed.
    pub const fn passed(&self) -> bool {
        self.passed == self.faults && self.enough_causes
    }
}

#[derive(Serialize)]
struct Whole<'a> {
    schema: u32,
    summary: &'a Summary,
    faults: &'a [Outcome],
}

/// Writes one fault's outcome into `folder`.
///
/// # Errors
/// It cannot be written.
pub fn write_one(folder: &Path, outcome: &Outcome) -> Result<()> {
    write(folder, &outcome.fault, outcome)
}

/// Writes `report.json` into `folder`.
///
/// # Errors
/// It cannot be written.
pub fn write_all(folder: &Path, summary: &Summary, faults: &[Outcome]) -> Result<()> {
    let whole = Whole {
        schema: 1,
        summary,
        faults,
    };
    write(folder, "report", &whole)
}

fn write(folder: &Path, name: &str, what: &impl Serialize) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let path = folder.join(format!("{name}.json"));
    fs::write(&path, serde_json::to_string_pretty(what)?)
        .with_context(|| path.display().to_string())
}

//! What is written down of each run: one file with all that was shown and said.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Serialize;
use whichside_diagnosis::Cause;
use whichside_egress::Traffic;

use crate::judge::{Judged, Requests};
use crate::unit::Vantages;
use crate::visit::Visit;
use whichside_harness::engine::Engine;

/// One run, with its judgement.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The fault's name.
    pub fault: String,
    /// What was broken.
    pub about: String,
    /// What the visitor entered.
    pub url: String,
    /// The cause that is true.
    pub truth: Cause,
    /// The engine it ran in.
    pub browser: Engine,
    /// Whom the page could ask.
    pub vantages: Vantages,
    /// The judgement.
    pub judged: Judged,
    /// Requests that reached the target.
    pub requests: Requests,
    /// What left the visitor's browser, and what stayed.
    pub traffic: Traffic,
    /// All the page showed and said.
    pub visit: Visit,
}

impl Outcome {
    /// What outcomes are sorted by.
    pub fn key(&self) -> (Engine, Vantages, &str) {
        (self.browser, self.vantages, &self.fault)
    }

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

/// Where in `folder` a run's outcome lies.
pub fn path(folder: &Path, fault: &str, browser: Engine, vantages: Vantages) -> PathBuf {
    folder.join(format!("{fault}.{browser}.{vantages}.json"))
}

/// Writes one outcome into `folder`.
///
/// # Errors
/// It cannot be written.
pub fn write(folder: &Path, outcome: &Outcome) -> Result<()> {
    let path = path(folder, &outcome.fault, outcome.browser, outcome.vantages);
    fs::write(&path, serde_json::to_string_pretty(outcome)?)
        .with_context(|| path.display().to_string())
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::judge::judge;
    use crate::visit::Shown;

    /// A run of a dead application that ended on this verdict.
    pub fn ended(vantages: Vantages, side: &str, cause: &str, confidence: &str) -> Outcome {
        let judgement = serde_json::from_str(
            r#"{"url":"https://shop.example/","sides":["theirs"],"causes":["bad-gateway"]}"#,
        )
        .unwrap();
        let shown = vec![Shown {
            ms: 900.0,
            state: "done".into(),
            side: side.into(),
            cause: cause.into(),
            confidence: confidence.into(),
            cause_confidence: "0.50".into(),
        }];
        Outcome {
            fault: "502-dead-upstream".into(),
            about: "nginx <passes> requests on".into(),
            url: "https://shop.example/".into(),
            truth: Cause::BadGateway,
            browser: Engine::Firefox,
            vantages,
            judged: judge(&shown, &judgement),
            requests: Requests::default(),
            traffic: Traffic::default(),
            visit: Visit {
                shown,
                ..Visit::default()
            },
        }
    }
}

//! The report of a whole run: `report.json` for machines, `report.html` to read. What the runs come to is
//! counted in `tally`; here it is only put together.

mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use whichside_calibration::score::{Bucket, brier, reliability};

use crate::judge::{End, Judged, Requests};
use crate::record::Outcome;
use crate::tally::{self, Confusion, Tally};
use crate::unit::Vantages;
use whichside_harness::engine::Engine;

/// All that is reported.
#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    /// What each engine calls itself.
    browsers: BTreeMap<&'static str, BTreeSet<&'a str>>,
    /// What each engine comes to in each setting.
    groups: &'a [Tally],
    /// What all verdicts that name a side come to, by setting.
    calibration: Vec<Calibration>,
    /// The true cause's side × the side said.
    sides: Confusion,
    /// The true cause × the cause said.
    causes: Confusion,
    /// Every run.
    runs: Vec<Row<'a>>,
}

/// How far confidence can be trusted in a setting, over all engines.
#[derive(Serialize)]
struct Calibration {
    vantages: Vantages,
    /// Verdicts at the end that name a side.
    claims: usize,
    /// Those that name none.
    unknown: usize,
    brier: Option<f64>,
    reliability: Vec<Bucket>,
}

/// A run, without what was observed.
#[derive(Serialize)]
struct Row<'a> {
    fault: &'a str,
    about: &'a str,
    browser: Engine,
    vantages: Vantages,
    truth: &'static str,
    true_side: &'static str,
    side: &'a str,
    cause: &'a str,
    confidence: Option<f64>,
    end: End,
    unasked: End,
    asked: &'a [(String, Option<bool>)],
    cause_right: bool,
    confidently_wrong: bool,
    first_ms: Option<f64>,
    done_ms: Option<f64>,
    requests: Requests,
    failures: &'a [String],
}

/// Writes `report.json` and `report.html` into `folder`.
///
/// # Errors
/// They cannot be written.
pub fn write(folder: &Path, groups: &[Tally], outcomes: &[Outcome]) -> Result<()> {
    let report = Report::of(groups, outcomes);
    for (name, text) in [
        ("report.json", serde_json::to_string_pretty(&report)?),
        ("report.html", page::html(&report).into_string()),
    ] {
        let path = folder.join(name);
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

impl<'a> Report<'a> {
    fn of(groups: &'a [Tally], outcomes: &'a [Outcome]) -> Self {
        let mut browsers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for outcome in outcomes
            .iter()
            .filter(|outcome| !outcome.visit.user_agent.is_empty())
        {
            let names = browsers.entry(outcome.browser.id()).or_default();
            names.insert(&outcome.visit.user_agent);
        }
        let mut runs: Vec<Row<'_>> = outcomes.iter().map(Row::of).collect();
        runs.sort_by_key(|row| (row.fault, row.browser, row.vantages));
        let settings: BTreeSet<Vantages> =
            outcomes.iter().map(|outcome| outcome.vantages).collect();
        Self {
            schema: 2,
            browsers,
            groups,
            calibration: settings
                .into_iter()
                .map(|vantages| {
                    let inside: Vec<&Outcome> = outcomes
                        .iter()
                        .filter(|outcome| outcome.vantages == vantages)
                        .collect();
                    Calibration::of(vantages, &inside)
                })
                .collect(),
            sides: tally::confusion(
                runs.iter()
                    .map(|row| (row.true_side.to_owned(), row.side.to_owned())),
            ),
            causes: tally::confusion(
                runs.iter()
                    .map(|row| (row.truth.to_owned(), row.cause.to_owned())),
            ),
            runs,
        }
    }
}

impl Calibration {
    fn of(vantages: Vantages, outcomes: &[&Outcome]) -> Self {
        let claims = tally::claims(outcomes.iter().copied());
        Self {
            vantages,
            claims: claims.len(),
            unknown: outcomes.len() - claims.len(),
            brier: brier(&claims),
            reliability: reliability(&claims),
        }
    }
}

impl<'a> Row<'a> {
    fn of(outcome: &'a Outcome) -> Self {
        let Judged {
            end,
            unasked,
            cause_right,
            confidently_wrong,
            first_ms,
            done_ms,
            verdict,
            failures,
        } = &outcome.judged;
        let verdict = verdict.as_ref();
        Self {
            fault: &outcome.fault,
            about: &outcome.about,
            browser: outcome.browser,
            vantages: outcome.vantages,
            truth: outcome.truth.id(),
            true_side: outcome.truth.side().id(),
            side: verdict.map_or("nothing", |verdict| &verdict.side),
            cause: verdict.map_or("nothing", |verdict| &verdict.cause),
            confidence: verdict.and_then(|verdict| verdict.sureness()),
            end: *end,
            unasked: *unasked,
            asked: &outcome.visit.asked,
            cause_right: *cause_right,
            confidently_wrong: *confidently_wrong,
            first_ms: *first_ms,
            done_ms: *done_ms,
            requests: outcome.requests,
            failures,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::tests::ended;

    fn three_runs() -> Vec<Outcome> {
        vec![
            ended(Vantages::With, "theirs", "bad-gateway", "0.97"),
            ended(Vantages::Without, "yours", "path", "0.85"),
            ended(Vantages::Without, "unknown", "unclear", "0.40"),
        ]
    }

    #[test]
    fn what_was_said_is_counted_under_what_is_true() {
        let outcomes = three_runs();
        let report = Report::of(&[], &outcomes);
        for said in ["theirs", "yours", "unknown"] {
            assert_eq!(report.sides["theirs"][said], 1);
        }
        assert_eq!(report.causes["bad-gateway"]["path"], 1);
    }

    #[test]
    fn only_verdicts_that_name_a_side_are_claims() {
        let outcomes = three_runs();
        let report = Report::of(&[], &outcomes);
        let counts = report
            .calibration
            .iter()
            .map(|all| (all.claims, all.unknown));
        assert_eq!(counts.collect::<Vec<_>>(), [(1, 0), (1, 1)]);
    }

    #[test]
    fn the_page_names_what_failed_and_needs_nothing_else() {
        let outcomes = three_runs();
        let groups = tally::by_group(&outcomes);
        let page = page::html(&Report::of(&groups, &outcomes)).into_string();
        assert!(page.contains("confidently wrong: yours (path) with 0.85"));
        for foreign in ["<script", "src=", "href=", "url(", "@import", "<passes>"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }
}

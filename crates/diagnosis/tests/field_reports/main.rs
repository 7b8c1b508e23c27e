//! Forty-one public reports, replayed: the side that is said, the remedies in front, and the table of `docs/field-reports.md`,
//! which has both.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test whose material is missing must fail loudly"
)]

mod reports;
mod world;

use std::path::Path;

use reports::{Report, reports};
use whichside_diagnosis::advice;
use world::Played;

/// How many remedies a visitor looks at.
const FIRST: usize = 4;

/// A report with what is said of it.
struct Told {
    report: Report,
    played: Played,
}

impl Told {
    fn all() -> Vec<Told> {
        let reports = reports().into_iter();
        reports
            .map(|report| Told {
                played: report.world.play(),
                report,
            })
            .collect()
    }

    fn side_is_right(&self) -> bool {
        self.report
            .right
            .contains(&self.played.check.verdict().side)
    }

    fn remedies(&self) -> Vec<&'static str> {
        let all = advice::for_visitor(self.played.check.verdict(), &[]);
        all.iter().take(FIRST).map(|remedy| remedy.id()).collect()
    }

    fn helps(&self) -> bool {
        let first = self.remedies();
        self.report
            .helps
            .iter()
            .any(|remedy| first.contains(&remedy.id()))
    }

    fn row(&self) -> String {
        let verdict = self.played.check.verdict();
        let judged = match (self.side_is_right(), self.helps()) {
            (true, true) => "right, and helps",
            (true, false) => "right",
            (false, _) if verdict.side == whichside_diagnosis::Side::Unknown => "honest",
            (false, _) => "wrong",
        };
        format!(
            "| {} | {} | {} | {} / {} {:.2} | {} | {} |",
            self.report.number,
            self.report.source,
            self.report.was,
            verdict.side.id(),
            verdict.cause.id(),
            verdict.confidence,
            self.remedies().join(", "),
            judged
        )
    }
}

#[test]
fn the_table_says_what_is_said_of_each_report() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/field-reports.md");
    let told = std::fs::read_to_string(path).unwrap_or_default();
    let rows: Vec<String> = Told::all().iter().map(Told::row).collect();
    let missing: Vec<&String> = rows
        .iter()
        .filter(|row| !told.lines().any(|line| line == *row))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/field-reports.md lacks\n{}",
        rows.join("\n")
    );
}

#[test]
fn of_forty_one_reports_one_at_most_is_confidently_wrong_at_any_time() {
    let told = Told::all();
    assert_eq!(told.len(), 41);
    let wrong: Vec<String> = told
        .iter()
        .filter(|told| told.played.was_confidently_wrong(told.report.right))
        .map(Told::row)
        .collect();
    assert!(wrong.len() <= 1, "{}", wrong.join("\n"));
}

#[test]
fn thirty_reports_are_told_right_with_what_helped_among_the_first_four_remedies() {
    let told = Told::all();
    let not: Vec<String> = told
        .iter()
        .filter(|told| !(told.side_is_right() && told.helps()))
        .map(|told| format!("{} asked {:?}", told.row(), told.played.asked))
        .collect();
    assert!(
        told.len() - not.len() >= 30,
        "{}: {}",
        told.len() - not.len(),
        not.join("\n")
    );
}

//! The table on the terminal: a line for each fault as it finishes, and what they come to.

use crate::record::{Outcome, Summary};
use crate::visit::Shown;

/// The first line.
pub fn head() {
    println!(
        "{:<28} {:<8} {:<18} {:>5} {:>7} {:>7} {:>9}  ",
        "fault", "side", "cause", "sure", "first", "final", "requests"
    );
}

/// The line of one fault.
pub fn line(outcome: &Outcome) {
    let judged = &outcome.judged;
    let ms = |ms: Option<f64>| ms.map_or_else(|| "-".to_owned(), |ms| format!("{ms:.0}"));
    let verdict = judged.verdict.as_ref();
    let word = |pick: fn(&Shown) -> &str| verdict.map_or("-", pick);
    let requests = outcome.requests;
    println!(
        "{:<28} {:<8} {:<18} {:>5} {:>7} {:>7} {:>9}  {}",
        outcome.fault,
        word(|shown| &shown.side),
        word(|shown| &shown.cause),
        word(|shown| &shown.confidence),
        ms(judged.first_ms),
        ms(judged.done_ms),
        format!("{}+{}", requests.visitor, requests.outside),
        remark(outcome)
    );
}

fn remark(outcome: &Outcome) -> String {
    let mut remark = if !outcome.judged.failures.is_empty() {
        format!("FAIL {}", outcome.judged.failures.join("; "))
    } else if outcome.judged.cause_right {
        "pass".to_owned()
    } else {
        "pass, wrong cause".to_owned()
    };
    let complaints = outcome
        .console_lines()
        .filter(|line| line.contains("Content Security Policy") || line.contains("panicked at"))
        .count();
    if complaints > 0 {
        remark.push_str(&format!(
            " ({complaints} policy violations or panics in the console: see --report)"
        ));
    }
    remark
}

/// Every verdict shown under one fault.
pub fn every_verdict(outcome: &Outcome) {
    println!("\n{}: {}", outcome.fault, outcome.about);
    for shown in &outcome.visit.shown {
        println!(
            "  {:>7.0} ms  {:<8} {:<8} {:<18} {} / {}",
            shown.ms,
            shown.state,
            shown.side,
            shown.cause,
            shown.confidence,
            shown.cause_confidence
        );
    }
    for line in outcome.console_lines() {
        println!("  console: {line}");
    }
}

/// What the lines come to.
pub fn sum(summary: &Summary) {
    println!(
        "\n{} of {} passed; right sides {}/{}, right causes {}/{}, confidently wrong {}",
        summary.passed,
        summary.faults,
        summary.right_sides,
        summary.faults,
        summary.right_causes,
        summary.faults,
        summary.confidently_wrong
    );
    if !summary.enough_causes {
        println!("FAIL too few right causes: nine in ten are needed");
    }
}

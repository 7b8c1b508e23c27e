//! The table on the terminal: a line for each run as it finishes, and what they come to.

use crate::judge::End;
use crate::record::Outcome;
use crate::tally::{Tally, Times};
use crate::visit::Shown;

/// The first line.
pub fn head() {
    println!(
        "{:<28} {:<8} {:<7} {:<8} {:<18} {:>5} {:>7} {:>7} {:>9}  ",
        "fault", "browser", "outside", "side", "cause", "sure", "first", "final", "requests"
    );
}

/// The line of one run.
pub fn line(outcome: &Outcome) {
    let judged = &outcome.judged;
    let ms = |ms: Option<f64>| ms.map_or_else(|| "-".to_owned(), |ms| format!("{ms:.0}"));
    let verdict = judged.verdict.as_ref();
    let word = |pick: fn(&Shown) -> &str| verdict.map_or("-", pick);
    let requests = outcome.requests;
    println!(
        "{:<28} {:<8} {:<7} {:<8} {:<18} {:>5} {:>7} {:>7} {:>9}  {}",
        outcome.fault,
        outcome.browser,
        outcome.vantages,
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
    let judged = &outcome.judged;
    let mut remark = if !judged.failures.is_empty() {
        format!("FAIL {}", judged.failures.join("; "))
    } else {
        match judged.end {
            End::Right if judged.cause_right => "pass".to_owned(),
            End::Right | End::Wrong => "pass, wrong cause".to_owned(),
            End::Unknown => "not told".to_owned(),
        }
    };
    let complaints = outcome
        .console_lines()
        .filter(|line| line.contains("Content Security Policy") || line.contains("panicked at"))
        .count();
    if complaints > 0 {
        remark.push_str(&format!(
            " ({complaints} policy violations or panics in the console: see --verdicts)"
        ));
    }
    remark
}

/// Every verdict shown in one run.
pub fn every_verdict(outcome: &Outcome) {
    println!(
        "\n{}, {}, {} vantages: {}",
        outcome.fault, outcome.browser, outcome.vantages, outcome.about
    );
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

/// What the lines come to, for each engine and setting.
pub fn sums(tallies: &[Tally]) {
    println!();
    for tally in tallies {
        let runs = tally.runs;
        println!(
            "{:<8} {:<7} vantages: {} of {runs} passed; right sides {}/{runs} ({} before the visitor was asked), not told {}, right causes \
             {}/{runs}, confidently wrong {}, Brier {}, first {}, final {}",
            tally.browser,
            tally.vantages,
            tally.passed,
            tally.right_sides,
            tally.right_unasked,
            tally.unknown,
            tally.right_causes,
            tally.confidently_wrong,
            tally
                .brier
                .map_or_else(|| "-".to_owned(), |score| format!("{score:.3}")),
            spent(tally.first_ms),
            spent(tally.done_ms),
        );
        for short in &tally.shortcomings {
            println!("FAIL {short}");
        }
    }
}

/// The runs that failed, once more and with every verdict, below the sums: the end of a long log is what is read first.
pub fn failed(outcomes: &[Outcome]) {
    for outcome in outcomes {
        if !outcome.judged.failures.is_empty() {
            every_verdict(outcome);
            println!("  {}", remark(outcome));
        }
    }
}

fn spent(times: Option<Times>) -> String {
    times.map_or_else(
        || "-".to_owned(),
        |times| format!("{:.0} ms (at most {:.0})", times.median, times.longest),
    )
}

//! The report as one page that needs nothing else: no scripts, no other files.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use whichside_calibration::score::Bucket;

use super::{Report, Row};
use crate::judge::End;
use crate::tally::{Confusion, Tally, Times};

/// The whole page.
pub fn html(report: &Report<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Whichside in the lab" }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                main {
                    h1 { "What the page said when something was really broken" }
                    (browsers(report))
                    (groups(report))
                    (failures(report))
                    (calibration(report))
                    h2 { "Sides" }
                    (confusion(&report.sides))
                    h2 { "Causes" }
                    (confusion(&report.causes))
                    (runs(report))
                }
            }
        }
    }
}

fn browsers(report: &Report<'_>) -> Markup {
    html! {
        ul class="browsers" {
            @for (name, agents) in &report.browsers {
                @for agent in agents { li { b { (name) } " " (agent) } }
            }
        }
    }
}

fn groups(report: &Report<'_>) -> Markup {
    html! {
        h2 { "What it comes to" }
        div class="wide" tabindex="0" {
            table {
                thead { tr {
                    th { "browser" } th { "outside vantages" } th { "runs" } th { "passed" }
                    th { "right side" } th { "before a question" } th { "not told" } th { "right cause" }
                    th { "confidently wrong" } th { "named a side" } th { "Brier score" }
                    th { "first side, ms" } th { "final, ms" }
                } }
                tbody { @for group in report.groups { (group_row(group)) } }
            }
        }
        p {
            "A side is “not told” where the page said it cannot tell although a fair judge expects more. \
             “Confidently wrong” is a wrong side shown at any time with 0.80 or more. The Brier score is the \
             mean of (confidence − right)² over the final verdicts that name a side; 0 is perfect. Times are \
             the middle one and the longest. The lab's visitor answers what the page asks; “before a question” counts the \
             sides that were right without."
        }
    }
}

fn group_row(group: &Tally) -> Markup {
    html! {
        tr class=(if group.passed() { "right" } else { "wrong" }) {
            th { (group.browser) } td { (group.vantages) }
            td { (group.runs) } td { (group.passed) }
            td { (share(group.right_sides, group.runs)) } td { (share(group.right_unasked, group.runs)) }
            td { (group.unknown) }
            td { (share(group.right_causes, group.runs)) } td { (group.confidently_wrong) }
            td { (group.claims) } td { (optional(group.brier, 3)) }
            td { (spent(group.first_ms)) } td { (spent(group.done_ms)) }
        }
        @for short in &group.shortcomings { tr class="wrong" { td colspan="13" { (short) } } }
    }
}

fn failures(report: &Report<'_>) -> Markup {
    let failed: Vec<&Row<'_>> = report
        .runs
        .iter()
        .filter(|row| !row.failures.is_empty())
        .collect();
    html! {
        h2 { "What did not pass" }
        @if failed.is_empty() { p { "Everything passed." } } @else {
            ul {
                @for row in failed {
                    li {
                        b { (row.fault) } ", " (row.browser) ", " (row.vantages) " vantages: "
                        (row.failures.join("; "))
                    }
                }
            }
        }
    }
}

fn calibration(report: &Report<'_>) -> Markup {
    html! {
        h2 { "How far confidence can be trusted" }
        @for calibration in &report.calibration {
            h3 { (calibration.vantages) " vantages" }
            p {
                (calibration.claims) " runs ended on a side, " (calibration.unknown)
                " on “unknown”; Brier score " (optional(calibration.brier, 3)) "."
            }
            ul { @for bucket in &calibration.reliability { li { (reliability(bucket)) } } }
        }
    }
}

/// A bucket in words.
fn reliability(bucket: &Bucket) -> String {
    let Bucket {
        from,
        to,
        claims,
        claimed,
        right,
    } = bucket;
    format!(
        "{from:.2}–{to:.2}: {claims} claimed {claimed:.2} on average, and {right:.2} of them were right"
    )
}

fn confusion(all: &Confusion) -> Markup {
    let columns: BTreeSet<&String> = all.values().flat_map(|row| row.keys()).collect();
    html! {
        div class="wide" tabindex="0" {
            table class="confusion" {
                thead { tr {
                    th { "true ↓ said →" }
                    @for column in &columns { th { span { (column) } } }
                } }
                tbody {
                    @for (truth, row) in all {
                        tr {
                            th { (truth) }
                            @for column in &columns {
                                td class=(if truth == *column { "right" } else { "" }) {
                                    @if let Some(count) = row.get(*column) { (count) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn runs(report: &Report<'_>) -> Markup {
    html! {
        h2 { "Every run" }
        div class="wide" tabindex="0" {
            table class="runs" {
                thead { tr {
                    th { "fault" } th { "browser" } th { "outside vantages" } th { "side" } th { "cause" }
                    th { "confidence" } th { "first, ms" } th { "final, ms" }
                    th { "requests, visitor’s" } th { "outside" } th { "asked of the visitor" } th { "judgement" }
                } }
                tbody {
                    @for rows in report.runs.chunk_by(|a, b| a.fault == b.fault) {
                        @for (index, row) in rows.iter().enumerate() {
                            tr class=(class(row)) {
                                @if index == 0 {
                                    th rowspan=(rows.len()) { (row.fault) small { (row.about) } }
                                }
                                (run_cells(row))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn run_cells(row: &Row<'_>) -> Markup {
    html! {
        td { (row.browser) } td { (row.vantages) } td { (row.side) } td { (row.cause) }
        td { (optional(row.confidence, 2)) }
        td { (optional(row.first_ms, 0)) } td { (optional(row.done_ms, 0)) }
        td { (row.requests.visitor) } td { (row.requests.outside) }
        td { (asked(row)) }
        td { (judgement(row)) }
    }
}

/// The questions with their answers, in order.
fn asked(row: &Row<'_>) -> String {
    let each = row.asked.iter().map(|(question, answer)| {
        let said = match answer {
            Some(true) => "yes",
            Some(false) => "no",
            None => "can’t say",
        };
        format!("{question}: {said}")
    });
    each.collect::<Vec<_>>().join("; ")
}

fn judgement(row: &Row<'_>) -> String {
    if !row.failures.is_empty() {
        return row.failures.join("; ");
    }
    match row.end {
        End::Right if row.cause_right => "right",
        End::Right => "right side, wrong cause",
        End::Unknown => "not told",
        End::Wrong => "wrong",
    }
    .to_owned()
}

fn class(row: &Row<'_>) -> &'static str {
    match row.end {
        _ if !row.failures.is_empty() => "wrong",
        End::Right if row.cause_right => "right",
        End::Right | End::Unknown => "open",
        End::Wrong => "wrong",
    }
}

fn share(part: usize, whole: usize) -> String {
    let percent = (part * 100).checked_div(whole).unwrap_or_default();
    format!("{part}/{whole} ({percent} %)")
}

fn optional(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
}

fn spent(times: Option<Times>) -> String {
    times.map_or_else(
        || "–".to_owned(),
        |times| format!("{:.0} (≤ {:.0})", times.median, times.longest),
    )
}

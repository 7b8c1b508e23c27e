//! The report: what was found, as JSON for machines and as text for a support ticket.
//! Redacted it names the target without its query or path, and no measurement that others could read it under.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::check::Check;
use crate::lines::{self, Mark};
use crate::observation::{Measured, Observation, Outcome};
use crate::verdict::Verdict;
use crate::words;

/// What the report says of the visitor's browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BrowserInfo {
    /// Its user agent string.
    pub user_agent: String,
    /// Its language.
    pub language: String,
    /// Whether it says it is online.
    pub online: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    schema: u8,
    target: String,
    started: &'a str,
    verdict: Said<'a>,
    observations: Vec<Observation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    browser: Option<&'a BrowserInfo>,
}

#[derive(Serialize)]
struct Said<'a> {
    side: &'static str,
    cause: &'static str,
    confidence: Option<Box<RawValue>>,
    cause_confidence: Option<Box<RawValue>>,
    ranked: Vec<(crate::Cause, Option<Box<RawValue>>)>,
    status: Option<u16>,
    server: Option<&'a str>,
}

/// The report as JSON, of the page contract's schema 1. `started` is an ISO 8601 time.
#[must_use]
pub fn json(
    check: &Check,
    verdict: &Verdict,
    started: &str,
    browser: &BrowserInfo,
    redacted: bool,
) -> String {
    let report = Report {
        schema: 1,
        target: target(check, redacted),
        started,
        verdict: Said {
            side: verdict.side.id(),
            cause: verdict.cause.id(),
            confidence: number(verdict.confidence),
            cause_confidence: number(verdict.cause_confidence),
            ranked: verdict
                .ranked
                .iter()
                .map(|(cause, probability)| (*cause, number(*probability)))
                .collect(),
            status: verdict.status,
            server: verdict.server.as_deref(),
        },
        observations: check
            .observations()
            .cloned()
            .map(|seen| if redacted { without_id(seen) } else { seen })
            .collect(),
        browser: (!redacted).then_some(browser),
    };
    // Numbers and strings always serialise.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

/// A probability as a JSON number of two digits.
fn number(probability: f64) -> Option<Box<RawValue>> {
    RawValue::from_string(words::hundredths(probability)).ok()
}

/// The report as text.
#[must_use]
pub fn text(
    check: &Check,
    verdict: &Verdict,
    started: &str,
    browser: &BrowserInfo,
    redacted: bool,
) -> String {
    let mut text = format!(
        "{}\n{}\n\nTarget: {}\nTime: {started}\nVerdict: {} / {} ({}, {})\n",
        words::headline(verdict, false),
        words::explanation(check, verdict, false),
        target(check, redacted),
        verdict.side.id(),
        verdict.cause.id(),
        words::sureness(verdict, false),
        words::hundredths(verdict.confidence),
    );
    if let Some(technical) = words::technical(verdict) {
        text.push_str(&format!("Technical: {technical}\n"));
    }
    if !redacted {
        text.push_str(&format!(
            "Browser: {} ({})\n",
            browser.user_agent, browser.language
        ));
    }
    text.push_str("\nHow we know:\n");
    for line in lines::lines(check) {
        let mark = match line.mark {
            Mark::Fine => "ok",
            Mark::Broken => "BAD",
            Mark::Unknown => "?",
        };
        text.push_str(&format!("- [{mark}] {}: {}\n", line.title, line.text));
    }
    text
}

fn target(check: &Check, redacted: bool) -> String {
    if redacted {
        check.target().origin()
    } else {
        check.target().url()
    }
}

/// Who has a measurement's id can read its results, the path among them; who has the redirect's goal may read its query.
fn without_id(mut seen: Observation) -> Observation {
    match &mut seen.outcome {
        Outcome::Measured(Measured::Complete { id, .. }) => id.clear(),
        Outcome::Vantage(vantage) => {
            if let crate::outside::Sight::Answer(answer) = &mut vantage.saw {
                answer.location = None;
            }
        }
        Outcome::Silent
        | Outcome::Unavailable
        | Outcome::Link(_)
        | Outcome::Seen(_)
        | Outcome::Answered
        | Outcome::Opened
        | Outcome::Failed
        | Outcome::Sound(_)
        | Outcome::Dns(_)
        | Outcome::Trace(_)
        | Outcome::Ice(_)
        | Outcome::Measured(Measured::RateLimited | Measured::NoProbes | Measured::Rejected)
        | Outcome::Said(_) => {}
    }
    seen
}

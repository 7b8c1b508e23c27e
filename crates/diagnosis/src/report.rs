//! The report: what was found, as JSON for machines and as text for a support ticket.
//! Redacted it names the target without its query or path, and no measurement that others could read it under.

use serde::{Deserialize, Serialize};

use crate::cause::{Cause, Side};
use crate::check::Check;
use crate::lines::{self, Mark};
use crate::observation_json::ObservationJson;
use crate::target;
use crate::words::{self, PageKey, ReasonKey, ReportKey, Words};

/// The report of the page contract's schema 1.
#[derive(Serialize)]
struct Report<'a> {
    schema: u8,
    target: String,
    started: &'a str,
    verdict: VerdictJson<'a>,
    /// Why the verdict names its cause, the heaviest reason first.
    reasons: Vec<ReasonJson>,
    observations: Vec<ObservationJson>,
    browser: BrowserJson<'a>,
}

/// The verdict. Probabilities are from 0 to 1, with two digits.
#[derive(Serialize)]
struct VerdictJson<'a> {
    side: Side,
    cause: Cause,
    confidence: f64,
    cause_confidence: f64,
    /// Each cause with its probability, the likeliest first.
    ranked: Vec<(Cause, f64)>,
    status: Option<u16>,
    server: Option<&'a str>,
}

/// A signal and its weight for the cause, in bits with two digits; negative where it speaks against it.
#[derive(Serialize)]
struct ReasonJson {
    signal: &'static str,
    bits: f64,
}

/// The browser; redacted, only whether it is online.
#[derive(Serialize)]
struct BrowserJson<'a> {
    online: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_agent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// What the report says of the visitor's browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrowserInfo {
    /// Its user agent string.
    pub user_agent: String,
    /// Its language.
    pub language: String,
    /// Whether it says it is online.
    pub online: bool,
}

/// The report as JSON, of the page contract's schema 1. `started` is an ISO 8601 time.
#[must_use]
pub fn json(check: &Check, started: &str, browser: &BrowserInfo, redacted: bool) -> String {
    let verdict = check.verdict();
    let report = Report {
        schema: 1,
        target: asked_about(check, redacted),
        started,
        verdict: VerdictJson {
            side: verdict.side,
            cause: verdict.cause,
            confidence: two_digits(verdict.confidence.fraction()),
            cause_confidence: two_digits(verdict.cause_confidence.fraction()),
            ranked: verdict
                .ranked
                .iter()
                .map(|(cause, probability)| (*cause, two_digits(probability.fraction())))
                .collect(),
            status: verdict.status,
            server: verdict.server.as_deref(),
        },
        reasons: check
            .reasons()
            .iter()
            .map(|reason| ReasonJson {
                signal: reason.finding.id(),
                bits: two_digits(reason.bits),
            })
            .collect(),
        observations: check
            .observations()
            .map(|observation| ObservationJson::new(observation, redacted))
            .collect(),
        browser: BrowserJson {
            online: browser.online,
            user_agent: (!redacted).then_some(&browser.user_agent),
            language: (!redacted).then_some(&browser.language),
        },
    };
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn two_digits(probability: f64) -> f64 {
    (probability * 100.0).round() / 100.0
}

/// The report as text, in the visitor's language.
#[must_use]
pub fn text(
    words: &Words,
    check: &Check,
    started: &str,
    browser: &BrowserInfo,
    redacted: bool,
) -> String {
    let verdict = check.verdict();
    let mut text = String::new();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let labelled = |key, value: &str| words.fill(key, &[("value", value)]);
    add(words::headline(words, verdict, false));
    add(&words::explanation(words, check, verdict, false));
    add("");
    add(&labelled(ReportKey::Target, &asked_about(check, redacted)));
    add(&labelled(ReportKey::Time, started));
    let judged = format!(
        "{} / {} ({}, {})",
        verdict.side.id(),
        verdict.cause.id(),
        words::sureness(words, verdict, false),
        verdict.confidence
    );
    add(&labelled(ReportKey::Verdict, &judged));
    if let Some(technical) = words::technical(words, verdict) {
        add(&labelled(ReportKey::Technical, &technical));
    }
    if !redacted {
        let browser = format!("{} ({})", browser.user_agent, browser.language);
        add(&labelled(ReportKey::Browser, &browser));
    }
    add("");
    add(words.text(PageKey::How));
    for line in lines::lines(words, check.record()) {
        let mark = match line.mark {
            Mark::Fine => words.text(ReportKey::Fine),
            Mark::Broken => words.text(ReportKey::Broken),
            Mark::Unknown => "?",
        };
        add(&format!("- [{mark}] {}: {}", line.title, line.text));
    }
    if verdict.side != Side::Unknown {
        add("");
        add(words.text(ReasonKey::Title));
        for reason in check.reasons() {
            add(&format!("- {}", words::reason(words, &reason)));
        }
    }
    text
}

fn asked_about(check: &Check, redacted: bool) -> String {
    if redacted {
        check.target().origin()
    } else {
        let (origin, url) = (check.target().origin(), check.target().url());
        // The brackets of an IPv6 address stay.
        let rest = url.strip_prefix(&origin).unwrap_or_default();
        format!("{origin}{}", target::plain(rest))
    }
}

//! The report: what was found, as JSON for machines and as text for a support ticket.
//! Redacted it names the target without its query or path, and no measurement that others could read it under.

use crate::check::Check;
use crate::json::{self, Value};
use crate::lines::{self, Mark};
use crate::observation_json::observation;
use crate::verdict::Verdict;
use crate::words::{self, PageKey, ReportKey, Words};

/// What the report says of the visitor's browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
pub fn json(
    check: &Check,
    verdict: &Verdict,
    started: &str,
    browser: &BrowserInfo,
    redacted: bool,
) -> String {
    let ranked = verdict.ranked.iter().map(|(cause, probability)| {
        json::list([json::string(cause.id()), json::probability(*probability)])
    });
    let said = json::object([
        ("side", json::string(verdict.side.id())),
        ("cause", json::string(verdict.cause.id())),
        ("confidence", json::probability(verdict.confidence)),
        (
            "cause_confidence",
            json::probability(verdict.cause_confidence),
        ),
        ("ranked", json::list(ranked)),
        ("status", verdict.status.map_or(Value::Null, json::whole)),
        (
            "server",
            verdict.server.as_deref().map_or(Value::Null, json::string),
        ),
    ]);
    let mut about = json::object([("online", Value::Bool(browser.online))]);
    if !redacted {
        about.insert("user_agent".to_owned(), json::string(&browser.user_agent));
        about.insert("language".to_owned(), json::string(&browser.language));
    }
    let report = json::object([
        ("schema", json::whole(1_u8)),
        ("target", json::string(&target(check, redacted))),
        ("started", json::string(started)),
        ("verdict", Value::Object(said)),
        (
            "observations",
            json::list(check.observations().map(|seen| observation(seen, redacted))),
        ),
        ("browser", Value::Object(about)),
    ]);
    json::write(&Value::Object(report))
}

/// The report as text, in the visitor's language.
#[must_use]
pub fn text(
    words: &Words,
    check: &Check,
    verdict: &Verdict,
    started: &str,
    browser: &BrowserInfo,
    redacted: bool,
) -> String {
    let mut text = String::new();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let labelled = |key, value: &str| words.fill(key, &[("value", value)]);
    add(words::headline(words, verdict, false));
    add(&words::explanation(words, check, verdict, false));
    add("");
    add(&labelled(ReportKey::Target, &target(check, redacted)));
    add(&labelled(ReportKey::Time, started));
    let judged = [
        verdict.side.id(),
        " / ",
        verdict.cause.id(),
        " (",
        words::sureness(words, verdict, false),
        ", ",
        &words::hundredths(verdict.confidence),
        ")",
    ];
    add(&labelled(ReportKey::Verdict, &judged.concat()));
    if let Some(technical) = words::technical(words, verdict) {
        add(&labelled(ReportKey::Technical, &technical));
    }
    if !redacted {
        let browser = [&browser.user_agent, " (", &browser.language, ")"].concat();
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
        add(&["- [", mark, "] ", &line.title, ": ", &line.text].concat());
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

//! The report: what was found, as JSON for machines and as text for a support ticket.
//! Redacted it names the target without its query or path, and no measurement that others could read it under.

use crate::check::Check;
use crate::doh::DnsAnswer;
use crate::json::{self, Value};
use crate::lines::{self, Mark};
use crate::observation::{Measured, Observation, Outcome, Probe, Seen};
use crate::outside::Sight;
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

/// One observation as JSON, for the curious: nothing is left out.
pub(crate) fn raw(seen: &Observation) -> String {
    json::write(&observation(seen, false))
}

fn observation(seen: &Observation, redacted: bool) -> Value {
    let mut all = json::object([
        ("probe", json::string(seen.probe.kind())),
        ("outcome", json::string(seen.outcome.word())),
        ("began", json::whole(seen.began.0)),
        ("took", json::whole(seen.took.0)),
    ]);
    let mut add = |name: &str, value: Value| {
        all.insert(name.to_owned(), value);
    };
    if let Some(of) = which(seen.probe) {
        add("of", json::string(&of));
    }
    match &seen.outcome {
        Outcome::Seen(Seen::Status(code)) => add("status", json::whole(*code)),
        Outcome::Dns(DnsAnswer::Found(addresses)) => {
            add(
                "addresses",
                json::list(addresses.iter().map(|address| json::string(address))),
            );
        }
        Outcome::Dns(DnsAnswer::Other(code)) => add("code", json::whole(*code)),
        Outcome::Trace(trace) => {
            add(
                "skew_seconds",
                json::string(&trace.skew_seconds.to_string()),
            );
            add(
                "country",
                trace.country.as_deref().map_or(Value::Null, json::string),
            );
            add("tunnelled", Value::Bool(trace.tunnelled));
        }
        Outcome::Ice(ice) => {
            add("name_fails", Value::Bool(ice.name_fails));
            add("connects", Value::Bool(ice.connects));
            add("secures", Value::Bool(ice.secures));
            add("completes", Value::Bool(ice.completes));
        }
        // Who has a measurement's id can read its results, the path among them.
        Outcome::Measured(Measured::Complete { id, .. }) if !redacted => {
            add("id", json::string(id))
        }
        Outcome::Vantage(vantage) => {
            add("place", json::string(&words::place(&vantage.place)));
            add("country", json::string(&vantage.place.country));
            if let Some(took) = vantage.took {
                add("ms", json::whole(took.0));
            }
            match &vantage.saw {
                Sight::Answer(answer) => {
                    add("status", json::whole(answer.code));
                    add(
                        "server",
                        answer.server.as_deref().map_or(Value::Null, json::string),
                    );
                    add(
                        "distrust",
                        answer.distrust.as_deref().map_or(Value::Null, json::string),
                    );
                    if answer.challenge {
                        add("challenge", Value::Bool(true));
                    }
                    // Where a redirect leads may hold a query.
                    if let Some(location) = answer.location.as_deref().filter(|_| !redacted) {
                        add("location", json::string(location));
                    }
                }
                Sight::Other(words) => add("words", json::string(words)),
                Sight::Waiting
                | Sight::Refused
                | Sight::TimedOut
                | Sight::HungUp
                | Sight::NameMissing
                | Sight::NameBroken => {}
            }
        }
        Outcome::Silent
        | Outcome::Unavailable
        | Outcome::Link(_)
        | Outcome::Seen(Seen::Unreachable | Seen::NotSecure | Seen::Blank | Seen::Endless)
        | Outcome::Answered
        | Outcome::Opened
        | Outcome::Failed
        | Outcome::Sound(_)
        | Outcome::Dns(DnsAnswer::Empty | DnsAnswer::Missing | DnsAnswer::Broken)
        | Outcome::Measured(_)
        | Outcome::Said(_) => {}
    }
    Value::Object(all)
}

/// Which of several probes of a kind.
fn which(probe: Probe) -> Option<String> {
    Some(match probe {
        Probe::Control(control) => control.id().to_owned(),
        Probe::Dns(resolver, record) => format!("{} {}", resolver.id(), record.id()),
        Probe::Outside(round) => round.id().to_owned(),
        Probe::Vantage(round, slot) => format!("{} {slot}", round.id()),
        Probe::Link
        | Probe::Seen
        | Probe::Oracle
        | Probe::Trace
        | Probe::Fetch
        | Probe::Commit
        | Probe::Status
        | Probe::Again
        | Probe::Events
        | Probe::Ice
        | Probe::Twin
        | Probe::Asked(_) => return None,
    })
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
    for line in lines::lines(words, check) {
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

//! One observation as JSON: for the report, and as raw text beside the evidence.

use crate::doh::DnsAnswer;
use crate::json::{self, Value};
use crate::observation::{Measured, Observation, Outcome, Seen};
use crate::outside::Sight;

/// One observation as JSON, for the curious: nothing is left out.
pub(crate) fn raw(seen: &Observation) -> String {
    json::write(&observation(seen, false))
}

/// One observation as a JSON value. Redacted it leaves out what could lead to the page or to a measurement.
pub(crate) fn observation(seen: &Observation, redacted: bool) -> Value {
    let mut all = json::object([
        ("probe", json::string(seen.probe.kind())),
        ("outcome", json::string(seen.outcome.word())),
        ("began", json::whole(seen.began.0)),
        ("took", json::whole(seen.took.0)),
    ]);
    let mut add = |name: &str, value: Value| {
        all.insert(name.to_owned(), value);
    };
    let instance = seen.probe.spec().instance.to_string();
    if !instance.is_empty() {
        add("of", json::string(&instance));
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
            add("place", json::string(&vantage.place.label()));
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

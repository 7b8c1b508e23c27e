//! What failed on this device before, by site: kept by the page on the device alone, and weighed into the prior.
//!
//! The kept text is a JSON list of failures. Whatever else it holds is dropped: it may come from another version, or from
//! anybody's hand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cause::{Cause, Side};

/// The most failures that are kept; the oldest go first.
const MOST: usize = 200;

/// How long a failure is kept and counts: a week.
const WEEK_HOURS: u32 = 168;

/// The failures of the last week.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct History {
    failures: Vec<Failure>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Failure {
    /// Counted since 1970.
    hour: u32,
    origin: String,
    cause: Cause,
}

impl History {
    /// Reads what was kept, as it is worth at this hour.
    #[must_use]
    pub fn read(text: &str, now_hour: u32) -> History {
        let entries: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
        let mut failures: Vec<Failure> = entries
            .into_iter()
            .filter_map(|entry| Failure::deserialize(entry).ok())
            .filter(|failure| is_failure(failure.cause))
            // What stands in the future was noted by a clock that was ahead: when it was is not known.
            .filter(|failure| failure.hour <= now_hour)
            .filter(|failure| now_hour - failure.hour < WEEK_HOURS)
            .collect();
        let spare = failures.len().saturating_sub(MOST);
        failures.drain(..spare);
        History { failures }
    }

    /// The text to keep.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes a failure down, once an hour for a site and cause: looking again is not failing again. `true` if it is new.
    pub fn note(&mut self, hour: u32, origin: &str, cause: Cause) -> bool {
        let known = self.failures.iter().any(|failure| {
            (failure.hour, failure.cause) == (hour, cause) && failure.origin == origin
        });
        let new = is_failure(cause) && !known;
        if new {
            if self.failures.len() >= MOST {
                self.failures.remove(0);
            }
            self.failures.push(Failure {
                hour,
                origin: origin.to_owned(),
                cause,
            });
        }
        new
    }

    /// The causes of a site's failures, one entry a failure.
    #[must_use]
    pub fn of(&self, origin: &str) -> Vec<Cause> {
        self.failures
            .iter()
            .filter(|failure| failure.origin == origin)
            .map(|failure| failure.cause)
            .collect()
    }

    /// Whether there is nothing to forget.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.failures.is_empty()
    }
}

const fn is_failure(cause: Cause) -> bool {
    matches!(cause.side(), Side::Yours | Side::Theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: &str = "https://shop.example";

    #[test]
    fn what_was_noted_is_read_again_for_a_week() {
        let mut history = History::default();
        history.note(1_000, SHOP, Cause::BadGateway);
        history.note(1_000, SHOP, Cause::BadGateway);
        history.note(1_001, SHOP, Cause::BadGateway);
        history.note(1_001, "https://other.example", Cause::Path);
        history.note(1_002, SHOP, Cause::Healthy);
        let read = History::read(&history.text(), 1_010);
        assert_eq!(read, history);
        assert_eq!(read.of(SHOP), [Cause::BadGateway, Cause::BadGateway]);
        assert_eq!(History::read(&history.text(), 1_168).of(SHOP).len(), 1);
        assert_eq!(
            History::read(&history.text(), 1_000).of(SHOP).len(),
            1,
            "a clock was ahead"
        );
        assert!(History::read(&history.text(), 2_000).is_empty());
    }

    #[test]
    fn a_text_from_anybodys_hand_does_no_harm() {
        for text in [
            "",
            "x",
            "{}",
            "[1]",
            r#"[{"hour":1,"origin":"a"}]"#,
            r#"[{"hour":-1,"origin":"a","cause":"bad-gateway"}]"#,
            r#"[{"hour":9,"origin":"a","cause":"healthy"}]"#,
            r#"[{"hour":9,"origin":"a","cause":"<b>"}]"#,
            "\u{0} \n \n",
        ] {
            assert!(History::read(text, 10).is_empty(), "{text:?}");
        }
        let failure = r#"{"hour":9,"origin":"a","cause":"bad-gateway"}"#;
        let endless = format!("[{}]", vec![failure; 10_000].join(","));
        assert_eq!(History::read(&endless, 10).of("a").len(), MOST);
    }
}

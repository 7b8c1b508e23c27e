//! What failed on this device before, by site: kept by the page on the device alone, and weighed into the prior.
//!
//! A line each of the kept text is `hour origin cause`, the hour counted since 1970. Whatever else the text holds is
//! dropped: it may come from an older version, or from anybody's hand.

use crate::cause::{Cause, Side};

/// The longest kept text has so many lines; the oldest go first.
const MOST: usize = 200;

/// What counts, and what is kept: a week.
const WEEK_HOURS: u32 = 168;

/// The failures of the last week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    failures: Vec<Failure>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Failure {
    hour: u32,
    origin: String,
    cause: Cause,
}

impl History {
    /// Reads what was kept, as it is worth at this hour.
    #[must_use]
    pub fn read(text: &str, now_hour: u32) -> History {
        let mut failures: Vec<Failure> = text.lines().filter_map(read_line).collect();
        failures.retain(|failure| now_hour.saturating_sub(failure.hour) < WEEK_HOURS);
        let spare = failures.len().saturating_sub(MOST);
        failures.drain(..spare);
        History { failures }
    }

    /// The text to keep.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for Failure {
            hour,
            origin,
            cause,
        } in &self.failures
        {
            text.push_str(&format!("{hour} {origin} {}\n", cause.id()));
        }
        text
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

fn read_line(line: &str) -> Option<Failure> {
    let mut words = line.split(' ');
    let (hour, origin, id) = (words.next()?, words.next()?, words.next()?);
    let cause = Cause::ALL
        .iter()
        .copied()
        .find(|cause| cause.id() == id && is_failure(*cause))?;
    Some(Failure {
        hour: hour.parse().ok()?,
        origin: origin.to_owned(),
        cause,
    })
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
        assert!(History::read(&history.text(), 2_000).is_empty());
    }

    #[test]
    fn a_text_from_anybodys_hand_does_no_harm() {
        for text in [
            "",
            "x",
            "1 2",
            "-1 a bad-gateway",
            "9 a healthy",
            "9 a <b>",
            "\u{0} \n \n",
        ] {
            assert!(History::read(text, 10).is_empty(), "{text:?}");
        }
        let endless = "9 a bad-gateway\n".repeat(10_000);
        assert_eq!(History::read(&endless, 10).of("a").len(), MOST);
    }
}

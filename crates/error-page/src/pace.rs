//! When a waiting page asks, and when it lets its visitor in: the numbers and the arithmetic that the page's script and the
//! simulation of the crowd share. Chance and time are handed in.
//!
//! The pause before a question is the server's `Retry-After` and, on top of it, a full-jitter back-off: a draw from a window
//! that doubles with each question. Once the site is back, each visitor draws a place in the admission window. So however
//! many wait, and whenever each of them began, at most `visitors / spread` come in a second.

use serde::Serialize;

/// The window of the first pause, in seconds.
const FIRST_S: u32 = 5;
/// No pause is longer than this, whatever the crowd: whoever waits is told within five minutes.
const LONGEST_S: u32 = 300;
/// The longest pause is at most this many admission windows: then the busiest second of the return sees at most three times
/// the mean. See `docs/waiting-crowd.md`.
const PAUSE_PER_SPREAD: u32 = 2;
/// The admission window is wider than the site's own figure asks for, by a quarter: draws cluster by chance.
const HEADROOM: (u32, u32) = (5, 4);
/// Nobody is held back for longer than half an hour by the admission.
const MAX_SPREAD_S: u32 = 1_800;
/// A `Retry-After` beyond this is a night's maintenance: the page says until when, and asks no more.
pub const NIGHT_S: u32 = 1_800;
/// After so long in sight the page stops by itself.
pub const GIVE_UP_S: u32 = 3 * 3_600;
/// The window of a question stops doubling here: by then the longest pause has long been reached.
const MAX_DOUBLINGS: u32 = 16;

/// How a page waits. The names are those of the page's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// The window of the first pause, in seconds.
    pub first: u32,
    /// The longest pause, in seconds.
    pub longest: u32,
    /// The window over which returning visitors are spread, in seconds.
    pub spread: u32,
    /// The `Retry-After` to go by where none is seen, in seconds.
    pub retry: u32,
    /// A longer `Retry-After` than this ends the asking, in seconds.
    pub night: u32,
    /// After this long in sight the page stops asking, in seconds.
    pub patience: u32,
}

impl Pace {
    /// The pace for so many waiting visitors, of whom the recovering site can take so many a second.
    #[must_use]
    pub fn for_crowd(visitors: u32, per_second: u32, retry: u32) -> Pace {
        let (times, by) = HEADROOM;
        let spread = visitors
            .saturating_mul(times)
            .div_ceil(per_second.max(1).saturating_mul(by))
            .clamp(1, MAX_SPREAD_S);
        let longest = (spread.saturating_mul(PAUSE_PER_SPREAD)).min(LONGEST_S);
        Pace {
            first: FIRST_S.min(longest),
            longest,
            spread,
            retry,
            night: NIGHT_S,
            patience: GIVE_UP_S,
        }
    }

    /// The window that the pause after so many questions is drawn from, in seconds.
    #[must_use]
    pub fn window(&self, looks: u32, retry_after: f64) -> f64 {
        let first = f64::from(self.first);
        let grown = first * f64::from(1_u32 << looks.min(MAX_DOUBLINGS));
        grown.min((f64::from(self.longest) - retry_after).max(first))
    }

    /// The pause before the next question, in seconds; `draw` is from 0 up to 1.
    #[must_use]
    pub fn pause(&self, looks: u32, retry_after: f64, draw: f64) -> f64 {
        retry_after + draw * self.window(looks, retry_after)
    }

    /// How long a visitor is held back once the site is back, in seconds. A long `Retry-After` makes pauses long, and so the
    /// admission.
    #[must_use]
    pub fn admission(&self, retry_after: f64, draw: f64) -> f64 {
        draw * f64::from(self.spread).max(retry_after / f64::from(PAUSE_PER_SPREAD))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_are_never_shorter_than_the_server_asks() {
        let pace = Pace::for_crowd(1_000, 50, 10);
        assert_eq!((pace.spread, pace.longest), (25, 50));
        let windows: Vec<f64> = (0..5).map(|looks| pace.window(looks, 10.0)).collect();
        assert_eq!(windows, [5.0, 10.0, 20.0, 40.0, 40.0]);
        for looks in [0, 3, u32::MAX] {
            assert_eq!(pace.pause(looks, 120.0, 0.0), 120.0);
            assert!(pace.pause(looks, 10.0, 0.999) < 50.0);
        }
    }

    #[test]
    fn a_larger_crowd_is_spread_wider_and_nobody_waits_for_hours() {
        for (visitors, per_second) in [(0, 0), (1, 100), (100_000, 500), (u32::MAX, 1)] {
            let pace = Pace::for_crowd(visitors, per_second, 10);
            assert!(pace.spread >= 1 && pace.spread <= MAX_SPREAD_S);
            assert!(pace.longest <= LONGEST_S && pace.longest <= 2 * pace.spread);
            assert!(pace.first <= pace.longest);
        }
    }
}

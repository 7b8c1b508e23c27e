//! The visitor's clock against the trace's.

use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;
use crate::trace::CLOCK_TOLERANCE_SECONDS;

columns! {
    /// The visitor's clock against the trace's.
    Clock {
        /// Within five minutes.
        Right,
        /// Off by less than a day: most certificates still hold.
        Off,
        /// Off by a day or more.
        FarOff,
    }
}

/// A day, in seconds: certificates are usually valid from at least a day before to weeks after.
const DAY: u64 = 86_400;

pub(super) fn read(record: &CheckRecord) -> Option<Clock> {
    match record.outcome(Probe::Trace) {
        Some(Outcome::Trace(trace)) => Some(match trace.skew_seconds.unsigned_abs() {
            0..=CLOCK_TOLERANCE_SECONDS => Clock::Right,
            skew if skew < DAY => Clock::Off,
            _ => Clock::FarOff,
        }),
        // Where the clock itself keeps TLS from standing, no trace comes; the page's own age tells.
        _ if record.setting().clock_behind => Some(Clock::FarOff),
        _ => None,
    }
}

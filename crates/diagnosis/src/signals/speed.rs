//! How fast the target answered here.

use crate::millis::Millis;
use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// How long the target's answer took here.
    Speed {
        /// Within our patience.
        Prompt,
        /// After it.
        Late,
    }
}

/// An answer later than this is slow, from here or from outside.
pub(super) const LATE: Millis = Millis(3_000);

pub(super) fn read(record: &CheckRecord) -> Option<Speed> {
    let fetch = record
        .observation(Probe::Fetch)
        .filter(|seen| seen.outcome == Outcome::Answered)?;
    // What was lost on the way the first time is late once; a slow site is slow whenever it is asked.
    let took = match record.observation(Probe::Status) {
        Some(status) if matches!(status.outcome, Outcome::Opened | Outcome::Failed) => {
            fetch.took.min(status.took)
        }
        _ => fetch.took,
    };
    // Where well-known sites take as long, it is this network that is slow.
    let slowest = record.control_times().last().copied().unwrap_or_default();
    Some(if took > LATE.max(slowest.plus(slowest)) {
        Speed::Late
    } else {
        Speed::Prompt
    })
}

//! What the controls of other operators say of the visitor's network.

use crate::endpoints::Control;
use crate::millis::Millis;
use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// What the controls of other operators say of the visitor's network.
    Online {
        /// All of them answer.
        All,
        /// Two or more answer, not all: blockers often refuse one.
        Some,
        /// They answer, but some only after what was lost was sent again.
        Ragged,
        /// One answers.
        One,
        /// Only the page's own origin answers.
        OwnOnly,
        /// None answers: they fail at once.
        Failing,
        /// None answers: they are silent.
        Silent,
    }
}

impl Online {
    /// Whether the visitor's network carries requests.
    #[must_use]
    pub const fn works(self) -> bool {
        match self {
            Online::All | Online::Some | Online::Ragged | Online::One => true,
            Online::OwnOnly | Online::Failing | Online::Silent => false,
        }
    }
}

/// The columns that the controls leave open.
pub(super) fn read(record: &CheckRecord) -> Option<&'static [Online]> {
    let foreign = || {
        Control::ALL
            .into_iter()
            .filter(|c| *c != Control::Own)
            .map(|c| record.outcome(Probe::Control(c)))
    };
    let answered = foreign().filter(|o| *o == Some(&Outcome::Answered)).count();
    let total = foreign().count();
    let settled = foreign().flatten().count();
    // A resolver, the trace or a measurement that answers is an endpoint of another operator too, and so is the target.
    let services = record
        .observations()
        .filter(|seen| {
            matches!(
                seen.outcome,
                Outcome::Dns(_) | Outcome::Trace(_) | Outcome::Measured(_) | Outcome::Vantage(_)
            ) || (seen.probe, &seen.outcome) == (Probe::Fetch, &Outcome::Answered)
        })
        .count();
    if ragged(record) {
        return Some(&[Online::Ragged]);
    }
    if answered == total && total > 0 {
        return Some(&[Online::All]);
    }
    if answered + services.min(2) >= 2 {
        return Some(if settled < total {
            &[Online::All, Online::Some]
        } else {
            &[Online::Some]
        });
    }
    let own = record.outcome(Probe::Control(Control::Own));
    if settled < total || own.is_none() {
        return None;
    }
    let silent = foreign()
        .flatten()
        .filter(|outcome| **outcome == Outcome::Silent)
        .count();
    Some(if answered + services > 0 {
        &[Online::One]
    } else if own == Some(&Outcome::Answered) {
        &[Online::OwnOnly]
    } else if silent * 2 > total {
        &[Online::Silent]
    } else {
        &[Online::Failing]
    })
}

/// What was lost is sent again after a second at the soonest (RFC 6298); slow links alone do not spread so far.
const SENT_AGAIN: Millis = Millis(1_000);

/// Whether some controls took so much longer than the fastest that what they sent must have been lost.
fn ragged(record: &CheckRecord) -> bool {
    let times = record.control_times();
    match (times.first(), times.last()) {
        (Some(fastest), Some(slowest)) => *slowest > fastest.plus(*fastest).plus(SENT_AGAIN),
        _ => false,
    }
}

//! How far a request had got when it failed, told by the time that took.

use super::local::LocalReading;
use crate::endpoints::Control;
use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// FailureStage a failure came, in round trips of this network: how far the request had got by then.
    FailureStage {
        /// Sooner than one: inside this browser or device, or from a name kept.
        AtOnce,
        /// After one: the name's look-up.
        Lookup,
        /// After two: the connection.
        Connect,
        /// After three: TLS.
        Secure,
        /// After more.
        Later,
    }
}

/// Round trips shorter than this drown in what the browser itself takes.
const LEAST_ROUND_TRIP: u64 = 30;

/// A control's first contact costs three round trips more than one to our own server, whose connection stands: the name,
/// the connection, TLS.
const MORE_AT_FIRST: u64 = 3;

/// One round trip of this network, and what the browser takes beside it. `None` where they cannot be told apart: on a fast
/// link, or on a busy machine.
fn round_trip(record: &CheckRecord) -> Option<(u64, u64)> {
    let own = record
        .observation(Probe::Control(Control::Own))
        .filter(|seen| seen.outcome == Outcome::Answered)?
        .took
        .0;
    let first_contact = record.control_times().first()?.0;
    let round_trip = first_contact.checked_sub(own)? / MORE_AT_FIRST;
    (round_trip >= LEAST_ROUND_TRIP && first_contact >= own * 3)
        .then_some((round_trip, own.saturating_sub(round_trip)))
}

/// How far a request had got when it failed, by the time that took. Symptom only where nothing better tells.
pub(super) fn read(record: &CheckRecord, local: LocalReading) -> Option<FailureStage> {
    let fetch = record.observation(Probe::Fetch).filter(|seen| {
        seen.outcome == Outcome::Failed
            && local.is_ambiguous()
            && !record.network_changed()
            && !matches!(record.outcome(Probe::Ice), Some(Outcome::Ice(_)))
    })?;
    let (round_trip, beside) = round_trip(record)?;
    // In quarters: each stage has a margin of three quarters of a round trip.
    Some(
        match fetch.took.0.saturating_sub(beside).saturating_mul(4) / round_trip {
            0..=2 => FailureStage::AtOnce,
            3..=6 => FailureStage::Lookup,
            7..=10 => FailureStage::Connect,
            11..=14 => FailureStage::Secure,
            _ => FailureStage::Later,
        },
    )
}

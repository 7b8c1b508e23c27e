//! The check under way, or the last.

use whichside_diagnosis::{Check, Millis, Verdict};

/// Where a check is (`data-state`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// None yet.
    #[default]
    Idle,
    /// Probes are outstanding.
    Running,
    /// None is.
    Done,
}

impl Phase {
    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Phase::Idle => "idle",
            Phase::Running => "running",
            Phase::Done => "done",
        }
    }
}

/// The check under way, or the last.
#[derive(Debug, Default)]
pub struct RunState {
    /// Which check this is, counted from the opening of the page. Late answers to older ones are dropped by it.
    pub number: u32,
    /// Where the check is.
    pub phase: Phase,
    /// What was asked and seen.
    pub check: Option<Check>,
    /// Its best verdict so far.
    pub verdict: Verdict,
    /// The visitor stopped the check.
    pub cancelled: bool,
    /// When it began, since the page was opened.
    pub began: Millis,
    /// When it began, as ISO 8601.
    pub started: String,
    /// How long it has been running.
    pub elapsed: Millis,
}

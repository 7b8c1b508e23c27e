//! The page's clock.

use whichside_diagnosis::Millis;

/// The page's clock.
#[derive(Debug, Default)]
pub struct TimerState {
    /// The time now, since the page was opened.
    pub now: Millis,
    /// Which timer is awaited; older ones mean nothing.
    pub turn: u32,
    /// How soon that one fires, if one is awaited.
    pub due: Option<Millis>,
}

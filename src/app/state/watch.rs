//! Watching the target: checks that are repeated until the site is back.

use whichside_diagnosis::{Check, Millis};

/// A watch under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// How many checks of it found the site still broken.
    pub attempt: u32,
    /// When the next is due, since the page was opened.
    pub due: Millis,
    /// When it began.
    pub began: Millis,
}

/// Watching the target.
#[derive(Debug, Default)]
pub struct WatchState {
    /// The watch under way, if any.
    pub watching: Option<Watching>,
    /// What a look is compared with: the check before it.
    pub before: Option<Check>,
    /// The last watch ended by itself, after a day.
    pub ended: bool,
    /// The tab is hidden.
    pub hidden: bool,
    /// The visitor allows notifications.
    pub may_notify: bool,
}

//! Watching the target: checks that are repeated until the site is back.

use whichside_diagnosis::Millis;

/// A watch under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// How many checks of it found the site still broken.
    pub attempt: u32,
    /// When the next is due, since the page was opened.
    pub due: Millis,
}

/// Watching the target.
#[derive(Debug, Default)]
pub struct WatchState {
    /// The watch under way, if any.
    pub watching: Option<Watching>,
    /// The tab is hidden.
    pub hidden: bool,
    /// The visitor allows notifications.
    pub may_notify: bool,
}

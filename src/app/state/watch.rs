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

/// Whether this tab looks for all tabs that watch the same target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It does not want to.
    #[default]
    Unwanted,
    /// Another tab does, and tells when the site is back.
    Awaited,
    /// Another tab has told that the site is back: this one looks once for itself.
    Once,
    /// It does.
    Held,
}

/// Watching the target.
#[derive(Debug, Default)]
pub struct WatchState {
    /// The watch under way, if any.
    pub watching: Option<Watching>,
    /// Whether this tab looks, or another.
    pub turn: Turn,
    /// Until when the site asks to be left alone.
    pub not_before: Millis,
    /// What a look is compared with: the check before it.
    pub before: Option<Check>,
    /// The last watch ended by itself, after a day.
    pub ended: bool,
    /// The tab is hidden.
    pub hidden: bool,
    /// The visitor allows notifications.
    pub may_notify: bool,
}

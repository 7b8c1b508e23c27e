//! What the widget knows: the page's state, and around it whether a check may run here. It changes in `update` only.

use whichside_diagnosis::{Millis, Target};
use whichside_embed::{Incident, Open};

use super::event::Embedding;
use crate::app::state as page;

/// How far the widget is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The page around has not said anything yet.
    #[default]
    Waiting,
    /// There is no page around.
    Alone,
    /// The page's owner named an address that cannot be checked.
    Invalid,
    /// It stands ready.
    Ready,
    /// The target is asked whether it agrees.
    Asking,
    /// The check has its own tab.
    Elsewhere,
    /// The check runs, or ran, in here.
    Inside,
}

/// The widget's state.
#[derive(Debug)]
pub struct State {
    /// The check, as on the page.
    pub page: page::State,
    /// How far it is.
    pub stage: Stage,
    /// What it stands ready for.
    pub target: Option<Target>,
    /// What the status page says.
    pub incident: Option<Incident>,
    /// The last click did not count, since the frame could not be seen.
    pub obscured: bool,
    /// When what is shown before a check last changed.
    pub shown_since: Millis,
    pub(super) embedding: Embedding,
    /// The origin of the page around.
    pub(super) embedder: Option<String>,
    /// What the page around asked for.
    pub(super) open: Option<Open>,
    /// Which answers are awaited; older ones mean nothing.
    pub(super) turn: u32,
    /// The last verdict that was sent.
    pub(super) sent: String,
    /// The languages the browser prefers, as the page's reducer takes them.
    pub(super) languages: String,
}

impl State {
    /// The widget before anything happened.
    #[must_use]
    pub fn new() -> State {
        State {
            page: page::State::new(),
            stage: Stage::Waiting,
            target: None,
            incident: None,
            obscured: false,
            shown_since: Millis(0),
            embedding: Embedding::Nested,
            embedder: None,
            open: None,
            turn: 0,
            sent: String::new(),
            languages: String::new(),
        }
    }

    /// The address as the page's owner wrote it, to be handed on to the whole page.
    #[must_use]
    pub fn address(&self) -> &str {
        self.open.as_ref().map_or("", |open| &open.target)
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

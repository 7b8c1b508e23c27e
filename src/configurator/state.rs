//! What the configurator knows: what was chosen, and what follows from it. It changes in `update` only.

use whichside_diagnosis::Outcome;
use whichside_diagnosis::target::InputError;
use whichside_diagnosis::words::Language;
use whichside_embed::policy::Reading;
use whichside_embed::relation::{Relation, relation};
use whichside_embed::snippet::{Pinned, Snippet, Way};
use whichside_embed::{Incident, Mode, OwnerLabel, Said, Theme};

/// What stands in the code until a target is written.
pub const EXAMPLE: &str = "https://shop.example/";

/// An address as it was written, and what is understood of it.
#[derive(Debug)]
pub struct Address {
    /// As written.
    pub typed: String,
    /// What it means.
    pub understood: Result<Understood, InputError>,
    /// It has to be encrypted, and is not.
    pub unencrypted: bool,
}

/// An address of the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// In full.
    pub url: String,
    /// The one that a page of ours may ask: by `https`.
    pub asked: String,
    /// Scheme, host and port.
    pub origin: String,
    /// The host.
    pub host: String,
}

impl Default for Address {
    fn default() -> Address {
        Address {
            typed: String::new(),
            understood: Err(InputError::Empty),
            unencrypted: false,
        }
    }
}

impl Address {
    /// What it means, where it means something.
    #[must_use]
    pub fn good(&self) -> Option<&Understood> {
        self.understood.as_ref().ok().filter(|_| !self.unencrypted)
    }

    /// What is wrong with it, if anything.
    #[must_use]
    pub fn wrong(&self) -> Option<OwnerLabel> {
        match &self.understood {
            Err(error) => OwnerLabel::of_error(error),
            Ok(_) if self.unencrypted => Some(OwnerLabel::NotEncrypted),
            Ok(_) => None,
        }
    }
}

/// An answer that is awaited, or came.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Answer<T> {
    /// Not asked for.
    #[default]
    None,
    /// On its way.
    Asking,
    /// Here.
    Came(T),
}

/// What a summary turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// It says this.
    Says(Incident),
    /// It is something else.
    Other,
    /// Nothing came.
    Unread,
}

/// What a page turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSeen {
    /// It states a policy.
    Policy,
    /// It states none.
    Without,
    /// Nothing came.
    Unread,
}

/// What was seen from here.
#[derive(Debug, Default)]
pub struct Seen {
    /// Whether the target answers; with its host.
    pub target: Answer<(String, Outcome)>,
    /// What the summary says.
    pub summary: Answer<Summary>,
    /// What the page states.
    pub page: Answer<PageSeen>,
    /// There was no address to ask.
    pub nothing: bool,
}

/// The configurator's state.
#[derive(Debug)]
pub struct State {
    /// The words.
    pub said: Said,
    /// Their language.
    pub language: Language,
    /// The folder that holds everything of ours.
    pub base: String,
    /// The loader that stays what it is; none where the page does not name it.
    pub loader: Option<Pinned>,
    /// What is checked.
    pub target: Address,
    /// Where the widget stands.
    pub page: Address,
    /// The `summary.json`.
    pub status: Address,
    /// How the widget stands there.
    pub mode: Mode,
    /// Light or dark.
    pub theme: Theme,
    /// The widget's language; none is the page's.
    pub lang: Option<Language>,
    /// How it comes into the page.
    pub way: Way,
    /// The loader stays what it is.
    pub pinned: bool,
    /// The page's policy, as pasted.
    pub policy: String,
    /// It was read off the page at this address, and is of no other.
    pub(super) policy_of: Option<String>,
    /// What it comes to.
    pub reading: Reading,
    /// What was seen from here.
    pub seen: Seen,
    /// Whether the code that stands there was copied; none where nobody asked.
    pub copied: Option<bool>,
    /// Which answers are awaited; older ones mean nothing.
    pub(super) turn: u32,
    /// Which change was the last.
    pub(super) change: u32,
}

impl State {
    /// The configurator before anything happened.
    #[must_use]
    pub fn new() -> State {
        State {
            said: Said::default(),
            language: Language::English,
            base: String::new(),
            loader: None,
            target: Address::default(),
            page: Address::default(),
            status: Address::default(),
            mode: Mode::default(),
            theme: Theme::default(),
            lang: None,
            way: Way::default(),
            pinned: false,
            policy: String::new(),
            policy_of: None,
            reading: Reading::Empty,
            seen: Seen::default(),
            copied: None,
            turn: 0,
            change: 0,
        }
    }

    /// The target of code and preview: the one that was written, or an example.
    #[must_use]
    pub fn shown_target(&self) -> &str {
        self.target.good().map_or(EXAMPLE, |target| &target.url)
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> String {
        Snippet {
            base: &self.base,
            target: self.shown_target(),
            status: self.status.good().map_or("", |status| &status.url),
            theme: self.theme,
            lang: self.lang.map_or("", Language::code),
            mode: self.mode,
            way: self.way,
            pinned: self.chosen_loader(),
        }
        .text()
    }

    /// The loader that stays what it is, where it is wanted.
    #[must_use]
    pub fn chosen_loader(&self) -> Option<&Pinned> {
        self.loader.as_ref().filter(|_| self.pinned)
    }

    /// Where the check runs, once both addresses are known.
    #[must_use]
    pub fn relation(&self) -> Option<Relation> {
        let (page, target) = (self.page.good()?, self.target.good()?);
        Some(relation(&page.origin, &target.host))
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

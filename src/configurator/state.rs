//! The state of the configurator: what was chosen, and what follows from it. It changes in `update` only.

use std::rc::Rc;

use whichside_diagnosis::Outcome;
use whichside_diagnosis::target::InputError;
use whichside_diagnosis::words::{Language, Words};
use whichside_embed::policy::Assessment;
use whichside_embed::relation::{Relation, relation};
use whichside_embed::snippet::{Pinned, Snippet, Way};
use whichside_embed::{Incident, Mode, OwnerLabel, Theme};

/// What stands in the code until a target is written.
pub const EXAMPLE: &str = "https://shop.example/";

/// An address as it was written, and what it was parsed to.
#[derive(Debug)]
pub struct Address {
    /// As written.
    pub typed: String,
    /// As parsed.
    pub parsed: Result<ParsedAddress, InputError>,
    /// It has to be encrypted, and is not.
    pub unencrypted: bool,
}

/// An address of the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedAddress {
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
            parsed: Err(InputError::Empty),
            unencrypted: false,
        }
    }
}

impl Address {
    /// The parsed address, where there is one that can be used.
    #[must_use]
    pub fn valid(&self) -> Option<&ParsedAddress> {
        self.parsed.as_ref().ok().filter(|_| !self.unencrypted)
    }

    /// What is wrong with it, if anything.
    #[must_use]
    pub fn error(&self) -> Option<OwnerLabel> {
        match &self.parsed {
            Err(error) => OwnerLabel::of_error(error),
            Ok(_) if self.unencrypted => Some(OwnerLabel::NotEncrypted),
            Ok(_) => None,
        }
    }
}

/// A result that is awaited, or came.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Awaited<T> {
    /// Not asked for.
    #[default]
    NotAsked,
    /// On its way.
    Pending,
    /// Here.
    Received(T),
}

/// What the summary turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SummaryFinding {
    /// It says this.
    Incident(Incident),
    /// It is something else.
    NotASummary,
    /// Nothing came.
    Unreadable,
}

/// What the page turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFinding {
    /// It states a policy.
    Policy,
    /// It states none.
    NoPolicy,
    /// Nothing came.
    Unreadable,
}

/// What the addresses answered to this browser.
#[derive(Debug, Default)]
pub struct Findings {
    /// Whether the target answers; with its host.
    pub target: Awaited<(String, Outcome)>,
    /// What the summary says.
    pub summary: Awaited<SummaryFinding>,
    /// What the page states.
    pub page: Awaited<PageFinding>,
    /// There was no address to ask.
    pub no_address: bool,
}

/// The configurator's state.
#[derive(Debug)]
pub struct State {
    /// The words of the page's language.
    pub words: Rc<Words>,
    /// The page's language.
    pub language: Language,
    /// The folder that holds everything of ours.
    pub base: String,
    /// The pinned loader; none where the page does not name it.
    pub loader: Option<Pinned>,
    /// The address that is checked.
    pub target: Address,
    /// The page that the widget stands in.
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
    /// Whether the pinned loader is wanted.
    pub pinned: bool,
    /// The page's policy, as pasted.
    pub policy: String,
    /// The address of the page that the policy was read off; none where it was pasted.
    pub(super) policy_source: Option<String>,
    /// What the policy makes of the widget.
    pub assessment: Assessment,
    /// What the addresses answered to this browser.
    pub findings: Findings,
    /// Whether the code that stands there was copied; none where nobody asked.
    pub copied: Option<bool>,
    /// The number of the check whose answers are awaited; those of older ones are dropped.
    pub(super) turn: u32,
    /// The number of the last change of a field.
    pub(super) change: u32,
}

impl State {
    /// The configurator before anything happened.
    #[must_use]
    pub fn new() -> State {
        State {
            words: Rc::default(),
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
            policy_source: None,
            assessment: Assessment::Empty,
            findings: Findings::default(),
            copied: None,
            turn: 0,
            change: 0,
        }
    }

    /// The target of code and preview: the one that was written, or an example.
    #[must_use]
    pub fn shown_target(&self) -> &str {
        self.target.valid().map_or(EXAMPLE, |target| &target.url)
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> String {
        Snippet {
            base: &self.base,
            target: self.shown_target(),
            status: self.status.valid().map_or("", |status| &status.url),
            theme: self.theme,
            lang: self.lang.map_or("", Language::code),
            mode: self.mode,
            way: self.way,
            pinned: self.chosen_loader(),
        }
        .text()
    }

    /// The pinned loader, where it is wanted.
    #[must_use]
    pub fn chosen_loader(&self) -> Option<&Pinned> {
        self.loader.as_ref().filter(|_| self.pinned)
    }

    /// Where the check runs, once both addresses are known.
    #[must_use]
    pub fn relation(&self) -> Option<Relation> {
        let (page, target) = (self.page.valid()?, self.target.valid()?);
        Some(relation(&page.origin, &target.host))
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

//! What can happen to the page, and what the shell can be asked to do: the two ends of the reducer.

use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::words::Language;
use whichside_diagnosis::{Ask, Millis, Outcome, Probe, Question, Remedy};

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page opened, perhaps with an address to fill in.
    Opened {
        /// The address of `#url=` or `?url=`.
        prefill: Option<String>,
        /// The region of the browser's language.
        region: Option<String>,
        /// This browser opens login dialogs over our page when a navigation probe meets a 401.
        navigation_prompts: bool,
        /// This device's clock stands before the day the page was made.
        clock_behind: bool,
        /// What was kept of earlier failures.
        kept: String,
        /// “Only from this browser” was chosen before.
        only_here: bool,
        /// The languages wanted, dearest first, as BCP 47 tags with commas between: the one chosen once, then the browser's.
        languages: String,
        /// For the report.
        browser: BrowserInfo,
    },
    /// The visitor chose a language.
    LanguageChosen(Language),
    /// The file of a language came, or nothing did.
    LanguageLoaded(Language, Option<String>),
    /// The visitor typed an address.
    AddressTyped(String),
    /// The visitor chose what they see.
    SymptomChosen(String),
    /// The visitor switched outside vantages off or on.
    OnlyHereChanged(bool),
    /// The visitor agreed, or not, to send any path to outside vantages.
    SharePathChanged(bool),
    /// The form was submitted.
    Submitted,
    /// A probe of a run saw something.
    Observed {
        /// Which check it belongs to.
        run: u32,
        /// The probe.
        probe: Probe,
        /// What it saw.
        outcome: Outcome,
    },
    /// The time of an [`Effect::StartTimer`] has passed.
    TimerFired(u32),
    /// The visitor stopped the check.
    CancelRequested,
    /// The visitor answered a question, or could not.
    QuestionAnswered(Question, Option<bool>),
    /// The visitor wants earlier failures forgotten.
    HistoryCleared,
    /// The visitor did a remedy and wants to know whether it helped.
    RemedyDone(Remedy),
    /// The visitor can't do a remedy.
    RemedySkipped(Remedy),
    /// Watch, or stop watching.
    WatchChanged(bool),
    /// It is this tab's turn to look, for all that watch the same target.
    TurnCame,
    /// Another tab that watches the same target tells that the site is back.
    BackElsewhere,
    /// The tab was shown or hidden.
    VisibilityChanged(bool),
    /// The visitor allowed notifications, or not.
    NotificationsAllowed(bool),
    /// The browser's link came or went.
    ConnectivityChanged(bool),
}

/// What the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// End every probe under way.
    EndProbes,
    /// Start these probes for a run.
    StartProbes {
        /// Their observations come back with it.
        run: u32,
        /// What to ask.
        asks: Vec<Ask>,
    },
    /// Report [`Event::TimerFired`].
    StartTimer {
        /// It comes back with the event.
        turn: u32,
        /// When.
        after: Millis,
    },
    /// Await the turn to look at this address, and report [`Event::TurnCame`], and [`Event::BackElsewhere`] until the turn is given up.
    AwaitTurn(String),
    /// Give the turn up, awaited or held.
    GiveTurnUp,
    /// Tell the tabs that await the turn that the site is back.
    TellBack,
    /// Ask whether the page may notify.
    RequestNotifications,
    /// Notify.
    Notify {
        /// The notification's title.
        title: String,
        /// Its text.
        body: String,
    },
    /// Keep this text on the device, in place of what was kept.
    SaveHistory(String),
    /// Fetch the file of this language, and report [`Event::LanguageLoaded`].
    FetchLanguage(Language),
    /// Say what stands around the app in the state's language, and show which it is.
    ShowLanguage,
    /// Keep this language for the next visit.
    SaveLanguage(Language),
    /// Keep “Only from this browser” for the next visit.
    SaveOnlyHere(bool),
    /// Put the focus there: what held it may be gone.
    Focus(FocusTarget),
}

/// A place for the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The address field.
    Input,
    /// The verdict.
    Verdict,
    /// What to do now.
    Advice,
}

impl FocusTarget {
    /// The element's id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            FocusTarget::Input => "url",
            FocusTarget::Verdict => "verdict",
            FocusTarget::Advice => "advice",
        }
    }
}

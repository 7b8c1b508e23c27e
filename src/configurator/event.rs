//! The events and the effects of the configurator, and the fields that can be chosen or written.

use whichside_diagnosis::Outcome;
use whichside_diagnosis::words::Language;

/// A field of the configurator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The address that is checked.
    Target,
    /// The page that the widget stands in.
    Page,
    /// The `summary.json`.
    Status,
    /// How the widget stands there.
    Mode,
    /// Light or dark.
    Theme,
    /// The widget's language.
    Lang,
    /// How it comes into the page.
    Way,
    /// Whether the loader is a pinned version; any text but the empty one means so.
    Pinned,
    /// The page's policy, as pasted.
    Policy,
}

impl Field {
    /// The fields that a link keeps. A policy is not among them: it comes with headers that may hold cookies.
    pub const KEPT: [Field; 8] = [
        Field::Target,
        Field::Page,
        Field::Status,
        Field::Mode,
        Field::Theme,
        Field::Lang,
        Field::Way,
        Field::Pinned,
    ];

    /// The public name: the control's, and in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Field::Target => "target",
            Field::Page => "page",
            Field::Status => "status",
            Field::Mode => "mode",
            Field::Theme => "theme",
            Field::Lang => "lang",
            Field::Way => "way",
            Field::Pinned => "pinned",
            Field::Policy => "policy",
        }
    }
}

/// The values that a link holds, by their fields.
pub type LinkValues = Vec<(Field, String)>;

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page opened.
    Opened {
        /// The folder that holds everything of ours, with its last slash.
        base: String,
        /// The pinned loader, as the build wrote it down.
        loader: String,
        /// The languages the browser prefers, with commas between.
        languages: String,
        /// The values in its address.
        values: LinkValues,
    },
    /// The fragment of the address changed to these values.
    FragmentChanged(LinkValues),
    /// A field was written or chosen.
    FieldChanged(Field, String),
    /// The time after this change elapsed.
    DebounceElapsed(u32),
    /// The button that copies the code was clicked.
    CopyClicked,
    /// Copying ended, well or not.
    CopyFinished(bool),
    /// The button that tries the addresses was clicked.
    CheckClicked,
    /// The target answered in this turn, or did not.
    TargetProbed(u32, Outcome),
    /// The text of the summary came in this turn, or nothing did.
    SummaryLoaded(u32, Option<String>),
    /// The text of the page came in this turn, or nothing did.
    PageLoaded(u32, Option<String>),
    /// The file of this language came, or nothing did.
    LanguageLoaded(Language, Option<String>),
}

/// An effect for the shell to perform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the file of this language, and report [`Event::LanguageLoaded`].
    FetchLanguage(Language),
    /// Set the language and the title of the document.
    SetLanguage(Language),
    /// Report [`Event::DebounceElapsed`] with this number in a moment.
    Debounce(u32),
    /// Set the fragment of the page's address.
    SetFragment(String),
    /// Put this on the clipboard, and report [`Event::CopyFinished`].
    Copy(String),
    /// Ask this address once, and report [`Event::TargetProbed`].
    ProbeTarget(u32, String),
    /// Fetch this summary, and report [`Event::SummaryLoaded`].
    FetchSummary(u32, String),
    /// Fetch this page, and report [`Event::PageLoaded`].
    FetchPage(u32, String),
}

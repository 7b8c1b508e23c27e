//! What can happen to the configurator, and what its shell can be asked to do.

use whichside_diagnosis::Outcome;
use whichside_diagnosis::words::Language;

/// A thing to choose, or to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What is checked.
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
    /// Whether the loader stays what it is; anything but nothing means so.
    Pinned,
    /// The page's policy, as pasted.
    Policy,
}

impl Field {
    /// What a link keeps. A policy is not among them: it comes with headers that may hold cookies.
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

/// What was opened: values by their names, as a link holds them.
pub type Link = Vec<(Field, String)>;

/// What happened.
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
        /// What its link holds.
        link: Link,
    },
    /// The address changed to another link.
    Linked(Link),
    /// Something was written or chosen.
    Set(Field, String),
    /// Nothing more was, for a moment.
    Rested(u32),
    /// The code is wanted.
    Copy,
    /// Copying ended, well or not.
    CopyEnded(bool),
    /// The addresses are to be tried from here.
    Check,
    /// The target answered, or did not.
    Reached(u32, Outcome),
    /// The text of the summary came, or nothing did.
    Reported(u32, Option<String>),
    /// The text of the page came, or nothing did.
    Read(u32, Option<String>),
    /// The file with the configurator's words in this language came, or nothing did.
    Worded(Language, Option<String>),
}

/// What the shell must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the words in this language, and report [`Event::Worded`].
    FetchWords(Language),
    /// Have the page be in this language.
    Speak(Language),
    /// Report [`Event::Rested`] with this number in a moment.
    Rest(u32),
    /// Have the page's address end in this fragment.
    Keep(String),
    /// Put this on the clipboard, and report [`Event::CopyEnded`].
    Copy(String),
    /// Ask this address once, and report [`Event::Reached`].
    Reach(u32, String),
    /// Fetch this summary, and report [`Event::Reported`].
    ReadSummary(u32, String),
    /// Fetch this page, and report [`Event::Read`].
    ReadPage(u32, String),
}

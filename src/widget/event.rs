//! What can happen to the widget, and what its shell can be asked to do.

use whichside_diagnosis::words::Language;
use whichside_embed::Theme;

use crate::app::event as page;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The frame's page opened.
    Opened(Around),
    /// The page around said something; its origin is the browser's word.
    Heard {
        /// As browsers write it.
        origin: String,
        /// The message.
        text: String,
    },
    /// The visitor wants the check.
    Started,
    /// The visitor clicked what cannot be seen as it is.
    Covered,
    /// Whether the target agrees to be checked in here.
    Agreed {
        /// Which question it answers.
        turn: u32,
        /// It names every page around.
        agreed: bool,
    },
    /// The status page's own account came, or nothing did.
    Reported {
        /// Which check it was fetched for.
        turn: u32,
        /// The text of the answer.
        summary: Option<String>,
    },
    /// The file with the widget's own words in this language came, or nothing did.
    Worded(Language, Option<String>),
    /// Escape was pressed.
    Left,
    /// Something happened to the check.
    Page(page::Event),
}

/// What is around the frame, as far as its browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Around {
    /// Nothing: it was opened as a page.
    Nothing,
    /// These origins, the nearest first.
    Origins(Vec<String>),
    /// One page, whose origin shows with its first message.
    OnePage,
    /// More than one page, of which only the nearest can be known.
    Several,
}

/// What the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// An effect of the check.
    Page(page::Effect),
    /// Say this to the page around.
    Post {
        /// Its origin; where it is not known yet, whoever is there.
        to: Option<String>,
        /// The message.
        text: String,
    },
    /// Ask resolvers whether the target agrees to these hosts, and report [`Event::Agreed`].
    AskAgreement {
        /// Comes back with the event.
        turn: u32,
        /// The target's host.
        target: String,
        /// The hosts of the pages around.
        hosts: Vec<String>,
    },
    /// Fetch the status page's account, and report [`Event::Reported`].
    Fetch {
        /// Comes back with the event.
        turn: u32,
        /// Where it is.
        url: String,
    },
    /// Fetch the widget's own words in this language, and report [`Event::Worded`].
    FetchWords(Language),
    /// Open the whole page with this address in a tab of its own.
    OpenPage(String),
    /// Be light or dark.
    Dress(Theme),
}

//! What can happen to the widget, and what its shell can be asked to do.

use whichside_embed::Theme;

use crate::app::event as page;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The frame's page opened.
    Opened(Embedding),
    /// The page around said something; its origin is the browser's word.
    MessageReceived {
        /// As browsers write it.
        origin: String,
        /// The message.
        text: String,
    },
    /// The visitor wants the check.
    StartClicked,
    /// The visitor clicked what cannot be seen as it is.
    ClickObscured,
    /// Whether the target agrees to be checked in here.
    AgreementAnswered {
        /// Which question it answers.
        turn: u32,
        /// It names every page around.
        agreed: bool,
    },
    /// The status page's own account came, or nothing did.
    SummaryLoaded {
        /// Which check it was fetched for.
        turn: u32,
        /// The text of the answer.
        summary: Option<String>,
    },
    /// Escape was pressed.
    EscapePressed,
    /// Something happened to the check.
    Page(page::Event),
}

/// What is around the frame, as far as its browser tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Embedding {
    /// Nothing: it was opened as a page.
    TopLevel,
    /// These origins, the nearest first.
    Origins(Vec<String>),
    /// One page, whose origin shows with its first message.
    OneUnknownParent,
    /// More than one page, of which only the nearest can be known.
    Nested,
}

/// What the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// An effect of the check.
    Page(page::Effect),
    /// Say this to the page around.
    PostMessage {
        /// Its origin; where it is not known yet, whoever is there.
        to: Option<String>,
        /// The message.
        text: String,
    },
    /// Ask resolvers whether the target agrees to these hosts, and report [`Event::AgreementAnswered`].
    AskAgreement {
        /// Comes back with the event.
        turn: u32,
        /// The target's host.
        target: String,
        /// The hosts of the pages around.
        hosts: Vec<String>,
    },
    /// Fetch the status page's account, and report [`Event::SummaryLoaded`].
    FetchSummary {
        /// Comes back with the event.
        turn: u32,
        /// Where it is.
        url: String,
    },
    /// Open the whole page with this address in a tab of its own.
    OpenPage(String),
    /// Be light or dark.
    SetTheme(Theme),
}

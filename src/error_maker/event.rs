//! The events and the effects of the page that makes the error page.

use whichside_diagnosis::words::Language;
use whichside_error_page::choices::Field;
use whichside_error_page::draft::Word;

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The configuration.
    Configuration,
    /// The page of the status that is looked at.
    Page,
    /// The owner's own word.
    Statement,
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page opened, in a browser that prefers these languages, with commas between.
    Opened(String),
    /// The parts of the error page came, or nothing did.
    PartsLoaded(Option<String>),
    /// The file of this language came, or nothing did.
    LanguageLoaded(Language, Option<String>),
    /// A choice was written.
    Chosen(Field, String),
    /// The owner's word was written.
    Written(Word, String),
    /// Another status is looked at.
    StatusChosen(String),
    /// Another state is looked at.
    KindChosen(String),
    /// The preview's frame can take messages.
    PreviewReady,
    /// A button that copies was clicked.
    CopyClicked(Copied),
    /// Copying ended, well or not.
    CopyFinished(Copied, bool),
}

/// An effect for the shell to perform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the parts of the error page, and report [`Event::PartsLoaded`].
    FetchParts,
    /// Fetch the file of this language, and report [`Event::LanguageLoaded`].
    FetchLanguage(Language),
    /// Set the language and the title of the document.
    SetLanguage(Language),
    /// Send this to the preview's frame.
    Show(String),
    /// Put this on the clipboard, and report [`Event::CopyFinished`].
    Copy(Copied, String),
}

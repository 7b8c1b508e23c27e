//! The language of the page.

use std::rc::Rc;

use whichside_diagnosis::words::{Language, Words};

/// The language of the page.
#[derive(Debug, Default)]
pub struct LanguageState {
    /// The words that the page speaks.
    pub words: Rc<Words>,
    /// The language that is wanted, spoken already or awaited; none before the page opened.
    pub wanted: Option<Language>,
    /// It was chosen from the menu, and is to be saved.
    pub chosen: bool,
}

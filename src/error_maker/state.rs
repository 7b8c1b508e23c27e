//! The state of the page that makes the error page: what was chosen, and what follows from it. It changes in `update` only.

use std::rc::Rc;

use whichside_diagnosis::words::{Language, Words};
use whichside_error_page::choices::Wrong;
use whichside_error_page::draft::Draft;
use whichside_error_page::statement::Statement;
use whichside_error_page::{Choices, Files, Parts, Settings, Status, stack};

use super::event::Copied;

/// The site that stands there until another is written.
const EXAMPLE: &str = "https://shop.example/";

/// The state of the page that makes the error page.
#[derive(Debug)]
pub struct State {
    /// The words of the page's language.
    pub words: Rc<Words>,
    /// The page's language.
    pub language: Language,
    /// What was chosen.
    pub choices: Choices,
    /// The last choices that could all be used.
    pub settings: Option<Settings>,
    /// What cannot be used.
    pub wrong: Vec<Wrong>,
    /// The owner's own word, as written.
    pub draft: Draft,
    /// The status that is looked at.
    pub status: Status,
    /// The state that is looked at, by its name in `boot/error-page/view.ts`.
    pub kind: String,
    /// The parts of the error page; nothing until they came.
    pub parts: Option<Parts>,
    /// They did not come.
    pub has_no_parts: bool,
    /// What was copied last, and whether that worked.
    pub copied: Option<(Copied, bool)>,
    /// The preview can take messages.
    pub is_preview_ready: bool,
}

impl State {
    /// An example, before anything is chosen.
    #[must_use]
    pub fn new() -> State {
        let choices = Choices {
            site: EXAMPLE.to_owned(),
            ..Choices::default()
        };
        State {
            words: Rc::default(),
            language: Language::English,
            settings: choices.read().ok(),
            choices,
            wrong: Vec::new(),
            draft: Draft::default(),
            status: Status::BadGateway,
            kind: "waiting".to_owned(),
            parts: None,
            has_no_parts: false,
            copied: None,
            is_preview_ready: false,
        }
    }

    /// The pages; nothing until their parts came.
    #[must_use]
    pub fn files(&self) -> Option<(&Settings, Files)> {
        let (settings, parts) = (self.settings.as_ref()?, self.parts.as_ref()?);
        Some((settings, Files::new(settings, parts)))
    }

    /// The owner's own word.
    #[must_use]
    pub fn statement(&self) -> Option<Statement> {
        let settings = self.settings.as_ref()?;
        Some(self.draft.statement(settings))
    }

    /// What a button copies.
    #[must_use]
    pub fn text(&self, copied: Copied) -> String {
        match copied {
            Copied::Statement => self
                .statement()
                .map_or(String::new(), |word| word.to_json()),
            Copied::Page => self.files().map_or(String::new(), |(_, files)| {
                files.page(self.status).to_owned()
            }),
            Copied::Configuration => self.files().map_or(String::new(), |(settings, files)| {
                stack::configuration(settings, &files)
                    .into_iter()
                    .map(|(_, text)| text)
                    .collect()
            }),
        }
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

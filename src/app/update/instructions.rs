//! How remedies are done in this browser and system: when the file that says so is asked for, and what it becomes.

use whichside_diagnosis::words::Language;
use whichside_guide::Instructions;

use crate::app::event::Effect;
use crate::app::state::{Guidance, State};

impl State {
    /// Asks for the file of the language that the page speaks, once it is settled which that is.
    pub(super) fn instruct(&mut self) -> Option<Effect> {
        let language = self.words.language();
        let settled = self.wanted == Some(language);
        if !settled || self.instructed == Some(language) {
            return None;
        }
        self.instructed = Some(language);
        self.guidance = Guidance::Awaited;
        Some(Effect::Instruct(language))
    }

    /// A file that is none leaves remedies without steps; one of a language that is not spoken any more changes nothing.
    pub(super) fn instructions_came(&mut self, language: Language, file: Option<&str>) {
        if self.instructed != Some(language) {
            return;
        }
        let read = file.and_then(|file| Instructions::read(file, language.code()));
        self.guidance = read.map_or(Guidance::Missing, Guidance::Here);
    }

    /// What did not come may come now.
    pub(super) fn instruct_again(&mut self) {
        match self.guidance {
            Guidance::Missing => self.instructed = None,
            Guidance::Awaited | Guidance::Here(_) => {}
        }
    }
}

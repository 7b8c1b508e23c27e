//! How remedies are done in this browser and system: when the file that says so is asked for, and what it becomes.

use whichside_diagnosis::words::Language;
use whichside_guide::Instructions;

use crate::app::event::Effect;
use crate::app::state::{Guidance, State};

impl State {
    /// Whether the file of the language that the page speaks is still to be asked for: once it is settled which that is.
    pub(super) fn lacks_instructions(&self) -> bool {
        self.wanted == Some(self.words.language()) && self.instructed.is_none()
    }

    /// What was said in another language is said no more.
    pub(super) fn drop_instructions(&mut self) {
        self.instructed = None;
        self.guidance = Guidance::Awaited;
    }

    /// Asks for it, where it is to be asked for.
    pub(super) fn instruct(&mut self) -> Option<Effect> {
        let due = self.lacks_instructions();
        due.then(|| {
            let language = self.words.language();
            self.instructed = Some(language);
            self.guidance = Guidance::Awaited;
            Effect::Instruct(language)
        })
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

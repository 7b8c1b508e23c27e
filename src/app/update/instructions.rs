//! How remedies are done in this browser and system: when the file that says so is asked for, and what it becomes.

use whichside_diagnosis::words::Language;
use whichside_guide::Instructions;

use crate::app::event::Effect;
use crate::app::state::{InstructionsFile, State};

impl State {
    /// Whether the file of the language that the page speaks is still to be asked for: once it is settled which that is.
    pub(super) fn lacks_instructions(&self) -> bool {
        self.language.wanted == Some(self.language.words.language())
            && self.guidance.requested.is_none()
    }

    /// What was said in another language is said no more.
    pub(super) fn drop_instructions(&mut self) {
        self.guidance.requested = None;
        self.guidance.instructions = InstructionsFile::Awaited;
    }

    /// Asks for it, where it is to be asked for.
    pub(super) fn request_instructions(&mut self) -> Option<Effect> {
        let due = self.lacks_instructions();
        due.then(|| {
            let language = self.language.words.language();
            self.guidance.requested = Some(language);
            self.guidance.instructions = InstructionsFile::Awaited;
            Effect::FetchInstructions(language)
        })
    }

    /// A file that is none leaves remedies without steps; one of a language that is not spoken any more changes nothing.
    pub(super) fn instructions_loaded(&mut self, language: Language, file: Option<&str>) {
        if self.guidance.requested != Some(language) {
            return;
        }
        let read = file.and_then(|file| Instructions::read(file, language.code()));
        self.guidance.instructions =
            read.map_or(InstructionsFile::Missing, InstructionsFile::Loaded);
    }

    /// What did not come may come now.
    pub(super) fn retry_instructions(&mut self) {
        match self.guidance.instructions {
            InstructionsFile::Missing => self.guidance.requested = None,
            InstructionsFile::Awaited | InstructionsFile::Loaded(_) => {}
        }
    }
}

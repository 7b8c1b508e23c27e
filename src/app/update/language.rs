//! Which language the page speaks, and when its file is fetched.

use std::rc::Rc;

use whichside_diagnosis::words::{Language, Words};

use crate::app::event::Effect;
use crate::app::state::State;

impl State {
    /// Speaks a language, or has its file fetched first.
    pub(crate) fn want(&mut self, language: Language) -> Vec<Effect> {
        self.language.wanted = Some(language);
        match language {
            stands if stands == self.language.words.language() => self.spoken(),
            Language::English => self.speak(Words::english()),
            other => vec![Effect::FetchLanguage(other)],
        }
    }

    /// A file that is none leaves the language that stands; one that is not wanted any more changes nothing.
    pub(super) fn language_loaded(
        &mut self,
        language: Language,
        file: Option<String>,
    ) -> Vec<Effect> {
        if self.language.wanted != Some(language) {
            return vec![];
        }
        match file.and_then(|file| Words::read(language, &file).ok()) {
            Some(words) => self.speak(words),
            None => {
                self.language.wanted = Some(self.language.words.language());
                self.language.chosen = false;
                vec![Effect::ShowLanguage]
            }
        }
    }

    fn speak(&mut self, words: Words) -> Vec<Effect> {
        self.language.words = Rc::new(words);
        let mut effects = vec![Effect::ShowLanguage];
        effects.extend(self.spoken());
        effects
    }

    fn spoken(&self) -> Vec<Effect> {
        let kept = self.language.chosen.then(|| self.language.words.language());
        kept.map(Effect::SaveLanguage).into_iter().collect()
    }
}

//! What a rendering is translated by. Texts stay English in the data; a language has a translation for each whole text.
//!
//! Sentences are never put together from halves, so a translator sees every text as it is read. Where translations are
//! kept, and how they are read, is left to the build.

use std::cell::RefCell;
use std::collections::BTreeSet;

use whichside_diagnosis::words::{Language, Sentence, Words};

use crate::{json, page};

/// Translates the texts of a rendering.
pub trait Translate {
    /// The language that it translates into.
    fn language(&self) -> Language;

    /// A sentence in that language; the English where it has none.
    fn text(&self, sentence: Sentence) -> &str;

    /// A text that is looked up by its English.
    fn say(&self, english: &'static str) -> &str {
        self.text(Sentence::by_english(english))
    }
}

impl Translate for Words {
    fn language(&self) -> Language {
        Words::language(self)
    }

    fn text(&self, sentence: Sentence) -> &str {
        Words::text(self, sentence)
    }
}

/// Records what is asked for, and answers in English.
#[derive(Default)]
struct Recorder(RefCell<BTreeSet<&'static str>>);

impl Translate for Recorder {
    fn language(&self) -> Language {
        Language::English
    }

    fn text(&self, sentence: Sentence) -> &str {
        if sentence == Sentence::by_english(sentence.english) {
            self.0.borrow_mut().insert(sentence.english);
        }
        sentence.english
    }
}

/// Every text of the data file and of the guide that is looked up by its English, sorted: what there is to translate.
#[must_use]
pub fn texts() -> BTreeSet<&'static str> {
    let recorder = Recorder::default();
    // Only what they ask for matters here.
    let _ = json::render(&recorder);
    let _ = page::render(&recorder);
    recorder.0.into_inner()
}

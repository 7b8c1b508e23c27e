//! The owner's texts in a language: the English, or what a file of translations has for it.

use std::collections::HashMap;

use crate::labels::Label;

/// A language. A translation is found by its English text; one that is missing leaves the English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    language: String,
    translations: HashMap<String, String>,
}

impl Words {
    /// The language that the texts are written in.
    #[must_use]
    pub fn english() -> Words {
        Words::new("en", HashMap::new())
    }

    /// A language with its translations, from English texts to translated ones.
    #[must_use]
    pub fn new(language: &str, translations: HashMap<String, String>) -> Words {
        Words {
            language: language.to_owned(),
            translations,
        }
    }

    /// The BCP 47 code.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A text.
    #[must_use]
    pub fn say(&self, english: &'static str) -> &str {
        self.translations
            .get(english)
            .map_or(english, String::as_str)
    }

    /// A label.
    #[must_use]
    pub fn text(&self, label: Label) -> &str {
        self.say(label.english())
    }

    /// A label with a number in it.
    #[must_use]
    pub fn count(&self, label: Label, count: usize) -> String {
        self.text(label).replace("{count}", &count.to_string())
    }
}

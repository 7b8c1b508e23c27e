//! A language's translations, and what a sentence says in it: the translation, or the English. Placeholders are filled in
//! here, too. Where the translations come from is left to the caller.

use std::{collections::BTreeMap, rc::Rc};

use crate::{Key, Language, Sentence};

/// A language's file as JSON: from a sentence's key to its forms, in the order of [`Language::form`]. A sentence that does not
/// count has one form. What is not translated is not in it.
pub type Translations = BTreeMap<String, Vec<String>>;

/// A language to say sentences in. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    language: Language,
    translations: Rc<Translations>,
}

impl Words {
    /// English, which is compiled in.
    #[must_use]
    pub fn english() -> Words {
        Words::default()
    }

    /// A language with these translations.
    #[must_use]
    pub fn new(language: Language, translations: Translations) -> Words {
        Words {
            language,
            translations: Rc::new(translations),
        }
    }

    /// A language from its file, which is [`Translations`] as JSON.
    ///
    /// # Errors
    ///
    /// The file is cut off, or something else altogether, such as the sign-in page of a network.
    pub fn read(language: Language, file: &str) -> Result<Words, serde_json::Error> {
        let translations = serde_json::from_str(file)?;
        Ok(Words::new(language, translations))
    }

    /// Which language it is.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A sentence, with its placeholders as they are.
    #[must_use]
    pub fn text(&self, key: impl Key) -> &str {
        let sentence = key.sentence();
        self.translation(sentence.key).unwrap_or(sentence.english)
    }

    /// A text that is looked up by its English.
    #[must_use]
    pub fn say(&self, english: &'static str) -> &str {
        self.text(Sentence::by_english(english))
    }

    /// A sentence with its placeholders filled in: `{name}` by the value of that name, or by nothing where there is none.
    #[must_use]
    pub fn fill(&self, key: impl Key, values: &[(&str, &str)]) -> String {
        self.filled(self.text(key), values)
    }

    /// The form of a sentence that goes with `number`, which stands for `{count}`; `all` stands for `{all}`.
    #[must_use]
    pub fn count(&self, key: impl Key, number: u32, all: u32) -> String {
        let sentence = key.sentence();
        let forms = self.translations.get(sentence.key);
        let translated = forms.and_then(|forms| forms.get(self.language.form(number)));
        let english = match sentence.plural {
            Some(plural) if number != 1 => plural,
            Some(_) | None => sentence.english,
        };
        let (number, all) = (number.to_string(), all.to_string());
        self.filled(
            translated.map_or(english, String::as_str),
            &[("count", &number), ("all", &all)],
        )
    }

    /// The translation of the sentence of this key, if there is one: for texts whose English stands elsewhere, as in a page
    /// of HTML.
    #[must_use]
    pub fn translation(&self, key: &str) -> Option<&str> {
        let form = self.translations.get(key)?.first()?;
        Some(form)
    }

    fn filled(&self, text: &str, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, from)| Some((before, from.split_once('}')?)))
        {
            filled.push_str(before);
            for (_, value) in values.iter().filter(|(of, _)| *of == name) {
                self.push_value(&mut filled, value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// In a language that runs leftwards a value is isolated (U+2068 to U+2069), or the full stops of a host name would be
    /// reordered.
    fn push_value(&self, text: &mut String, value: &str) {
        if self.language.runs_leftwards() {
            text.push('\u{2068}');
            text.push_str(value);
            text.push('\u{2069}');
        } else {
            text.push_str(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    words! {
        /// A table.
        TestKey "test" {
            Check = "Check";
            Back = "{host} answers.";
            Answers = "{count} of {all} answers" | "{count} of {all} answer";
            Hours = "{count} hour" | "{count} hours";
        }
    }

    fn german(file: &str) -> Words {
        Words::read(Language::German, file).unwrap()
    }

    #[test]
    fn a_sentence_without_a_translation_is_english_and_the_others_are_not() {
        let words = german(r#"{"test.Back": ["{host} antwortet."]}"#);
        assert_eq!(words.text(TestKey::Check), "Check");
        assert_eq!(
            words.fill(TestKey::Back, &[("host", "shop.example")]),
            "shop.example antwortet."
        );
        assert_eq!(words.count(TestKey::Hours, 3, 0), "3 hours");
        assert_eq!(words.say("Not translated."), "Not translated.");
    }

    #[test]
    fn english_says_every_sentence_as_it_is_compiled_in() {
        for sentence in TestKey::sentences() {
            assert_eq!(Words::english().text(sentence), sentence.english);
        }
    }

    #[test]
    fn a_text_can_be_looked_up_by_its_english() {
        let words = german(r#"{"All details": ["Alle Einzelheiten"]}"#);
        assert_eq!(words.say("All details"), "Alle Einzelheiten");
    }

    #[test]
    fn a_wrong_file_or_a_part_of_one_is_no_language() {
        let whole = r#"{"test.Check": ["Prüfen"]}"#;
        for wrong in [
            "",
            "[]",
            "<!doctype html>\n<title>Sign in to this network</title>\n",
            r#"{"test.Check": [7]}"#,
            r#"{"test.Check": "Prüfen"}"#,
            &whole[..whole.len() / 2],
        ] {
            assert!(Words::read(Language::German, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn placeholders_are_filled_by_name_and_never_read_again() {
        let words = Words::english();
        let filled = words.filled("{a} and {b}, {a} {c}{", &[("a", "{b}"), ("b", "2")]);
        assert_eq!(filled, "{b} and 2, {b} {");
        assert_eq!(words.count(TestKey::Answers, 1, 6), "1 of 6 answers");
        assert_eq!(words.count(TestKey::Answers, 3, 6), "3 of 6 answer");
        assert_eq!(words.count(TestKey::Check, 0, 6), "Check");
    }

    #[test]
    fn what_is_filled_in_runs_in_its_own_direction() {
        let forms = r#"{"test.Hours": ["0", "1", "2", "3", "{count} ساعة", "5"]}"#;
        let arabic = Words::read(Language::Arabic, forms).unwrap();
        assert_eq!(
            arabic.filled("{host}: 502", &[("host", "shop.example")]),
            "\u{2068}shop.example\u{2069}: 502"
        );
        assert_eq!(
            arabic.count(TestKey::Hours, 11, 0),
            "\u{2068}11\u{2069} ساعة",
            "eleven takes the fifth of six forms"
        );
    }

    #[test]
    fn a_language_is_written_as_it_is_read() {
        let words = german(r#"{"test.Check":["Prüfen"],"test.Hours":["eine","{count}"]}"#);
        let written = serde_json::to_string(&*words.translations).unwrap();
        assert_eq!(german(&written), words);
    }
}

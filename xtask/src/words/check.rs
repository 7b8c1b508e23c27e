//! Reads a translator's file: what is translated, what is left to do, and what is wrong with a translation. What is left to do
//! is said in English and is no error; what is wrong is one, with the key and what to do about it.

use std::collections::BTreeMap;

use polib::{catalog::Catalog, message::MessageView, metadata::CatalogMetadata};
use whichside_diagnosis::words::{Language, Translations};

use super::catalogue::{self, Source};

/// What a translator's file comes to.
#[derive(Debug, Default)]
pub struct Checked {
    /// The translations of today's English.
    pub translations: Translations,
    /// What is missing or stale, each with what to do.
    pub left: Vec<String>,
    /// What a translation must not be.
    pub wrong: Vec<String>,
}

/// Holds a translator's file against the English.
pub fn check(catalog: &Catalog, language: Language, sources: &[Source]) -> Checked {
    let mut checked = Checked::default();
    let rule = CatalogMetadata::parse(&format!("Plural-Forms: {}\n", language.plural_forms()));
    if rule.map(|rule| rule.plural_rules) != Ok(catalog.metadata.plural_rules.clone()) {
        checked.wrong.push(format!(
            "its header must say “Plural-Forms: {}”, as the page counts by that rule",
            language.plural_forms()
        ));
    }
    let mut entries: BTreeMap<&str, &dyn MessageView> = BTreeMap::new();
    for message in catalog.messages() {
        let key = catalogue::key(message.msgctxt(), message.msgid());
        if entries.insert(key, message).is_some() {
            checked.wrong.push(format!(
                "{key}: stands there twice; remove the entry that is not translated"
            ));
        }
    }
    for source in sources {
        let key = &source.key;
        let entry = entries.remove(key.as_str());
        match entry
            .ok_or("is missing: run `cargo xtask words`, then translate it")
            .and_then(|entry| forms(entry, source))
        {
            Err(what) => checked.left.push(format!("{key}: {what}")),
            Ok(forms) => match problem(&forms, language, source) {
                Some(problem) => checked.wrong.push(format!("{key}: {problem}")),
                None => {
                    checked.translations.insert(key.clone(), forms);
                }
            },
        }
    }
    for key in entries.into_keys() {
        checked.left.push(format!(
            "{key}: is no sentence any more: run `cargo xtask words`, which removes it"
        ));
    }
    checked
}

/// The translation of today's English: one text, or one for each plural. Otherwise, what is left to do.
fn forms(entry: &dyn MessageView, source: &Source) -> Result<Vec<String>, &'static str> {
    if entry.msgid() != source.english || entry.msgid_plural().ok() != source.plural.as_deref() {
        return Err("is of an older English: run `cargo xtask words`, then translate it anew");
    }
    let forms = match entry.msgstr_plural() {
        Ok(forms) => forms.clone(),
        Err(_) => vec![entry.msgstr().unwrap_or_default().to_owned()],
    };
    if forms.iter().any(String::is_empty) {
        return Err("is not translated: fill its msgstr in");
    }
    if entry.is_fuzzy() {
        return Err("is marked fuzzy: see that it says what the English says, and remove the mark");
    }
    Ok(forms)
}

/// What is wrong with a translation.
fn problem(forms: &[String], language: Language, source: &Source) -> Option<String> {
    // More numbers than any rule tells apart.
    let numbers = |form: usize| {
        (0..200)
            .filter(|number| language.form(*number) == form)
            .count()
    };
    let needed = match source.plural {
        Some(_) => (0..).take_while(|form| numbers(*form) > 0).count(),
        None => 1,
    };
    if forms.len() != needed {
        return Some(format!(
            "has {} plural forms, and needs {needed}",
            forms.len()
        ));
    }
    let english = source.plural.as_ref().unwrap_or(&source.english);
    forms.iter().enumerate().find_map(|(form, text)| {
        // The form of a single number may say it in words.
        let in_words = source.plural.is_some() && numbers(form) == 1;
        ill_formed(english, text).or_else(|| changed_piece(english, text, in_words))
    })
}

fn ill_formed(english: &str, text: &str) -> Option<String> {
    // What joins the parts of a list ends with a space.
    let spaced = |text: &str| (text.starts_with(' '), text.ends_with(' '));
    if spaced(text) != spaced(english) {
        return Some(
            "begins or ends with a space where the English does not, or the other way round"
                .to_owned(),
        );
    }
    if text.contains('\n') {
        return Some("holds a line break".to_owned());
    }
    let opened = text.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
    (opened != text.matches('\u{2069}').count())
        .then(|| "opens a direction (U+2066 to U+2068) without closing it (U+2069)".to_owned())
}

/// A piece that must stay as it is in every language, and did not.
fn changed_piece(english: &str, text: &str, in_words: bool) -> Option<String> {
    for (what, pieces) in [
        ("placeholders in braces", braced as Pieces),
        ("pieces between backticks", typed),
        ("targets of links", targets),
    ] {
        let (mut wanted, given) = (pieces(english), pieces(text));
        if in_words && !given.contains(&"count") {
            wanted.retain(|piece| *piece != "count");
        }
        if wanted != given {
            return Some(format!(
                "has other {what} than the English: {given:?}, not {wanted:?}"
            ));
        }
    }
    None
}

/// What of a text stays as it is in every language, sorted.
type Pieces = fn(&str) -> Vec<&str>;

fn braced(text: &str) -> Vec<&str> {
    sorted(
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next()),
    )
}

fn typed(text: &str) -> Vec<&str> {
    sorted(text.split('`').skip(1).step_by(2))
}

fn targets(text: &str) -> Vec<&str> {
    sorted(
        text.split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next()),
    )
}

fn sorted<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut all: Vec<&str> = pieces.collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use polib::message::{Message, MessageMutView};
    use whichside_diagnosis::words::{Sentence, Words};

    use super::*;

    const BACK: Sentence = Sentence::new("page.Back", "{host} answers.");
    const TIMES: Sentence =
        Sentence::new("verdict.FailedBefore", "once").with_plural("{count} times");
    const TEXT: Sentence = Sentence::by_english("Run `nginx -t` on {host}, then [wait](#watch).");

    fn entry(key: &str, english: &str, translation: &str) -> Message {
        Message::build_singular()
            .with_msgctxt(key.to_owned())
            .with_msgid(english.to_owned())
            .with_msgstr(translation.to_owned())
            .done()
    }

    fn back(translation: &str) -> Message {
        entry(BACK.key, BACK.english, translation)
    }

    fn text(translation: &str) -> Message {
        entry("guide", TEXT.english, translation)
    }

    fn times(forms: &[&str]) -> Message {
        Message::build_plural()
            .with_msgctxt(TIMES.key.to_owned())
            .with_msgid("once".to_owned())
            .with_msgid_plural("{count} times".to_owned())
            .with_msgstr_plural(forms.iter().map(|form| (*form).to_owned()).collect())
            .done()
    }

    fn german(messages: Vec<Message>, sentences: &[Sentence]) -> Checked {
        let header = format!("Plural-Forms: {}\n", Language::German.plural_forms());
        let mut catalog = Catalog::new(CatalogMetadata::parse(&header).unwrap());
        for message in messages {
            catalog.append_or_update(message);
        }
        let sources: Vec<Source> = sentences.iter().copied().map(Source::from).collect();
        check(&catalog, Language::German, &sources)
    }

    #[test]
    fn a_whole_translation_leaves_nothing_to_do() {
        let checked = german(
            vec![
                times(&["einmal", "{count}-mal"]),
                back("{host} antwortet."),
                text("Auf {host} `nginx -t` ausführen, dann [warten](#watch)."),
            ],
            &[BACK, TIMES, TEXT],
        );
        assert!(checked.left.is_empty() && checked.wrong.is_empty());
        let words = Words::new(Language::German, checked.translations);
        assert_eq!(
            words.fill(BACK, &[("host", "x.example")]),
            "x.example antwortet."
        );
        assert_eq!(words.count(TIMES, 3, 0), "3-mal");
        assert!(words.text(TEXT).starts_with("Auf {host}"));
    }

    #[test]
    fn a_changed_sentence_is_said_in_its_new_english_and_all_others_stay_translated() {
        let changed = Sentence::new(BACK.key, "{host} answers again.");
        let checked = german(
            vec![back("{host} antwortet."), times(&["einmal", "{count}-mal"])],
            &[changed, TIMES],
        );
        assert!(checked.wrong.is_empty(), "{:?}", checked.wrong);
        assert_eq!(checked.left.len(), 1);
        let words = Words::new(Language::German, checked.translations);
        assert_eq!(words.text(changed), "{host} answers again.");
        assert_eq!(words.count(TIMES, 1, 0), "einmal");
    }

    #[test]
    fn what_is_left_to_do_is_named_with_its_key_and_is_no_error() {
        let mut fuzzy = back("{host} antwortet.");
        fuzzy.flags_mut().add_flag("fuzzy");
        for (messages, says) in [
            (vec![], "page.Back: is missing: run `cargo xtask words`"),
            (
                vec![entry(BACK.key, "It answers.", "Antwortet.")],
                "page.Back: is of an older English",
            ),
            (vec![back("")], "page.Back: is not translated"),
            (vec![fuzzy], "page.Back: is marked fuzzy"),
            (
                vec![back("{host}"), entry("page.Old", "Old", "Alt")],
                "page.Old: is no sentence any more",
            ),
        ] {
            let checked = german(messages, &[BACK]);
            assert!(checked.wrong.is_empty(), "{:?}", checked.wrong);
            let left = checked.left.join("\n");
            assert!(left.contains(says), "{says}\nis not said by\n{left}");
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_key() {
        for (message, sentence, says) in [
            (
                back("Es antwortet."),
                BACK,
                "page.Back: has other placeholders in braces than the English: [], not [\"host\"]",
            ),
            (back("{host} {hots}"), BACK, "placeholders"),
            (back("{host} a\nb"), BACK, "page.Back: holds a line break"),
            (
                back("{host} \u{2066}www"),
                BACK,
                "page.Back: opens a direction",
            ),
            (back("{host}. "), BACK, "a space"),
            (
                times(&["{count}-mal"]),
                TIMES,
                "verdict.FailedBefore: has 1 plural forms, and needs 2",
            ),
            (
                times(&["einmal", "oft"]),
                TIMES,
                "verdict.FailedBefore: has other placeholders",
            ),
            (
                text("Auf {wirt} `nginx -t`, [warten](#watch)."),
                TEXT,
                "placeholders",
            ),
            (
                text("Auf {host} `nginx-t`, [warten](#watch)."),
                TEXT,
                "backticks",
            ),
            (
                text("Auf {host} `nginx -t`, [warten](#warten)."),
                TEXT,
                "links",
            ),
            (
                text("Auf {host} `nginx -t`, [warten](#watch). "),
                TEXT,
                "a space",
            ),
        ] {
            let checked = german(vec![message], &[sentence]);
            let wrong = checked.wrong.join("\n");
            assert!(wrong.contains(says), "{says}\nis not said by\n{wrong}");
            assert!(checked.translations.is_empty());
        }
    }

    #[test]
    fn a_file_that_counts_by_another_rule_is_refused() {
        let other = CatalogMetadata::parse("Plural-Forms: nplurals=1; plural=0;\n").unwrap();
        let checked = check(&Catalog::new(other), Language::German, &[]);
        let said = checked.wrong.join("\n");
        assert!(said.contains("nplurals=2; plural=(n != 1);"), "{said}");
    }
}

//! What a translation must be: whole, of today's English, with its placeholders. A translator reads what is wrong, with the key
//! and what to do about it.

use std::collections::{BTreeMap, BTreeSet};

use polib::{catalog::Catalog, message::MessageView, metadata::CatalogMetadata};
use whichside_diagnosis::words::Language;

use super::{Sentence, texts};

/// The sentences of a language, a line each in the order of the keys; or all that is wrong.
pub fn lines(
    catalog: &Catalog,
    language: Language,
    sentences: &[Sentence],
) -> Result<String, Vec<String>> {
    let (mut lines, mut wrong) = (String::new(), Vec::new());
    let rule = CatalogMetadata::parse(&format!("Plural-Forms: {}\n", language.plural_forms()));
    if rule.map(|rule| rule.plural_rules) != Ok(catalog.metadata.plural_rules.clone()) {
        wrong.push(format!(
            "its header must say “Plural-Forms: {}”, as the page counts by that rule",
            language.plural_forms()
        ));
    }
    let mut left: BTreeMap<&str, &dyn MessageView> = BTreeMap::new();
    for message in catalog
        .messages()
        .filter(|message| !texts::is_one(*message))
    {
        let key = message.msgctxt().unwrap_or_default();
        if left.insert(key, message).is_some() {
            wrong.push(format!(
                "{key}: stands there twice; remove the entry that is not translated"
            ));
        }
    }
    for sentence in sentences {
        let said = left
            .remove(sentence.key)
            .ok_or_else(|| "is missing: run `cargo xtask words`, then translate it".to_owned())
            .and_then(|message| forms(message, language, sentence));
        match said {
            Ok(forms) => {
                lines.push_str(&forms.join("|"));
                lines.push('\n');
            }
            Err(problem) => wrong.push(format!("{}: {problem}", sentence.key)),
        }
    }
    for key in left.into_keys() {
        wrong.push(format!(
            "{key}: there is no such key: run `cargo xtask words`, which removes it"
        ));
    }
    if wrong.is_empty() {
        Ok(lines)
    } else {
        Err(wrong)
    }
}

/// The translation of a sentence: one text, or one for each plural.
fn forms(
    message: &dyn MessageView,
    language: Language,
    sentence: &Sentence,
) -> Result<Vec<String>, String> {
    let many = message.msgid_plural().ok();
    if message.msgid() != sentence.english || many != sentence.many {
        return Err(format!(
            "is of an older English, which is now “{}”: run `cargo xtask words`, then translate it anew",
            sentence.english
        ));
    }
    let forms = match message.msgstr_plural() {
        Ok(forms) => forms.clone(),
        Err(_) => vec![message.msgstr().unwrap_or_default().to_owned()],
    };
    if forms.iter().any(String::is_empty) {
        return Err("is not translated: fill its msgstr in".to_owned());
    }
    if message.is_fuzzy() {
        return Err(
            "is marked fuzzy: see that it says what the English says, and remove the mark"
                .to_owned(),
        );
    }
    let numbers = |form: usize| {
        (0..200)
            .filter(move |number| language.form(*number) == form)
            .count()
    };
    if sentence.many.is_some() {
        let count = 1
            + (0..200)
                .map(|number| language.form(number))
                .max()
                .unwrap_or_default();
        if forms.len() != count {
            return Err(format!(
                "has {} plural forms, and needs {count}",
                forms.len()
            ));
        }
    }
    for (at, form) in forms.iter().enumerate() {
        well_formed(form)?;
        // The form of a single number may say it in words.
        let in_words = sentence.many.is_some() && numbers(at) == 1;
        placeholders_agree(sentence.many.unwrap_or(sentence.english), form, in_words)?;
    }
    Ok(forms)
}

fn well_formed(text: &str) -> Result<(), String> {
    if text.contains(['|', '\n']) {
        return Err(
            "holds a line break or “|”, which part sentences in the page’s file".to_owned(),
        );
    }
    if text.trim() != text {
        return Err("begins or ends with a space".to_owned());
    }
    let opened = text.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
    if opened != text.matches('\u{2069}').count() {
        return Err("opens a direction (U+2066 to U+2068) without closing it (U+2069)".to_owned());
    }
    Ok(())
}

fn placeholders_agree(english: &str, translation: &str, in_words: bool) -> Result<(), String> {
    let (wanted, given) = (placeholders(english), placeholders(translation));
    if let Some(name) = given.difference(&wanted).next() {
        return Err(format!("has {{{name}}}, which the English has not"));
    }
    match wanted
        .difference(&given)
        .find(|name| !(in_words && **name == "count"))
    {
        Some(name) => Err(format!(
            "lacks {{{name}}}, which the English has: “{english}”"
        )),
        None => Ok(()),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default())
        .collect()
}

#[cfg(test)]
mod tests {
    use polib::message::Message;

    use super::*;

    const SENTENCES: [Sentence; 2] = [
        Sentence {
            key: "page.Back",
            english: "{host} answers.",
            many: None,
        },
        Sentence {
            key: "verdict.FailedBefore",
            english: "once",
            many: Some("{count} times"),
        },
    ];

    fn entry(key: &str, english: &str, translation: &str) -> Message {
        Message::build_singular()
            .with_msgctxt(key.to_owned())
            .with_msgid(english.to_owned())
            .with_msgstr(translation.to_owned())
            .done()
    }

    fn times(forms: &[&str]) -> Message {
        Message::build_plural()
            .with_msgctxt("verdict.FailedBefore".to_owned())
            .with_msgid("once".to_owned())
            .with_msgid_plural("{count} times".to_owned())
            .with_msgstr_plural(forms.iter().map(|form| (*form).to_owned()).collect())
            .done()
    }

    fn german(messages: Vec<Message>) -> Catalog {
        let header = format!("Plural-Forms: {}\n", Language::German.plural_forms());
        let mut catalog = Catalog::new(CatalogMetadata::parse(&header).unwrap());
        for message in messages {
            catalog.append_or_update(message);
        }
        catalog
    }

    fn problem(messages: Vec<Message>) -> String {
        lines(&german(messages), Language::German, &SENTENCES)
            .unwrap_err()
            .join("\n")
    }

    const BACK: (&str, &str) = ("page.Back", "{host} answers.");

    #[test]
    fn a_whole_translation_is_a_line_for_each_key() {
        let catalog = german(vec![
            times(&["einmal", "{count}-mal"]),
            entry(BACK.0, BACK.1, "{host} antwortet."),
        ]);
        let said = lines(&catalog, Language::German, &SENTENCES);
        assert_eq!(
            said.as_deref(),
            Ok("{host} antwortet.\neinmal|{count}-mal\n")
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_key_and_what_to_do() {
        let good = || times(&["einmal", "{count}-mal"]);
        let back = |english, translation| vec![good(), entry(BACK.0, english, translation)];
        let mut fuzzy = entry(BACK.0, BACK.1, "{host} antwortet.");
        {
            use polib::message::MessageMutView;
            fuzzy.flags_mut().add_flag("fuzzy");
        }
        for (messages, says) in [
            (
                vec![good()],
                "page.Back: is missing: run `cargo xtask words`",
            ),
            (
                back("It answers.", "Antwortet."),
                "page.Back: is of an older English",
            ),
            (back(BACK.1, ""), "page.Back: is not translated"),
            (vec![good(), fuzzy], "page.Back: is marked fuzzy"),
            (back(BACK.1, "Es antwortet."), "page.Back: lacks {host}"),
            (back(BACK.1, "{host} {hots}"), "page.Back: has {hots}"),
            (
                back(BACK.1, "{host} a|b"),
                "page.Back: holds a line break or “|”",
            ),
            (
                back(BACK.1, "{host} \u{2066}www"),
                "page.Back: opens a direction",
            ),
            (
                vec![entry(BACK.0, BACK.1, "{host}"), times(&["{count}-mal"])],
                "verdict.FailedBefore: has 1 plural forms, and needs 2",
            ),
            (
                vec![entry(BACK.0, BACK.1, "{host}"), times(&["einmal", "oft"])],
                "verdict.FailedBefore: lacks {count}",
            ),
            (
                vec![
                    good(),
                    entry(BACK.0, BACK.1, "{host}"),
                    entry("page.Old", "Old", "Alt"),
                ],
                "page.Old: there is no such key",
            ),
        ] {
            let said = problem(messages);
            assert!(said.contains(says), "{says}\nis not said by\n{said}");
        }
    }

    #[test]
    fn a_file_that_counts_by_another_rule_is_refused() {
        let other = CatalogMetadata::parse("Plural-Forms: nplurals=1; plural=0;\n").unwrap();
        let said = lines(&Catalog::new(other), Language::German, &[]).unwrap_err();
        assert!(said[0].contains("nplurals=2; plural=(n != 1);"), "{said:?}");
    }
}

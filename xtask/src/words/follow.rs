//! Brings a translator's file up to the English: every key in its order, what is translated kept, what is stale marked fuzzy.
//! What is left to do is then the translator's.

use std::collections::BTreeMap;

use polib::{
    catalog::Catalog,
    message::{Message, MessageFlags, MessageView},
    metadata::CatalogMetadata,
};
use whichside_diagnosis::words::Language;

use super::catalogue::{self, Source};

/// The template, from which a new language starts.
pub fn template(sources: &[Source]) -> Catalog {
    let mut catalog = Catalog::new(header("", Language::English.plural_forms()));
    for source in sources {
        catalog.append_or_update(entry(source, None, 2));
    }
    catalog
}

/// A language's file as it should be, from what it was.
pub fn followed(old: Option<&Catalog>, language: Language, sources: &[Source]) -> Catalog {
    let fresh = header(language.code(), language.plural_forms());
    let plurals = fresh.plural_rules.nplurals;
    let mut metadata = old.map_or_else(|| fresh.clone(), |old| old.metadata.clone());
    metadata.plural_rules = fresh.plural_rules;
    let mut catalog = Catalog::new(metadata);
    catalog.preheader = old.map(|old| old.preheader.clone()).unwrap_or_default();
    let before: BTreeMap<&str, &dyn MessageView> = old
        .into_iter()
        .flat_map(Catalog::messages)
        .map(|message| {
            let key = catalogue::key(message.msgctxt(), message.msgid());
            (key, message as &dyn MessageView)
        })
        .collect();
    for source in sources {
        let before = before.get(source.key.as_str()).copied();
        catalog.append_or_update(entry(source, before, plurals));
    }
    catalog
}

fn header(language: &str, plural_forms: &str) -> CatalogMetadata {
    let text = format!(
        "Project-Id-Version: whichside\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n\
         Content-Transfer-Encoding: 8bit\nLanguage: {language}\nPlural-Forms: {plural_forms}\n"
    );
    CatalogMetadata::parse(&text).unwrap_or_default()
}

fn entry(source: &Source, before: Option<&dyn MessageView>, plurals: usize) -> Message {
    let english = |message: &&dyn MessageView| {
        message.msgid() == source.english && message.msgid_plural().ok() == source.plural.as_deref()
    };
    let same = before.is_some_and(|message| english(&message));
    let said: Vec<String> = match before {
        Some(message) => match message.msgstr_plural() {
            Ok(forms) => forms.clone(),
            Err(_) => vec![message.msgstr().unwrap_or_default().to_owned()],
        },
        None => Vec::new(),
    };
    let mut flags = before.map_or_else(MessageFlags::new, |message| message.flags().clone());
    let translated = said.iter().any(|form| !form.is_empty());
    if !same && translated && !flags.is_fuzzy() {
        flags.add_flag("fuzzy");
    }
    // A translator sees what changed.
    let was = match before {
        Some(message) if !same && translated => format!("The English was: {}", message.msgid()),
        Some(message) if flags.is_fuzzy() => message.extracted_comments().to_owned(),
        Some(_) | None => String::new(),
    };
    let remarks = before.map_or("", |message| message.translator_comments());
    let mut entry = match &source.plural {
        Some(many) => {
            let mut forms = said;
            forms.resize(plurals, String::new());
            let mut entry = Message::build_plural();
            entry
                .with_msgid_plural(many.clone())
                .with_msgstr_plural(forms);
            entry
        }
        None => {
            let mut entry = Message::build_singular();
            entry.with_msgstr(said.into_iter().next().unwrap_or_default());
            entry
        }
    };
    entry
        .with_msgctxt(source.context().to_owned())
        .with_msgid(source.english.clone())
        .with_translator_comments(remarks.to_owned())
        .with_extracted_comments(was)
        .with_flags(flags)
        .done()
}

#[cfg(test)]
mod tests {
    use whichside_diagnosis::words::Sentence;

    use super::*;

    const OLD: Sentence = Sentence::new("page.Check", "Check");

    fn german(old: Option<&Catalog>, sentence: Sentence) -> Catalog {
        followed(old, Language::German, &[sentence.into()])
    }

    fn first(catalog: &Catalog) -> &dyn MessageView {
        catalog.messages().next().unwrap()
    }

    fn translated() -> Catalog {
        let mut catalog = german(None, OLD);
        catalog.append_or_update(
            Message::build_singular()
                .with_msgctxt(OLD.key.to_owned())
                .with_msgid(OLD.english.to_owned())
                .with_msgstr("Prüfen".to_owned())
                .done(),
        );
        catalog
    }

    #[test]
    fn what_is_translated_stays_as_it_is() {
        let old = translated();
        assert_eq!(german(Some(&old), OLD), old);
    }

    #[test]
    fn a_changed_sentence_keeps_its_translation_marked_fuzzy_and_says_what_it_was() {
        let new = Sentence {
            english: "Check it",
            ..OLD
        };
        let once = german(Some(&translated()), new);
        for catalog in [&once, &german(Some(&once), new)] {
            let entry = first(catalog);
            assert_eq!(entry.msgid(), "Check it");
            assert_eq!(entry.msgstr(), Ok("Prüfen"));
            assert!(entry.is_fuzzy());
            assert_eq!(entry.extracted_comments(), "The English was: Check");
        }
    }

    #[test]
    fn a_new_key_is_there_to_be_translated_and_an_old_one_goes() {
        let new = Sentence::new("page.New", "One more").with_plural("{count} more");
        let catalog = followed(Some(&translated()), Language::Arabic, &[new.into()]);
        assert_eq!(catalog.count(), 1);
        let entry = first(&catalog);
        assert_eq!(entry.msgctxt(), Some("page.New"));
        assert_eq!(entry.msgstr_plural().map(Vec::len), Ok(6));
        assert!(!entry.is_fuzzy());
    }
}

//! The texts of the guide, of the remedies, of the owner's part and of the widget: whole English texts rather than keys, as
//! translators know them under the context `guide`. What a translation of one must keep is here.

use std::collections::{BTreeMap, BTreeSet};

use polib::{
    catalog::Catalog,
    message::{Message, MessageView},
};

/// The context of these texts in a translator's file.
pub const CONTEXT: &str = "guide";

/// Whether an entry of a translator's file is one of these texts.
pub fn is_one(message: &dyn MessageView) -> bool {
    message.msgctxt() == Some(CONTEXT)
}

/// Every text in the words of a language; or all that is wrong.
pub fn translated(
    catalog: &Catalog,
    texts: &BTreeSet<&'static str>,
) -> Result<BTreeMap<&'static str, String>, Vec<String>> {
    let mut said = BTreeMap::new();
    let mut wrong = Vec::new();
    let known: BTreeMap<&str, &dyn MessageView> = catalog
        .messages()
        .filter(|message| is_one(*message))
        .map(|message| (message.msgid(), message as &dyn MessageView))
        .collect();
    for &text in texts {
        let translation = known
            .get(text)
            .map(|message| translation(*message))
            .ok_or_else(|| "is missing: run `cargo xtask words`, then translate it".to_owned());
        match translation.and_then(|said| said) {
            Ok(translation) => drop(said.insert(text, translation)),
            Err(problem) => wrong.push(format!("{CONTEXT}: “{text}” {problem}")),
        }
    }
    for text in known.keys().filter(|text| !texts.contains(**text)) {
        wrong.push(format!(
            "{CONTEXT}: “{text}” is no text any more: run `cargo xtask words`, which removes it"
        ));
    }
    if wrong.is_empty() {
        Ok(said)
    } else {
        Err(wrong)
    }
}

fn translation(message: &dyn MessageView) -> Result<String, String> {
    let (english, said) = (message.msgid(), message.msgstr().unwrap_or_default());
    if said.is_empty() {
        return Err("is not translated: fill its msgstr in".to_owned());
    }
    if message.is_fuzzy() {
        return Err(
            "is marked fuzzy: see that it says what the English says, and remove the mark"
                .to_owned(),
        );
    }
    // What joins the parts of a list ends with a space.
    let spaced = |text: &str| (text.starts_with(' '), text.ends_with(' '));
    if spaced(said) != spaced(english) || said.contains('\n') {
        return Err(
            "begins or ends with a space where the English does not, or the other way round, or holds a line break"
                .to_owned(),
        );
    }
    for (what, pieces) in [
        ("placeholders in braces", between as Pieces),
        ("pieces between backticks", typed),
        ("targets of links", targets),
    ] {
        if pieces(english) != pieces(said) {
            return Err(format!(
                "has other {what} than the English: {:?}, not {:?}",
                pieces(said),
                pieces(english)
            ));
        }
    }
    Ok(said.to_owned())
}

/// What of a text stays as it is in every language, sorted.
type Pieces = fn(&str) -> Vec<&str>;

fn between(text: &str) -> Vec<&str> {
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

/// Puts every text behind the keys of a translator's file, with what `old` says of it.
pub fn follow(catalog: &mut Catalog, old: Option<&Catalog>, texts: &BTreeSet<&'static str>) {
    for &text in texts {
        let before = old.and_then(|old| old.find_message(Some(CONTEXT), text, None));
        let mut entry = Message::build_singular();
        entry
            .with_msgctxt(CONTEXT.to_owned())
            .with_msgid(text.to_owned())
            .with_msgstr(
                before
                    .and_then(|message| message.msgstr().ok())
                    .unwrap_or_default()
                    .to_owned(),
            );
        if let Some(before) = before {
            entry
                .with_translator_comments(before.translator_comments().to_owned())
                .with_flags(before.flags().clone());
        }
        catalog.append_or_update(entry.done());
    }
}

#[cfg(test)]
mod tests {
    use polib::metadata::CatalogMetadata;

    use super::*;

    const TEXT: &str = "Run `nginx -t` on {host}, then [wait](#watch).";

    fn says(translation: &str) -> Result<BTreeMap<&'static str, String>, Vec<String>> {
        let mut catalog = Catalog::new(CatalogMetadata::default());
        let mut entry = Message::build_singular();
        entry
            .with_msgctxt(CONTEXT.to_owned())
            .with_msgid(TEXT.to_owned())
            .with_msgstr(translation.to_owned());
        catalog.append_or_update(entry.done());
        translated(&catalog, &BTreeSet::from([TEXT]))
    }

    #[test]
    fn a_translation_moves_the_pieces_and_keeps_them() {
        let said = says("Auf {host} `nginx -t` ausführen, dann [warten](#watch).").unwrap();
        assert!(said[TEXT].starts_with("Auf {host}"));
    }

    #[test]
    fn a_piece_that_is_changed_or_lost_is_named() {
        for (translation, named) in [
            ("", "is not translated"),
            ("Auf {wirt} `nginx -t`, [warten](#watch).", "placeholders"),
            ("Auf {host} `nginx-t`, [warten](#watch).", "backticks"),
            ("Auf {host} `nginx -t`, [warten](#warten).", "links"),
            ("Auf {host} `nginx -t`, [warten](#watch). ", "a space"),
        ] {
            let problem = says(translation).unwrap_err().join("\n");
            assert!(problem.contains(named), "{problem}");
        }
    }

    #[test]
    fn a_text_that_is_new_is_left_to_do_and_one_that_is_gone_is_removed() {
        let mut old = Catalog::new(CatalogMetadata::default());
        follow(&mut old, None, &BTreeSet::from(["Old."]));
        let now = BTreeSet::from(["New."]);
        let problems = translated(&old, &now).unwrap_err();
        assert_eq!(problems.len(), 2, "{problems:?}");
        let mut new = Catalog::new(CatalogMetadata::default());
        follow(&mut new, Some(&old), &now);
        assert_eq!(new.count(), 1);
    }
}

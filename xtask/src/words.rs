//! The languages' files: from a translator's `words/de.po` to what the page fetches in that language, `words/de.json`.
//!
//! A sentence that is missing or stale is not in a language's file, and is said in English. What there is to translate is
//! `catalogue`'s, what a translation must be `check`'s, and `follow` brings a translator's file up to the English.

mod catalogue;
mod check;
mod follow;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use polib::{catalog::Catalog, po_file};
use whichside_diagnosis::words::{Language, Translations};

use catalogue::Source;
use check::Checked;

/// The folder of the translations, and of what the page fetches of them.
pub const FOLDER: &str = "words";

/// The languages with a file of their own.
fn translated() -> impl Iterator<Item = Language> {
    Language::ALL
        .into_iter()
        .filter(|language| *language != Language::English)
}

fn file_of(language: Language) -> String {
    format!("{FOLDER}/{}.po", language.code())
}

fn read(root: &Path, language: Language) -> Result<Catalog> {
    let name = file_of(language);
    po_file::parse(&root.join(&name))
        .map_err(|error| anyhow::anyhow!("{name} cannot be read: {error}"))
}

/// A language that is translated.
pub struct Translated {
    /// Which.
    pub language: Language,
    /// What is translated into it.
    pub translations: Translations,
}

/// Every translated language; prints what is left to translate.
///
/// Fails where a translation of today's English cannot be used.
pub fn languages(root: &Path) -> Result<Vec<Translated>> {
    read_all(root, print_left)
}

/// The same, and nothing is printed: for a task that is not about translations.
pub fn languages_quietly(root: &Path) -> Result<Vec<Translated>> {
    read_all(root, |_, _, _| ())
}

fn read_all(root: &Path, say: impl Fn(Language, &Checked, &[Source])) -> Result<Vec<Translated>> {
    let sources = catalogue::all(root)?;
    let mut all = Vec::new();
    for language in translated() {
        let catalog = read(root, language)?;
        let checked = usable(check::check(&catalog, language, &sources), language)?;
        say(language, &checked, &sources);
        all.push(Translated {
            language,
            translations: checked.translations,
        });
    }
    Ok(all)
}

/// Fails where a translation is wrong.
fn usable(checked: Checked, language: Language) -> Result<Checked> {
    if checked.wrong.is_empty() {
        return Ok(checked);
    }
    bail!(
        "{} has translations that cannot be used:\n  {}",
        file_of(language),
        checked.wrong.join("\n  ")
    )
}

fn print_left(language: Language, checked: &Checked, sources: &[Source]) {
    println!(
        "{}: {} of {} sentences are translated",
        file_of(language),
        checked.translations.len(),
        sources.len()
    );
    for what in &checked.left {
        println!("  {what}");
    }
}

/// Writes what the page fetches in each language.
pub fn write(root: &Path, languages: &[Translated], stage: &Path) -> Result<()> {
    let keys = catalogue::with_keys(root)?;
    let keys = keys.iter().map(|source| source.key.as_str()).collect();
    write_files(languages, &keys, &stage.join(FOLDER))
}

/// Writes a file for each language into `folder`, with those of these sentences that are translated.
pub fn write_files(languages: &[Translated], keys: &BTreeSet<&str>, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for Translated {
        language,
        translations,
    } in languages
    {
        let file: BTreeMap<&str, &Vec<String>> = keys
            .iter()
            .filter_map(|&key| Some((key, translations.get(key)?)))
            .collect();
        let path = folder.join(format!("{}.json", language.code()));
        fs::write(&path, serde_json::to_string(&file)?)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// `cargo xtask words`: brings the template and the translators' files up to the English, and prints what is left to translate.
/// Where that must be nothing, as for a release, anything left is an error.
pub fn follow(root: &Path, strict: bool) -> Result<()> {
    let sources = catalogue::all(root)?;
    let mut left = 0;
    save(
        &follow::template(&sources),
        &root.join(FOLDER).join("whichside.pot"),
    )?;
    for language in translated() {
        let path = root.join(file_of(language));
        let old = if path.exists() {
            Some(read(root, language)?)
        } else {
            None
        };
        let new = follow::followed(old.as_ref(), language, &sources);
        save(&new, &path)?;
        let checked = check::check(&new, language, &sources);
        left += checked.left.len();
        print_left(language, &checked, &sources);
        usable(checked, language)?;
    }
    if strict && left > 0 {
        bail!("{left} translations are missing or stale: a release has none");
    }
    Ok(())
}

fn save(catalog: &Catalog, path: &Path) -> Result<()> {
    po_file::write_to_file(catalog, path)
        .with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use whichside_diagnosis::words::{PageKey, Words};

    use super::*;

    pub fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    #[test]
    fn every_language_has_translations_and_each_can_be_used() {
        let all = languages(root()).unwrap();
        let codes: Vec<&str> = all.iter().map(|each| each.language.code()).collect();
        assert_eq!(codes, ["de", "es", "ar"]);
    }

    #[test]
    fn the_page_reads_every_language_as_it_is_written() {
        let folder = std::env::temp_dir().join(format!("whichside-words-{}", std::process::id()));
        let all = languages(root()).unwrap();
        write(root(), &all, &folder).unwrap();
        for Translated { language, .. } in all {
            let path = folder
                .join(FOLDER)
                .join(format!("{}.json", language.code()));
            let words = Words::read(language, &fs::read_to_string(path).unwrap()).unwrap();
            assert_ne!(
                words.text(PageKey::Check),
                Words::english().text(PageKey::Check)
            );
            assert!(words.translation("frame.Sent").is_some());
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_holds_the_sentences_it_is_for_and_no_others() {
        let folder = std::env::temp_dir().join(format!("whichside-file-{}", std::process::id()));
        let text = |text: &str| vec![text.to_owned()];
        let german = Translated {
            language: Language::German,
            translations: Translations::from([
                ("Said.".to_owned(), text("Sag \"ja\".")),
                ("Of another file.".to_owned(), text("Anderswo.")),
            ]),
        };
        let keys = BTreeSet::from(["Said.", "Not translated."]);
        write_files(&[german], &keys, &folder).unwrap();
        assert_eq!(
            fs::read_to_string(folder.join("de.json")).unwrap(),
            r#"{"Said.":["Sag \"ja\"."]}"#
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_menu_lists_every_language_in_its_own_name() {
        let html = include_str!("../../index.html");
        for language in Language::ALL {
            let (code, name) = (language.code(), language.own_name());
            let option = format!("<option value=\"{code}\" lang=\"{code}\">{name}</option>");
            assert!(html.contains(&option), "{option}");
        }
        assert_eq!(html.matches("<option").count(), Language::ALL.len());
    }
}

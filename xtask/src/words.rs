//! The languages' files: from a translator's `words/de.po` to the page's `words/de-<hash>.txt`, and to the guide in that
//! language.
//!
//! What a translation must be is in `check`, how the files follow the English in `follow`. The English, its keys and what the
//! page makes of a language are the library's.

mod check;
mod follow;
mod objects;
mod texts;

pub use objects::write as write_objects;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};
use polib::{catalog::Catalog, po_file};
use sha2::{Digest, Sha256};
use whichside_diagnosis::words::{Language, catalogue, fingerprint};

use crate::fingerprint;

/// The folder of the translations, and of what the page fetches of them.
pub const FOLDER: &str = "words";

/// A sentence of the page, as translators know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The key's name.
    pub key: &'static str,
    /// The English, for one where it counts something.
    pub english: &'static str,
    /// The English for any other number.
    pub many: Option<&'static str>,
}

/// Every sentence, in the order of the keys.
pub fn sentences() -> Vec<Sentence> {
    let sentence = |(key, english): (&'static str, &'static str)| match english.split_once('|') {
        Some((one, many)) => Sentence {
            key,
            english: one,
            many: Some(many),
        },
        None => Sentence {
            key,
            english,
            many: None,
        },
    };
    catalogue().into_iter().map(sentence).collect()
}

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

/// The texts that are translated whole.
fn texts() -> BTreeSet<&'static str> {
    let others = [whichside_owner::texts(), whichside_embed::texts()];
    let mut all = whichside_guide::texts();
    all.extend(others.into_iter().flatten());
    all
}

/// A language that is translated.
pub struct Translation {
    /// Which.
    pub language: Language,
    /// Its file, as the page reads it.
    pub page: String,
    /// The texts of the guide, the remedies, the owner's part and the widget in its words.
    pub texts: BTreeMap<&'static str, String>,
}

/// Every language, or all that is wrong with the translations.
pub fn checked(root: &Path) -> Result<Vec<Translation>> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    let (sentences, whole) = (sentences(), texts());
    for language in translated() {
        let catalog = read(root, language)?;
        let lines = check::lines(&catalog, language, &sentences);
        match (lines, texts::translated(&catalog, &whole)) {
            (Ok(lines), Ok(texts)) => all.push(Translation {
                language,
                page: format!("{}\n{lines}", fingerprint()),
                texts,
            }),
            (lines, texts) => {
                let problems = [lines.err(), texts.err()].into_iter().flatten().flatten();
                wrong.extend(problems.map(|problem| format!("{}: {problem}", file_of(language))));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(all);
    }
    bail!(
        "the translations do not say what the English says:\n  {}",
        wrong.join("\n  ")
    )
}

/// Puts the languages' files into the page, and their names into each of these pages of HTML.
pub fn write(translations: &[Translation], stage: &Path, pages: &[&str]) -> Result<()> {
    let folder = stage.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut names = Vec::new();
    for Translation { language, page, .. } in translations {
        let (code, text) = (language.code(), page);
        let hash = fingerprint::hex(&Sha256::digest(text));
        let name = format!("{FOLDER}/{code}-{}.txt", &hash[..16]);
        fs::write(stage.join(&name), text).with_context(|| format!("cannot write {name}"))?;
        names.push(name);
    }
    for name in pages {
        let page = stage.join(name);
        let html =
            fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
        let html = with_names(&html, &names).with_context(|| format!("in {name}"))?;
        fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    }
    Ok(())
}

/// The page with the names of the languages' files in it.
fn with_names(html: &str, names: &[String]) -> Result<String> {
    const PLACE: &str = "<meta id=\"words\" content=\"\">";
    if html.matches(PLACE).count() != 1 {
        bail!("{PLACE} must stand there exactly once");
    }
    Ok(html.replace(
        PLACE,
        &PLACE.replace("\"\"", &format!("{:?}", names.join(" "))),
    ))
}

/// `cargo xtask words`: brings the template and the translators' files up to the English, and says what is left to do.
pub fn follow(root: &Path) -> Result<()> {
    let (sentences, whole) = (sentences(), texts());
    let template = root.join(FOLDER).join("whichside.pot");
    fs::create_dir_all(root.join(FOLDER)).context("cannot make words/")?;
    save(&follow::template(&sentences, &whole), &template)?;
    for language in translated() {
        let path = root.join(file_of(language));
        let old = if path.exists() {
            Some(read(root, language)?)
        } else {
            None
        };
        let new = follow::followed(old.as_ref(), language, &sentences, &whole);
        save(&new, &path)?;
        let keys = check::lines(&new, language, &sentences).err();
        let texts = texts::translated(&new, &whole).err();
        println!(
            "{}: {} of {} sentences left to do",
            file_of(language),
            keys.unwrap_or_default().len() + texts.unwrap_or_default().len(),
            sentences.len() + whole.len()
        );
    }
    Ok(())
}

fn save(catalog: &Catalog, path: &Path) -> Result<()> {
    po_file::write_to_file(catalog, path)
        .with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    #[test]
    fn every_language_says_all_of_it() {
        let all = checked(root()).map_err(|error| error.to_string());
        let codes: Vec<&str> = all
            .unwrap()
            .iter()
            .map(|each| each.language.code())
            .collect();
        assert_eq!(codes, ["de", "es", "ar"]);
    }

    #[test]
    fn the_page_takes_every_language_as_it_is_written() {
        use whichside_diagnosis::words::{PageKey, Words};
        for Translation { language, page, .. } in checked(root()).unwrap() {
            let words = Words::read(language, page.leak()).unwrap();
            assert_ne!(
                words.text(PageKey::Check),
                Words::english().text(PageKey::Check)
            );
        }
    }

    #[test]
    fn the_translators_files_follow_the_english_already() {
        for language in translated() {
            let old = read(root(), language).unwrap();
            assert_eq!(
                old,
                follow::followed(Some(&old), language, &sentences(), &texts()),
                "{language:?}"
            );
        }
        let template = root().join(FOLDER).join("whichside.pot");
        assert_eq!(
            po_file::parse(&template).unwrap(),
            follow::template(&sentences(), &texts())
        );
    }

    /// What `index.html` says in elements marked with `data-words`, in order.
    fn marked(html: &str) -> Vec<&str> {
        html.split(" data-words>")
            .skip(1)
            .filter_map(|after| after.split('<').next())
            .collect()
    }

    #[test]
    fn index_html_says_what_the_frames_keys_say() {
        let html = include_str!("../../index.html");
        let frame: Vec<&str> = sentences()
            .into_iter()
            .filter(|sentence| sentence.key.starts_with("frame."))
            .map(|sentence| sentence.english)
            .collect();
        assert_eq!(marked(html), frame);
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

    #[test]
    fn the_names_of_the_files_stand_in_the_page() {
        let names = ["words/de-1.txt".to_owned(), "words/es-2.txt".to_owned()];
        let html = with_names("<meta id=\"words\" content=\"\">", &names).unwrap();
        assert_eq!(
            html,
            "<meta id=\"words\" content=\"words/de-1.txt words/es-2.txt\">"
        );
        assert!(with_names("<p>no place</p>", &names).is_err());
    }
}

//! Puts the loader, `boot/embed.js`, into the page's folder under its three names: `embed.js` and `embed/v1.js`, which follow
//! fixes, and one with its hash, which stays what it is. Loaders released earlier lie beside it, as they were.
//!
//! A released loader is one that somebody else's page may name with its hash: `boot/released` keeps it for ever.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Map, Value};
use whichside_diagnosis::words::{Key, Words};
use whichside_embed::LoaderKey;

use crate::{files, words::Translated};

/// The loader's name in the page's folder.
pub const NAME: &str = "embed.js";
/// The folder of its other names; the configurator and what both say are there, too.
pub const FOLDER: &str = "embed";
const RELEASED: &str = "boot/released";

/// A loader as a page names it that wants no other.
pub struct Loader {
    /// The file in `embed/`, with its hash in the name.
    pub name: String,
    /// What the page's `integrity` says of it.
    pub integrity: String,
}

impl Loader {
    fn of(script: &[u8]) -> Self {
        Self {
            name: format!("v1-{}.js", files::short_hash(script)),
            integrity: files::integrity(script),
        }
    }
}

/// Where the loader's script names what it says.
const WORDS: &str = "WHICHSIDE_LOADER_WORDS";

/// Writes the loaders into `stage`.
pub fn write(root: &Path, stage: &Path, languages: &[Translated]) -> Result<Loader> {
    let folder = stage.join(FOLDER);
    for name in files::list(&root.join(RELEASED))? {
        let script = files::read(&root.join(RELEASED).join(&name))?;
        files::write(&folder.join(released(&name, &script)?), &script)?;
    }
    let script = files::minified(root, &format!("boot/{NAME}"))?;
    let script = with_words(&String::from_utf8(script)?, languages)?.into_bytes();
    let loader = Loader::of(&script);
    for path in [
        stage.join(NAME),
        folder.join("v1.js"),
        folder.join(&loader.name),
    ] {
        files::write(&path, &script)?;
    }
    Ok(loader)
}

/// The script with what it says in each language; what is not translated is in English.
fn with_words(script: &str, languages: &[Translated]) -> Result<String> {
    if script.matches(WORDS).count() != 1 {
        bail!("boot/{NAME} must name {WORDS} exactly once");
    }
    let others = languages
        .iter()
        .map(|each| Words::new(each.language, each.translations.clone()));
    let mut all = Map::new();
    for words in std::iter::once(Words::english()).chain(others) {
        let texts: Map<String, Value> = LoaderKey::ALL
            .iter()
            .map(|key| (format!("{key:?}"), words.text(key.sentence()).into()))
            .collect();
        all.insert(words.language().code().to_owned(), texts.into());
    }
    Ok(script.replace(WORDS, &Value::Object(all).to_string()))
}

/// The name of a released loader, which must be the one of its content.
fn released<'a>(name: &'a str, script: &[u8]) -> Result<&'a str> {
    let right = Loader::of(script).name;
    if name != right {
        bail!(
            "{RELEASED}/{name} was changed: by its content it is {right}, and pages that name it refuse it"
        );
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_is_named_after_its_content() {
        let loader = Loader::of(b"");
        assert_eq!(loader.name, "v1-e3b0c44298fc1c14.js");
        assert_eq!(
            loader.integrity,
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }

    #[test]
    fn the_loader_says_each_sentence_in_each_language_or_in_english() {
        use whichside_diagnosis::words::{Language, Translations};
        let german = Translated {
            language: Language::German,
            translations: Translations::from([(
                "loader.Close".to_owned(),
                vec!["Schließen".to_owned()],
            )]),
        };
        let script = with_words("const a=WHICHSIDE_LOADER_WORDS;", &[german]).unwrap();
        let json = script.trim_start_matches("const a=").trim_end_matches(';');
        let words: Value = serde_json::from_str(json).unwrap();
        assert_eq!(words["en"]["Close"], "Close");
        assert_eq!(words["de"]["Close"], "Schließen");
        assert_eq!(words["de"]["Question"], "Is it me, or them?");
        assert!(with_words("const a={};", &[]).is_err());
    }

    #[test]
    fn the_link_in_the_configurators_code_asks_what_the_loaders_button_asks() {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let script = with_words(WORDS, &crate::words::languages(root).unwrap()).unwrap();
        let words: Value = serde_json::from_str(&script).unwrap();
        for (code, question) in whichside_embed::snippet::QUESTIONS {
            let translated = &words[code]["Question"];
            assert!(
                translated == question || translated == &words["en"]["Question"],
                "{code}: {translated}"
            );
        }
    }

    #[test]
    fn a_released_loader_that_was_changed_is_refused() {
        assert!(released("v1-e3b0c44298fc1c14.js", b"").is_ok());
        let error = released("v1-e3b0c44298fc1c14.js", b"changed").unwrap_err();
        assert!(error.to_string().contains("was changed"), "{error}");
    }

    #[test]
    fn every_released_loader_is_as_it_was() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(RELEASED);
        for name in files::list(&folder).unwrap() {
            released(&name, &files::read(&folder.join(&name)).unwrap()).unwrap();
        }
    }
}

//! What a module beside the page says in each language: `<language>.json`, an object from English text to translation.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};

use super::Translation;

/// Writes these texts in each language into `folder`. What is not translated is said in English.
pub fn write(
    translations: &[Translation],
    texts: &BTreeSet<&'static str>,
    folder: &Path,
) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for translation in translations {
        let path = folder.join(format!("{}.json", translation.language.code()));
        fs::write(&path, said(texts, &translation.texts))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Those of the texts that are among the translated.
fn said(texts: &BTreeSet<&'static str>, translated: &BTreeMap<&'static str, String>) -> String {
    let entries: Vec<String> = texts
        .iter()
        .filter_map(|text| Some((text, translated.get(text)?)))
        .map(|(english, said)| format!("{}:{}", quoted(english), quoted(said)))
        .collect();
    format!("{{{}}}", entries.join(","))
}

/// A text of one line as JSON has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_holds_the_modules_texts_that_are_translated_and_no_others() {
        let texts = BTreeSet::from(["Said.", "Not translated."]);
        let translated = BTreeMap::from([
            ("Said.", "Sag \"ja\" \\ nein".to_owned()),
            ("A text of the guide alone.", "Nur im Leitfaden.".to_owned()),
        ]);
        assert_eq!(
            said(&texts, &translated),
            "{\"Said.\":\"Sag \\\"ja\\\" \\\\ nein\"}"
        );
    }
}

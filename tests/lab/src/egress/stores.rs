//! What the page has kept in its stores, and whether the browser's profile holds what the visitor typed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use whichside_egress::traffic::Entry;
use whichside_harness::webdriver::Session;

/// The keys in every store of the page's origin.
///
/// # Errors
/// The page is gone.
pub fn kept(session: &Session) -> Result<BTreeSet<Entry>> {
    let found = session.run(include_str!("stores.js"), &[])?;
    serde_json::from_value(found).context("what the page has kept cannot be read")
}

/// The files of the profile that hold one of these texts, once the browser is closed.
///
/// # Errors
/// The profile cannot be read.
pub fn found_in_profile(folder: &Path, texts: &[&str]) -> Result<BTreeMap<String, Vec<String>>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if !path.is_file() || is_of_the_driver(&path) {
                continue;
            }
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            for text in texts {
                if holds(&bytes, text) {
                    let short = path.strip_prefix(folder).unwrap_or(&path);
                    found
                        .entry((*text).to_owned())
                        .or_default()
                        .push(short.display().to_string());
                }
            }
        }
    }
    Ok(found)
}

/// The driver logs what it types.
fn is_of_the_driver(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "log")
}

/// Whether the text is there, in one byte a letter or in two.
fn holds(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide]
        .iter()
        .any(|needle| bytes.windows(needle.len()).any(|window| window == *needle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_both_widths() {
        let folder = tempfile::tempdir().unwrap();
        let wide: Vec<u8> = "s3cr3t".encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::create_dir(folder.path().join("in")).unwrap();
        fs::write(folder.path().join("in/narrow"), b"..s3cr3t..").unwrap();
        fs::write(folder.path().join("wide"), wide).unwrap();
        fs::write(folder.path().join("driver.log"), b"s3cr3t").unwrap();
        let found = found_in_profile(folder.path(), &["s3cr3t", "nothing"]).unwrap();
        let mut files = found["s3cr3t"].clone();
        files.sort();
        assert_eq!((files.len(), found.len()), (2, 1), "{found:?}");
        assert_eq!(files, ["in/narrow", "wide"]);
    }
}

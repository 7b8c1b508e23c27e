//! Puts the guide into the page's folder: `guide/index.html` with its style and its search, and the remedies as the file
//! that the page fetches when it shows one.
//!
//! What they say is `crates/guide`'s. None of it is needed for the page to start, so it is not in the page's budget. The
//! copy the service worker keeps has the remedies and the English guide, as they are wanted when nothing else opens.

use std::{env, iter, path::Path};

use anyhow::{Context, Result, bail};
use whichside_diagnosis::words::Words;
use whichside_guide::{json, page};

use crate::{files, words::Translated};

/// The guide's folder in the page's.
pub const FOLDER: &str = "guide";
/// The remedies' folder in the page's: a file a language.
pub const REMEDIES: &str = "remedies";
/// Where the page will be found, such as `https://whichside.example/`. A sitemap must name absolute addresses, so it is
/// written only where this is set.
const ADDRESS: &str = "WHICHSIDE_ADDRESS";

/// The address the page is built for, if it is known.
fn address() -> Result<Option<String>> {
    match env::var(ADDRESS) {
        Ok(address) if address.is_empty() => Ok(None),
        Ok(address) if is_address(&address) => Ok(Some(address)),
        Ok(address) => bail!(
            "{ADDRESS} is `{address}`: it must be the page’s whole address, such as https://whichside.example/, with the slash at its end"
        ),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(error) => Err(error).context(ADDRESS),
    }
}

/// Writes the guide, the remedies and, where the address is known, the sitemap.
pub fn write(root: &Path, stage: &Path, translated: &[Translated]) -> Result<()> {
    let address = address()?;
    let others = translated
        .iter()
        .map(|each| Words::new(each.language, each.translations.clone()));
    let languages: Vec<Words> = iter::once(Words::english()).chain(others).collect();
    let named: Vec<(&str, &str)> = languages
        .iter()
        .map(Words::language)
        .map(|language| (language.code(), language.own_name()))
        .collect();
    let guide = stage.join(FOLDER);
    for words in &languages {
        let code = words.language().code();
        let folder = guide.join(page::folder(code));
        files::write(
            &folder.join("index.html"),
            page::render_among(words, &named),
        )?;
        files::write(
            &stage.join(REMEDIES).join(format!("{code}.json")),
            json::render(words),
        )?;
    }
    for (from, to) in [
        ("style/guide.css", "guide.css"),
        ("boot/guide.js", "guide.js"),
    ] {
        files::write(&guide.join(to), files::minified(root, from)?)?;
    }
    if let Some(address) = &address {
        files::write(
            &stage.join("sitemap.xml"),
            sitemap(address, named.iter().map(|(tag, _)| *tag)),
        )?;
    }
    Ok(())
}

fn is_address(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|rest| {
        !rest.starts_with('/')
            && rest.ends_with('/')
            && !rest.contains(['?', '#', ' ', '<', '>', '&', '"', '\''])
    })
}

/// The first page and the guide in each language.
fn sitemap<'a>(address: &str, tags: impl Iterator<Item = &'a str>) -> String {
    let pages = tags.map(|tag| format!("{FOLDER}/{}", page::folder(tag)));
    let urls: String = [String::new()]
        .into_iter()
        .chain(pages)
        .map(|page| format!("  <url><loc>{address}{page}</loc></url>\n"))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_names_the_page_and_its_guide_by_whole_addresses() {
        let sitemap = sitemap("https://whichside.example/", ["en", "de"].into_iter());
        for page in ["", "guide/", "guide/de/"] {
            let line = format!("<loc>https://whichside.example/{page}</loc>");
            assert!(sitemap.contains(&line), "{sitemap}");
        }
    }

    #[test]
    fn only_a_whole_address_is_taken() {
        for address in ["https://whichside.example/", "http://127.0.0.1:8080/under/"] {
            assert!(is_address(address), "{address}");
        }
        for address in [
            "whichside.example",
            "https://whichside.example",
            "https:///",
            "https://a.example/?x=/",
            "https://a.example/<b>/",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }
}

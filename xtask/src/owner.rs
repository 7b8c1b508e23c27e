//! The owner's section: a module that the page fetches when the section is opened, and what it says in each language.
//!
//! It is not in the page's budget; it is in the copy the service worker keeps, as a site's owner may want it when nothing else
//! opens.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    fingerprint,
    module::Module,
    setup::Setup,
    sizes, stylesheet,
    words::{self, Translated},
};

const MODULE: Module = Module {
    name: "owner",
    built_from: &["--package", "whichside-owner-page"],
    compiled: "whichside_owner_page",
    sheet: &stylesheet::OWNER,
};
/// Where index.html names the module.
const PLACE: &str = "<meta name=\"whichside-owner\" content=\"\">";

/// Builds the module into `stage`, names it in the page there, and writes what it says in each language.
pub fn write(
    root: &Path,
    setup: &Setup,
    work: &Path,
    stage: &Path,
    languages: &[Translated],
) -> Result<()> {
    let name = MODULE.write(root, setup, work, stage)?;
    let page = stage.join("index.html");
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    fs::write(&page, with_module(&html, &name)?)
        .with_context(|| format!("cannot write {}", page.display()))?;
    words::write_files(
        languages,
        &whichside_owner::texts(),
        &stage.join(MODULE.name),
    )
}

/// Whether a file of the page is the owner's: none is needed before the section is opened.
pub fn is_part(name: &str) -> bool {
    MODULE.has(name) || name.starts_with("owner/")
}

/// What the section weighs, in a line.
pub fn weight(stage: &Path) -> Result<String> {
    let parts = fingerprint::files(stage, &["."])?
        .into_iter()
        .filter(|name| is_part(name));
    sizes::later(stage, "owner-*", parts)
}

/// The page with the module's name in it.
fn with_module(html: &str, name: &str) -> Result<String> {
    if html.matches(PLACE).count() != 1 {
        bail!("index.html must hold {PLACE} exactly once");
    }
    Ok(html.replace(PLACE, &PLACE.replace("\"\"", &format!("\"{name}.js\""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_the_modules_name() {
        let page = include_str!("../../index.html");
        let told = with_module(page, "owner-0123").unwrap();
        assert!(told.contains("<meta name=\"whichside-owner\" content=\"owner-0123.js\">"));
        assert!(with_module(&told, "owner-4567").is_err());
    }
}

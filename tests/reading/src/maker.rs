//! The page that makes the error page, as its readers have it: axe finds nothing, it fits, the preview follows what is written,
//! every file can be downloaded, and the policy is kept.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;

use crate::browser::Reader;
use crate::reading::{fits, keeps_the_policy, shuts_nobody_out};

/// What stands in the preview's frame, and which files there are.
const SEEN: &str = r#"
    const inside = document.querySelector("iframe[data-preview]")?.contentDocument;
    return {
        title: inside?.querySelector("h1")?.textContent ?? "",
        state: inside?.querySelector("main")?.dataset.state ?? "",
        files: document.querySelectorAll("a[download]").length,
        wrong: document.querySelectorAll("[aria-invalid=true]").length,
    };
"#;
/// The pages of five statuses, and nginx's two files.
const FILES: u64 = 7;

/// Uses the page as this reader, and hands back how many of axe's rules hold.
///
/// # Errors
/// What shuts the reader out, or does not work.
pub fn all(reader: &Reader, maker: &str, axe: &str, pictures: Option<&Path>) -> Result<usize> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let browser = reader.open(folder.path())?;
    let page = browser.session();
    page.go_to(maker)?;
    wait(page, "the preview", |seen| {
        seen["state"] == "waiting" && seen["files"] == FILES
    })?;
    page.fill_in(&page.find("input[name=name]")?, "Books <b>")?;
    wait(page, "the preview follows", |seen| {
        seen["title"]
            .as_str()
            .is_some_and(|title| title.starts_with("Books <b>"))
    })?;
    page.fill_in(&page.find("input[name=accent]")?, "red;}")?;
    wait(page, "what cannot be used is told", |seen| {
        seen["wrong"] == 1
    })?;
    fits(page)?;
    if let Some(folder) = pictures {
        fs::create_dir_all(folder)?;
        let file = folder.join(format!(
            "error-maker-{}-{}.png",
            reader.screen, reader.colours
        ));
        fs::write(file, page.picture()?)?;
    }
    let rules = shuts_nobody_out(page, axe)?;
    keeps_the_policy(page)?;
    Ok(rules)
}

fn wait(page: &Session, expected: &str, is: impl Fn(&Value) -> bool) -> Result<()> {
    until(expected, || {
        let seen = page.run(SEEN, &[])?;
        Ok(if is(&seen) {
            Ok(())
        } else {
            Err(seen.to_string())
        })
    })
}

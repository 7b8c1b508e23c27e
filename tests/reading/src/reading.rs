//! What must hold for every reader: nothing shuts them out, the page fits, the search works, the policy is kept.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use whichside_harness::webdriver::Session;

use crate::browser::{Colours, Reader, Screen};

/// What was looked at.
pub struct Read {
    /// Rules of axe that apply to the page and hold.
    pub rules: usize,
    /// Parts that the search can show.
    pub parts: u64,
}

/// Axe's rules to hold: WCAG 2.2 at level AA, and what axe holds good practice.
const RULES: &str = r#"
    for (const list of document.querySelectorAll("details")) list.open = true;
    return axe.run(document, { resultTypes: ["violations", "incomplete"] });
"#;

/// Reads the guide as this reader.
pub fn all(reader: &Reader, guide: &str, axe: &str, pictures: Option<&Path>) -> Result<Read> {
    let folder = tempfile::tempdir().context("no temporary folder")?;
    let browser = reader.open(folder.path())?;
    let page = browser.session();
    page.go_to(guide)?;
    is_this_reader(page, reader)?;
    fits(page)?;
    if let Some(folder) = pictures {
        picture(page, reader, folder)?;
    }
    let parts = search(page)?;
    let rules = shuts_nobody_out(page, axe)?;
    keeps_the_policy(page)?;
    Ok(Read { rules, parts })
}

/// The reader must really be the one that was asked for, or the same page would be looked at four times.
fn is_this_reader(page: &Session, reader: &Reader) -> Result<()> {
    let seen = page.run(
        "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]",
        &[],
    )?;
    let narrow = seen[0].as_u64().is_some_and(|width| width == 320);
    ensure!(
        narrow == (reader.screen == Screen::Phone)
            && seen[1] == json!(reader.colours == Colours::Dark),
        "the browser shows another screen or other colours: {seen}"
    );
    Ok(())
}

/// The page is no wider than the screen.
pub fn fits(page: &Session) -> Result<()> {
    let over = page.run(
        "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
        &[],
    )?;
    ensure!(
        over == json!(0),
        "the page is {over} pixels wider than the screen"
    );
    Ok(())
}

fn picture(page: &Session, reader: &Reader, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = folder.join(format!("guide-{}-{}.png", reader.screen, reader.colours));
    fs::write(&file, page.picture()?).with_context(|| format!("cannot write {}", file.display()))
}

/// What the search shows: parts in sight, marks, and what it says.
const SHOWN: &str = r#"
    const parts = [...document.querySelectorAll("[data-find]")];
    return {
        all: parts.length,
        shown: parts.filter((part) => part.checkVisibility()).length,
        marks: CSS.highlights.get("found")?.size ?? 0,
        said: document.getElementById("found").textContent,
        typed: document.getElementById("find").value,
    };
"#;

/// Types into the search as a reader would, and looks at what it shows.
fn search(page: &Session) -> Result<u64> {
    let before = page.run(SHOWN, &[])?;
    let field = page.find("search input")?;
    page.click(&field)?;
    page.fill_in(&field, "ipconfig flushdns")?;
    let found = page.run(SHOWN, &[])?;
    let shown = found["shown"].as_u64().unwrap_or_default();
    let all = found["all"].as_u64().unwrap_or_default();
    ensure!(
        (1..10).contains(&shown) && all > 100,
        "the search does not choose: {found}"
    );
    ensure!(
        found["marks"].as_u64().unwrap_or_default() >= 2,
        "nothing is marked: {found}"
    );
    ensure!(
        found["said"]
            .as_str()
            .is_some_and(|said| said.ends_with(&shown.to_string())),
        "the count is not said: {found}"
    );
    page.fill_in(&field, "no such words anywhere")?;
    let none = page.run(SHOWN, &[])?;
    ensure!(
        none["shown"] == json!(0) && none["said"].as_str().is_some_and(|said| !said.is_empty()),
        "nothing is found, and the page does not say so: {none}"
    );
    // Escape, as WebDriver types it.
    page.fill_in(&field, "reload\u{e00c}")?;
    let cleared = page.run(SHOWN, &[])?;
    ensure!(cleared == before, "Escape does not clear: {cleared}");
    Ok(all)
}

/// Axe finds nothing; how many of its rules hold.
pub fn shuts_nobody_out(page: &Session, axe: &str) -> Result<usize> {
    page.run(axe, &[]).context("axe does not start")?;
    let result = page.run(RULES, &[]).context("axe does not finish")?;
    let list = |kind: &str| result[kind].as_array().cloned().unwrap_or_default();
    let (violations, passes) = (list("violations"), list("passes"));
    ensure!(!passes.is_empty(), "axe looked at nothing");
    if !violations.is_empty() {
        let told: Vec<String> = violations.iter().map(told).collect();
        bail!("axe finds:\n{}", told.join("\n"));
    }
    Ok(passes.len())
}

fn told(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    let first: Vec<String> = nodes
        .iter()
        .take(3)
        .map(|node| format!("    {}", node["html"].as_str().unwrap_or_default()))
        .collect();
    format!(
        "  {}: {} ({} places)\n{}",
        violation["id"].as_str().unwrap_or_default(),
        violation["help"].as_str().unwrap_or_default(),
        nodes.len(),
        first.join("\n")
    )
}

/// Nothing of the page is refused by its own policy, and nothing is missing.
pub fn keeps_the_policy(page: &Session) -> Result<()> {
    let console = page.console()?;
    let said: Vec<&str> = console
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|entry| entry["message"].as_str())
        // Chromium holds the integrity of a preloaded program against it only when it is fetched, and says so.
        .filter(|message| !message.contains("crbug.com/981419"))
        .collect();
    ensure!(
        said.is_empty(),
        "the browser complains:\n  {}",
        said.join("\n  ")
    );
    Ok(())
}

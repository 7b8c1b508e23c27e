//! The README's walk-through for a status page's owner: what its code block says, and nothing else.

use std::fs;

use anyhow::{Context, Result};
use whichside_harness::project;
use whichside_lab::addresses::PAGE_NAME;

use super::status_page;
use crate::hosts::{self, STATUS};
use crate::scene::Scene;

/// The section's heading.
const HEADING: &str = "## On your status page";
/// What stands in the README for where the page is hosted.
const ANY_HOST: &str = "your-host";
/// Where the status page's widget stands in the page that already has one.
const OWN: &str = "<script async src=\"https://whichside.example/embed.js\"";

/// An owner pastes the block into their page, opens it, and has a widget that works.
pub fn walked_through(scene: &Scene<'_>) -> Result<()> {
    let readme = project().join("README.md");
    let readme = fs::read_to_string(&readme).with_context(|| readme.display().to_string())?;
    let block = block(&readme)?.replace(ANY_HOST, PAGE_NAME);
    let page = scene
        .world
        .extra_host_folder(STATUS)
        .join("site/index.html");
    let page = fs::read_to_string(&page).with_context(|| page.display().to_string())?;
    let lines = page.lines().map(|line| {
        if line.starts_with(OWN) {
            block.as_str()
        } else {
            line
        }
    });
    let page = lines.collect::<Vec<_>>().join("\n");
    hosts::write(scene.world, STATUS, "walked-through.html", page.as_bytes())?;
    scene.open(&format!("https://{STATUS}/walked-through.html"))?;
    status_page::works_here(scene, block.contains("data-status"))
        .with_context(|| format!("with the README’s block: {block}"))
}

/// The one code block of the section.
fn block(readme: &str) -> Result<String> {
    let section = readme
        .split(HEADING)
        .nth(1)
        .with_context(|| format!("README.md has no section “{HEADING}”"))?;
    let section = section.split("\n## ").next().unwrap_or_default();
    section
        .split("```html\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .map(|block| block.trim().to_owned())
        .context("the README’s section holds no block of HTML")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_the_sections_own() {
        let readme = "# A\n```html\nno\n```\n## On your status page\n\nPut it there:\n\n```html\n<b>\n```\n## B\n";
        assert_eq!(block(readme).unwrap(), "<b>");
        assert!(block("## On your status page\n## B\n```html\nno\n```").is_err());
        assert!(block("nothing").is_err());
    }
}

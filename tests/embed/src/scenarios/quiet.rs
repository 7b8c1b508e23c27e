//! What the widget costs a host before anybody clicks, by counts: the host's page with the loader is compared with the same
//! page without it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::hosts::{self, STATUS};
use crate::scene::{Scene, expect};
use crate::widget::Widget;

/// What is counted, and how often the page did it.
type Counts = BTreeMap<String, u64>;

/// How many elements the loader may create: its button, and what opens.
const MOST_ELEMENTS: u64 = 12;

/// No request, timer, listener, observer, worker, message or frame; a few elements; nothing stored.
pub fn before_the_click(scene: &Scene<'_>) -> Result<()> {
    lay_out(scene)?;
    let without = counts(scene, "without-loader.html")?;
    let with = counts(scene, "with-loader.html")?;
    for (what, count) in with {
        let more = count.saturating_sub(without.get(&what).copied().unwrap_or_default());
        let most = if what == "elements" { MOST_ELEMENTS } else { 0 };
        if more > most {
            bail!("the loader's {what} before a click: expected {most} at most, seen {more}");
        }
    }
    let widget = Widget::first(scene)?;
    expect("a frame before a click", false, widget.has_frame()?)?;
    expect(
        "paths asked of our host before a click",
        vec!["/embed.js".to_owned()],
        scene.page_paths()?,
    )?;
    scene.nothing_asked("before a click")?;
    let page = scene.ask(
        "return performance.getEntriesByType('resource').map((each) => new URL(each.name).host + new URL(each.name).pathname) \
         .filter((name) => !name.startsWith(location.host))",
        &[],
    )?;
    expect(
        "what the page loaded from elsewhere",
        json!(["whichside.example/embed.js"]),
        page,
    )?;
    let stored = scene.ask(
        "return [document.cookie, localStorage.length, sessionStorage.length]",
        &[],
    )?;
    expect("what was stored", json!(["", 0, 0]), stored)
}

/// Writes the status page anew, with a script that counts, once with the loader and once without.
fn lay_out(scene: &Scene<'_>) -> Result<()> {
    let site = scene.world.extra_host_folder(STATUS).join("site");
    let page = fs::read_to_string(site.join("index.html"))?;
    let with = page.replacen("<script", "<script src=\"count.js\"></script>\n<script", 1);
    let is_loader = |line: &&str| line.contains("embed.js");
    if with.lines().filter(is_loader).count() != 1 {
        bail!("the status page has not one line with the loader");
    }
    let without: Vec<&str> = with.lines().filter(|line| !is_loader(line)).collect();
    for (name, text) in [
        ("count.js", include_str!("count.js")),
        ("with-loader.html", &with),
        ("without-loader.html", &without.join("\n")),
    ] {
        hosts::write(scene.world, STATUS, name, text.as_bytes())?;
    }
    Ok(())
}

fn counts(scene: &Scene<'_>, page: &str) -> Result<Counts> {
    scene.open(&format!("https://{STATUS}/{page}"))?;
    scene.wait_for(
        "a page that has loaded, and an idle moment after it",
        "return window.labCounts !== undefined",
        &[],
    )?;
    let counts: Counts = serde_json::from_value(scene.ask("return window.labCounts", &[])?)
        .context("the counts cannot be read")?;
    expect("whether anything is counted", true, counts["listeners"] > 0)?;
    Ok(counts)
}

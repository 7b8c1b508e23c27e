//! What the widget costs a host before anybody clicks.

use anyhow::Result;
use serde_json::json;
use whichside_lab::engine::Engine;

use crate::scene::{Scene, expect};
use crate::widget::Widget;

/// Requests, timers, long tasks.
pub fn before_the_click(scene: &Scene<'_>) -> Result<()> {
    scene.open("https://status.shop.example/")?;
    let widget = Widget::first(scene)?;
    scene.wait_for(
        "a page that has loaded, and an idle moment after it",
        include_str!("idle.js"),
        &[],
    )?;
    expect(
        "paths asked of our host before a click",
        vec!["/embed.js".to_owned()],
        scene.page_paths()?,
    )?;
    scene.nothing_asked("before a click")?;
    expect("a frame before a click", false, widget.has_frame()?)?;
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
    if scene.engine == Engine::Chromium {
        // Frames that took long, by the scripts that made them so: a busy machine's own are not the loader's.
        let long = scene.ask(
            "return performance.getEntriesByType('long-animation-frame') \
             .concat(window.labLong).flatMap((frame) => frame.scripts) \
             .filter((script) => script.sourceURL.includes('whichside.example')) \
             .map((script) => `${script.sourceURL} ${Math.round(script.duration)} ms`)",
            &[],
        )?;
        expect("long frames that the loader made", json!([]), long)?;
    }
    let stored = scene.ask(
        "return [document.cookie, localStorage.length, sessionStorage.length]",
        &[],
    )?;
    expect("what was stored", json!(["", 0, 0]), stored)
}

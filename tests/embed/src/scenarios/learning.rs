//! What a host can see of the frame: the same, whatever the target does.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use whichside_harness::engine::Engine;

use crate::hosts::{EVIL, FORUM};
use crate::scene::{Scene, expect};
use crate::widget::{Frame, Widget};

/// A target that is broken, and one that is well.
const TARGETS: [&str; 2] = ["https://shop.example/", "https://www.shop.example/"];

/// Where no check may run inside: two targets, one trace. Where one may: no frame inside the frame, and nothing of it to reach.
pub fn traces(scene: &Scene<'_>) -> Result<()> {
    let mut traces = Vec::new();
    for target in TARGETS {
        scene.embed_on(EVIL, target)?;
        let widget = Widget::first(scene)?;
        widget.press()?;
        widget.inside(Frame::wait_until_armed)?;
        watch(scene, &widget)?;
        scene.opened_by(|| widget.inside(Frame::press_start))?;
        // What follows from the click has come when the link to the full page is there.
        widget.inside(|_| {
            scene.wait_for(
                "a link to the full page",
                "return document.querySelector('[data-action=elsewhere]') !== null",
                &[],
            )
        })?;
        traces.push(trace(scene)?);
    }
    scene.nothing_asked("after clicks where no check may run")?;
    let names = TARGETS.map(|target| target.trim_start_matches("https://").trim_end_matches('/'));
    for (trace, name) in traces.iter().zip(names) {
        if trace.to_string().contains(name) {
            bail!("expected nothing of {name} in what its embedder sees, seen {trace}");
        }
    }
    expect(
        "what is seen of a broken target and of one that is well",
        &traces[0],
        &traces[1],
    )?;

    scene.embed_on(FORUM, TARGETS[0])?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(Frame::wait_until_armed)?;
    watch(scene, &widget)?;
    widget.inside(|frame| {
        frame.start()?;
        frame.done()
    })?;
    // Firefox counts the frames of a shadow tree where it asks another process. Whoever may check is told the verdict anyway.
    let counted = if scene.engine == Engine::Firefox {
        "frames"
    } else {
        ""
    };
    let seen = scene.ask(
        "return [...new Set([...window.labTrace.seen].filter((line) => line.startsWith('frames')) \
           .map((line) => line.split(', ').slice(0, 6).filter((part) => !arguments[0] || !part.startsWith(arguments[0])).join(', ')))]",
        &[json!(counted)],
    )?;
    let shut = "child SecurityError, named SecurityError, document null, address SecurityError, inner height SecurityError";
    let only = if counted.is_empty() {
        format!("frames 0, {shut}")
    } else {
        shut.to_owned()
    };
    expect(
        "what the host saw of the frame while a check ran",
        json!([only]),
        seen,
    )?;
    let looks = scene.ask("return window.labTrace.looks", &[])?;
    if looks.as_u64().is_none_or(|looks| looks < 20) {
        bail!("expected the host to look twenty times while a check runs, seen {looks}");
    }
    Ok(())
}

fn watch(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<()> {
    scene
        .ask(
            include_str!("../attacks/watch-frame.js"),
            &[widget.as_argument()],
        )
        .map(drop)
}

/// Every different thing that was seen, and every message.
fn trace(scene: &Scene<'_>) -> Result<Value> {
    let seen = scene.ask(
        "return [[...window.labTrace.seen].sort(), window.labTrace.messages]",
        &[],
    )?;
    if seen[0].as_array().is_none_or(Vec::is_empty) {
        bail!("expected the host to have looked, seen {seen}");
    }
    Ok(json!(seen))
}

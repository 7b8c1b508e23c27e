//! Clicks that a hostile host steals: the visitor means something of the host's, and hits the frame. The click here falls on a
//! point of the visible page, and whatever lies there gets it.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::wait::until;

use super::messages::HASTY_MS;
use crate::hosts::FORUM;
use crate::scene::{Scene, expect};
use crate::widget::{Frame, Widget};

const SHOP: &str = "https://shop.example/";

/// What is done to the frame, and what takes it back; `box` is the widget's element, `frame` its frame.
const COVERS: [(&str, &str); 9] = [
    (
        "an opaque picture over it that lets clicks through",
        "const over = document.createElement('div'); over.id = 'over'; \
         over.style.cssText = 'position:fixed;inset:0;background:#fff;pointer-events:none;z-index:2147483647'; document.body.append(over); over.popover = 'manual'; over.showPopover()",
    ),
    (
        "a see-through picture over it that lets clicks through",
        "const over = document.createElement('div'); over.id = 'over'; over.textContent = 'You have won! Click here'; \
         over.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;background:none;border:0;pointer-events:none;font-size:90px'; document.body.append(over); over.popover = 'manual'; over.showPopover()",
    ),
    (
        "a frame that is all but see-through",
        "frame.style.opacity = '0.01'",
    ),
    ("a widget that is see-through", "box.style.opacity = '0'"),
    (
        "a frame that is turned over by a filter",
        "frame.style.filter = 'blur(20px)'",
    ),
    (
        "a frame that is shrunk",
        "frame.style.transform = 'scale(0.2)'",
    ),
    ("a frame that is zoomed out", "frame.style.zoom = '0.2'"),
    ("a widget that is zoomed out", "box.style.zoom = '0.3'"),
    (
        "a frame cut to its button",
        "frame.style.clipPath = 'inset(20% 20% 20% 20%)'",
    ),
];
/// Notes in the frame when the last press came.
const NOTE_PRESS: &str = "addEventListener('mousedown', (event) => { window.labPressed = performance.timeOrigin + event.timeStamp; }, true)";
const UNDO: &str = "document.getElementById('over')?.remove(); for (const each of [box, frame]) each.removeAttribute('style')";

/// Every way to steal a click, on a page that may have the check run inside. Then one honest click, which counts.
pub fn stolen_clicks(scene: &Scene<'_>) -> Result<()> {
    // Inline, since what lies in the top layer does not share its ancestors' styles.
    let page = format!("https://{FORUM}/plain.html");
    scene.embed_at(&page, &json!({ "target": SHOP, "mode": "inline" }))?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(|frame| frame.wait_until_armed())?;
    for (what, cover) in COVERS {
        act(scene, &widget, cover)?;
        in_sight(scene, &widget, false).with_context(|| what)?;
        let (x, y) = middle_of_the_button(scene, &widget)?;
        scene.session.click_at(x, y)?;
        not_started(scene, &widget).with_context(|| format!("after a click on {what}"))?;
        act(scene, &widget, UNDO)?;
        in_sight(scene, &widget, true)?;
    }
    moved_under_the_pointer(scene, &widget)?;
    // Uncovered, in its place: the same hand on the same point is a visitor's, who clicks again where nothing happens yet.
    in_sight(scene, &widget, true)?;
    let (x, y) = middle_of_the_button(scene, &widget)?;
    until("a check that runs", || {
        scene.session.click_at(x, y)?;
        let state = widget.inside(|frame| Ok(frame.verdict()?.state))?;
        Ok(if state == "idle" { Err(state) } else { Ok(()) })
    })?;
    widget.inside(Frame::done).map(drop)
}

/// The host waits out of sight for the click that is coming, and puts the frame there at the last moment.
fn moved_under_the_pointer(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<()> {
    let (x, y) = middle_of_the_button(scene, widget)?;
    widget.inside(|_| scene.ask(NOTE_PRESS, &[]))?;
    let mut all_hasty = true;
    until("a click within half a second after the frame came", || {
        act(
            scene,
            widget,
            "frame.style.transform = 'translateX(-3000px)'",
        )?;
        in_sight(scene, widget, false)?;
        let now = "performance.timeOrigin + performance.now()";
        act(
            scene,
            widget,
            &format!("frame.style.transform = ''; window.labMoved = {now}"),
        )?;
        scene.session.click_at(x, y)?;
        let (state, pressed) = widget.inside(|frame| {
            let pressed = scene.ask("return window.labPressed", &[])?;
            Ok((frame.verdict()?.state, pressed.as_f64().unwrap_or_default()))
        })?;
        if state == "idle" {
            return Ok(Ok(()));
        }
        let moved = scene.ask("return window.labMoved", &[])?;
        let gap = pressed - moved.as_f64().unwrap_or_default();
        if gap < HASTY_MS {
            bail!("expected a click {gap} ms after the frame came to start nothing, seen {state}");
        }
        // Where the machine is so busy that the click came late, it was an honest one.
        all_hasty = false;
        widget.ask("widget.reset(), widget.execute()")?;
        widget.inside(Frame::wait_until_armed)?;
        Ok(Err(format!("one after {gap} ms")))
    })?;
    if all_hasty {
        scene.nothing_asked("after a click on a frame that had just come")?;
    }
    Ok(())
}

fn act(scene: &Scene<'_>, widget: &Widget<'_>, script: &str) -> Result<()> {
    scene
        .ask(
            &format!(
                "const box = arguments[0], frame = box.shadowRoot.querySelector('iframe'); {script}"
            ),
            &[widget.as_argument()],
        )
        .map(drop)
}

/// Waits until the frame knows that it is in sight, or that it is not.
fn in_sight(scene: &Scene<'_>, widget: &Widget<'_>, expected: bool) -> Result<()> {
    let what = format!("a frame that knows whether it is in sight: {expected}");
    widget.inside(|_| scene.wait_for(&what, include_str!("../in-sight.js"), &[json!(expected)]))
}

fn not_started(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<()> {
    widget.inside(|frame| expect("the state", "idle".to_owned(), frame.verdict()?.state))?;
    scene.nothing_asked("after a stolen click")
}

/// Where on the visible page the middle of the button is, whatever has been done to the frame.
fn middle_of_the_button(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<(f64, f64)> {
    let inner: [f64; 4] = serde_json::from_value(widget.inside(|_| {
        scene.ask(
            "const {left, top, width, height} = document.querySelector('[data-action=start]').getBoundingClientRect(); \
             return [left + width / 2, top + height / 2, innerWidth, innerHeight]",
            &[],
        )
    })?)
    .context("the button's place")?;
    let outer: [f64; 4] =
        serde_json::from_value(number_rect(widget)?).context("the frame's place")?;
    let [x, y, inner_width, inner_height] = inner;
    let [left, top, width, height] = outer;
    Ok((
        left + x * width / inner_width,
        top + y * height / inner_height,
    ))
}

fn number_rect(widget: &Widget<'_>) -> Result<Value> {
    let rect = widget.ask(
        "(({left, top, width, height}) => [left, top, width, height])(root.querySelector('iframe').getBoundingClientRect())",
    )?;
    Ok(if rect.is_array() { rect } else { json!([]) })
}

//! Those who speak to the host as though they were the widget's frame, and a frame that is led away.

use anyhow::Result;
use serde_json::json;

use crate::hosts::{EVIL, FORUM};
use crate::scene::{Scene, expect, on_the_page};
use crate::widget::{Widget, expect_verdict};

const SHOP: &str = "https://shop.example/";

/// Opens the widget on the forum, whose page notes marks.
fn opened<'a>(scene: &'a Scene<'a>) -> Result<Widget<'a>> {
    scene.embed_on(FORUM, SHOP)?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(|frame| expect("the state", "idle".to_owned(), frame.verdict()?.state))?;
    scene.ask(
        "window.marks = []; window.told = []; arguments[0].onVerdict = (verdict) => window.told.push(verdict); \
         addEventListener('message', (event) => String(event.data).startsWith('mark') && window.marks.push(event.data))",
        &[widget.as_argument()],
    )?;
    Ok(widget)
}

fn marked(scene: &Scene<'_>, count: usize) -> Result<()> {
    scene.wait_for(
        "the mark after the forged messages",
        "return window.marks.length >= arguments[0] || window.marks.join()",
        &[json!(count)],
    )
}

fn believed_nothing(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<()> {
    let heard = scene.ask("return [window.heard, window.told]", &[])?;
    expect("verdicts that the host was told", json!([[], []]), heard)?;
    let open = widget.ask("root.querySelector('[part=panel]').checkVisibility()")?;
    expect("the panel, which nobody closed", json!(true), open)
}

/// Verdicts of others.
pub fn verdicts(scene: &Scene<'_>) -> Result<()> {
    let widget = opened(scene)?;
    scene.ask(include_str!("../attacks/forge-from-page.js"), &[])?;
    marked(scene, 1)?;
    believed_nothing(scene, &widget)?;
    scene.ask(
        "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame)",
        &[json!(format!("https://{EVIL}/forger.html"))],
    )?;
    marked(scene, 2)?;
    believed_nothing(scene, &widget)?;
    // The true frame is believed.
    let verdict = widget.inside(|frame| {
        frame.start()?;
        frame.done()
    })?;
    expect_verdict(&verdict, "theirs", "bad-gateway")?;
    scene.wait_for(
        "the true verdict",
        "return window.told.at(-1)?.side === 'theirs' && window.heard.every((each) => each.side !== 'yours') || JSON.stringify(window.told)",
        &[],
    )
}

/// Images and a form of a host's visitor that are called as members of the document are.
pub fn name(scene: &Scene<'_>) -> Result<()> {
    scene.open(&format!("https://{FORUM}/clobbered.html"))?;
    let widget = Widget::first(scene)?;
    let speaks = widget.ask("root.querySelector('[part=open]').textContent !== ''")?;
    expect("whether the button has its words", json!(true), speaks)?;
    widget.press()?;
    let frame = widget.ask("new URL(root.querySelector('iframe').src).origin")?;
    expect(
        "the frame's origin",
        json!(on_the_page("").trim_end_matches('/')),
        frame,
    )?;
    widget.inside(|frame| expect("the state", "idle".to_owned(), frame.verdict()?.state))
}

/// The frame is led to another page, and to its own again.
pub fn navigation(scene: &Scene<'_>) -> Result<()> {
    let forger = format!("https://{EVIL}/forger.html");
    for lead in [
        "root.querySelector('iframe').src = ",
        "root.querySelector('iframe').contentWindow.location = ",
    ] {
        let widget = opened(scene)?;
        widget.ask(&format!("{lead} '{forger}'"))?;
        marked(scene, 1)?;
        // Whatever the loader answers, it has answered before this is asked.
        widget.ask("(widget.setAttribute('lang', 'de'), root.querySelector('iframe').contentWindow.postMessage('mark?', '*'))")?;
        marked(scene, 2)?;
        let counted = scene.ask("return window.marks[1]", &[])?;
        expect(
            "messages that the stranger in the frame was sent",
            json!("mark:0"),
            counted,
        )?;
        believed_nothing(scene, &widget)?;
    }
    // Led to our own page again, with a target in its address: it starts anew, about what the embedder says.
    let widget = opened(scene)?;
    for rest in [
        "widget/?url=https%3A%2F%2Fbait.example%2F&start=1#url=https%3A%2F%2Fbait.example%2F",
        "widget/",
    ] {
        widget.ask(&format!(
            "root.querySelector('iframe').src = '{}'",
            on_the_page(rest)
        ))?;
        widget.inside(|frame| {
            expect("the state after a reload", "idle".to_owned(), frame.verdict()?.state)?;
            scene.wait_for(
                "a button that names the shop",
                "const says = document.querySelector('[data-action=start]')?.textContent ?? ''; return says.includes('shop.example') || says",
                &[],
            )
        })?;
    }
    scene.nothing_asked("after the frame was led about")?;
    // The full page is no frame: anybody could have it do anything there.
    widget.ask(&format!(
        "root.querySelector('iframe').src = '{}'",
        on_the_page("#url=https%3A%2F%2Fshop.example%2F")
    ))?;
    scene.session.enter(&widget.part("iframe[part=frame]")?)?;
    scene.wait_for(
        "a frame in which the full page does not open",
        "return document.readyState === 'complete' && !location.href.includes('widget') && document.querySelector('[data-verdict]') === null || location.href",
        &[],
    )?;
    scene.session.leave()?;
    scene.nothing_asked("after the full page was framed")
}

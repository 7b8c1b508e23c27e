//! What the widget looks like: where it stands, how wide it may be, which language it speaks, how dark it is, and how it is used
//! without a pointer.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::wait::until;

use crate::hosts::FORUM;
use crate::scene::{Scene, expect};
use crate::widget::Widget;

const SHOP: &str = "https://shop.example/";
/// WebDriver's code points for keys.
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';

fn layout(scene: &Scene<'_>) -> Result<Value> {
    scene.ask("return window.layout()", &[])
}

fn embed(scene: &Scene<'_>, attributes: &Value) -> Result<()> {
    let mut all = json!({ "target": SHOP });
    if let (Some(all), Some(more)) = (all.as_object_mut(), attributes.as_object()) {
        all.extend(more.clone());
    }
    scene.embed_at(&format!("https://{FORUM}/plain.html"), &all)
}

/// Each mode, from closed to done and closed again.
pub fn modes(scene: &Scene<'_>) -> Result<()> {
    for mode in ["button", "inline", "badge"] {
        embed(scene, &json!({ "mode": mode }))?;
        let widget = Widget::first(scene)?;
        stays_in_place(scene, &widget, mode).with_context(|| format!("mode {mode}"))?;
    }
    Ok(())
}

fn stays_in_place(scene: &Scene<'_>, widget: &Widget<'_>, mode: &str) -> Result<()> {
    let before = layout(scene)?;
    let own = "[widget.getBoundingClientRect().width, widget.getBoundingClientRect().height].map(Math.round)";
    let size = widget.ask(own)?;
    let same = |when: &str| -> Result<()> {
        expect(when, &before, &layout(scene)?)?;
        expect(when, &size, &widget.ask(own)?)
    };
    widget.press()?;
    widget.inside(|frame| frame.wait_until_armed())?;
    same("the host's layout with the widget open")?;
    let panel = "(({width, height}) => [width, height].map(Math.round))(root.querySelector('[part=panel]').getBoundingClientRect())";
    let panel = widget.ask(panel)?;
    if mode == "inline" {
        expect("the height of the box", json!(440), size[1].clone())?;
        expect("the panel's height", json!(440), panel[1].clone())?;
    } else {
        expect("the panel's size", json!([320, 440]), panel.clone())?;
    }
    let frame = "(({width, height}) => [width, height].map(Math.round))(root.querySelector('iframe').getBoundingClientRect())";
    let frame_size = widget.ask(frame)?;
    widget.inside(|frame| {
        frame.start()?;
        frame.done()
    })?;
    same("the host's layout with a verdict")?;
    expect(
        "the frame's size with a verdict",
        frame_size,
        widget.ask(frame)?,
    )?;
    scene.session.click(&widget.part("[part=close]")?)?;
    same("the host's layout when it is closed again")
}

/// Everything fits into 280 px.
pub fn narrow(scene: &Scene<'_>) -> Result<()> {
    embed(scene, &json!({ "mode": "inline", "lang": "de" }))?;
    scene.ask(
        "document.getElementById('place').style.width = '280px'",
        &[],
    )?;
    let widget = Widget::first(scene)?;
    expect(
        "its own width",
        json!(280),
        widget.ask("widget.getBoundingClientRect().width")?,
    )?;
    widget.press()?;
    widget.inside(|frame| {
        fits(scene).context("idle")?;
        frame.start()?;
        fits(scene).context("running")?;
        frame.done()?;
        fits(scene).context("done")
    })
}

fn fits(scene: &Scene<'_>) -> Result<()> {
    let wide = scene.ask(
        "const room = document.documentElement.clientWidth; \
         const wide = [...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && each.textContent.trim() && !each.closest('[hidden], .unseen') \
           && (each.getBoundingClientRect().right > room + 0.5 || each.getBoundingClientRect().left < -0.5)); \
         return [document.documentElement.scrollWidth <= room, wide.map((each) => `${each.localName}.${each.className}: ${each.textContent.slice(0, 40)}`)]",
        &[],
    )?;
    expect("what is wider than the frame", json!([true, []]), wide)
}

/// Languages by attribute and by the page; themes.
pub fn language_and_theme(scene: &Scene<'_>) -> Result<()> {
    let mut said = Vec::new();
    for (attributes, language, direction) in [
        (json!({ "lang": "en" }), "en", "ltr"),
        (json!({ "lang": "de" }), "de", "ltr"),
        (json!({ "lang": "ar" }), "ar", "rtl"),
    ] {
        embed(scene, &attributes)?;
        let widget = Widget::first(scene)?;
        let outside = widget.ask("root.querySelector('[part=open]').textContent.trim()")?;
        widget.press()?;
        let inside = widget.inside(|frame| {
            scene.wait_for(
                "the frame's language and direction",
                "const it = document.documentElement, seen = [it.lang, getComputedStyle(it).direction].join(); \
                 return seen === arguments[0] || seen",
                &[json!(format!("{language},{direction}"))],
            )?;
            let title = scene.ask("return document.title", &[])?;
            Ok(format!("{outside} {title} {}", frame.text()?))
        })?;
        if said.contains(&inside) {
            bail!("expected other words in {language}, seen again: {inside}");
        }
        said.push(inside);
    }
    // The nearest `lang` of the page counts where the widget is told none.
    scene.open(&format!("https://{FORUM}/element.html"))?;
    scene.ask("document.documentElement.lang = 'de'", &[])?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(|_| {
        scene.wait_for(
            "the page's language",
            "return document.documentElement.lang === 'de' || document.documentElement.lang",
            &[],
        )
    })?;
    for (theme, dark) in [("light", false), ("dark", true)] {
        embed(scene, &json!({ "theme": theme }))?;
        let widget = Widget::first(scene)?;
        widget.press()?;
        widget.inside(|_| {
            scene.wait_for(
                &format!("light words on dark ground: {dark}"),
                "const light = getComputedStyle(document.querySelector('[data-action=start], [data-verdict]').closest('main') ?? document.body).color \
                   .match(/[\\d.]+/g).slice(0, 3).map(Number); \
                 const bright = light.some((part) => part > 1) ? light.reduce((a, b) => a + b) / 3 > 128 : light.reduce((a, b) => a + b) / 3 > 0.5; \
                 return bright === arguments[0] || light.join()",
                &[json!(dark)],
            )
        })?;
    }
    Ok(())
}

/// Without a pointer.
pub fn keyboard(scene: &Scene<'_>) -> Result<()> {
    embed(scene, &json!({}))?;
    let widget = Widget::first(scene)?;
    let session = scene.session;
    let active = "return document.activeElement === arguments[0] && arguments[0].shadowRoot.activeElement?.getAttribute('part')";
    until("the button, reached by the tab key", || {
        session.press(TAB)?;
        let part = scene.ask(active, &[widget.as_argument()])?;
        Ok(if part == json!("open") {
            Ok(())
        } else {
            Err(part.to_string())
        })
    })?;
    session.press(ENTER)?;
    widget.inside(|frame| {
        frame.wait_until_armed()?;
        until("the button that starts, reached by the tab key", || {
            let at = scene.ask("return document.activeElement?.dataset.action ?? document.activeElement?.localName ?? null", &[])?;
            if at == json!("start") {
                return Ok(Ok(()));
            }
            session.press(TAB)?;
            Ok(Err(at.to_string()))
        })?;
        session.press(ENTER)?;
        frame.done()?;
        let live = scene.ask("return document.querySelectorAll('[aria-live], [role=status], [role=alert]').length > 0", &[])?;
        expect("a live region", json!(true), live)?;
        session.press(ESCAPE)
    })?;
    scene.wait_for(
        "the closed button, with the focus on it again",
        "const root = arguments[0].shadowRoot; \
         return root.querySelector('[part=panel]').checkVisibility() === false && root.activeElement?.getAttribute('part') === 'open' \
           || String(root.activeElement?.getAttribute('part'))",
        &[widget.as_argument()],
    )
}

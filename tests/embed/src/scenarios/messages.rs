//! Messages to the frame from a page that the rule trusts, and that somebody hostile has taken over.

use anyhow::{Context, Result, bail};
use serde_json::json;
use whichside_harness::wait::until;

use crate::hosts::{EVIL, FORUM};
use crate::scene::{Scene, expect, on_the_page};
use crate::widget::{Frame, Widget};

const SHOP: &str = "https://shop.example/";

/// A click this soon after a change is nobody's decision; the product's own half second, less what clocks differ by.
pub(super) const HASTY_MS: f64 = 450.0;

/// Waits until the frame has read every message that was sent before: it reads them in order, and this one it obeys.
fn read_until_here(scene: &Scene<'_>, widget: &Widget<'_>, language: &str) -> Result<()> {
    widget.ask(&format!("widget.setAttribute('lang', '{language}')"))?;
    widget.inside(|_| {
        scene.wait_for(
            "a frame that obeys a message of the contract",
            "return document.documentElement.lang === arguments[0] || document.documentElement.lang",
            &[json!(language)],
        )
    })
}

/// It is about the shop, and nothing has started.
fn untouched(scene: &Scene<'_>, frame: &Frame<'_>) -> Result<()> {
    expect(
        "the frame's state",
        "idle".to_owned(),
        frame.verdict()?.state,
    )?;
    let says = scene.ask(
        "return document.querySelector('[data-action=start]').textContent",
        &[],
    )?;
    if !says
        .as_str()
        .is_some_and(|says| says.contains("shop.example"))
    {
        bail!("expected a button that names shop.example, seen {says}");
    }
    Ok(())
}

/// Notes from now on what the frame shows, even where the next message of the embedder's sets it right again.
fn watch_for_bait(scene: &Scene<'_>, frame: &Frame<'_>) -> Result<()> {
    untouched(scene, frame)?;
    scene
        .ask(include_str!("../attacks/watch-for-bait.js"), &[])
        .map(drop)
}

fn not_caught(scene: &Scene<'_>, frame: &Frame<'_>) -> Result<()> {
    let caught = scene.ask("return window.labCaught", &[])?;
    expect("what the frame let itself be told", json!([]), caught)?;
    untouched(scene, frame)
}

/// Everything that is no message.
pub fn malformed(scene: &Scene<'_>) -> Result<()> {
    scene.embed_on(FORUM, SHOP)?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(|frame| watch_for_bait(scene, frame))?;
    let sent = scene.ask(
        include_str!("../attacks/malformed.js"),
        &[widget.as_argument()],
    )?;
    if sent.as_u64().is_none_or(|sent| sent < 50) {
        bail!("expected every malformed message to be sent, seen {sent}");
    }
    read_until_here(scene, &widget, "de")?;
    widget.inside(|frame| not_caught(scene, frame))?;
    let heard = scene.ask(
        "return [window.heard, Object.prototype.target === undefined]",
        &[],
    )?;
    expect("verdicts told", json!([[], true]), heard)?;
    scene.nothing_asked("after malformed messages")?;
    unusable_targets(scene, &widget)?;
    read_until_here(scene, &widget, "en")?;
    // It still works for whoever speaks properly.
    widget.inside(|frame| frame.start())
}

/// Messages that are well formed and name what cannot be checked: there is nothing to start then, and nothing of it is a link.
fn unusable_targets(scene: &Scene<'_>, widget: &Widget<'_>) -> Result<()> {
    for (target, language) in [
        ("", "es"),
        ("javascript:alert(1)", "ar"),
        ("data:text/html,<script>alert(1)</script>", "es"),
        ("file:///etc/passwd", "ar"),
        ("https://", "es"),
        ("http://router.local/", "ar"),
        ("https://192.168.0.1/", "es"),
        ("https://whichside.example/", "ar"),
    ] {
        let message =
            json!({ "whichside": 1, "type": "open", "target": target, "language": language });
        widget.ask(&format!(
            "root.querySelector('iframe').contentWindow.postMessage({}, '*')",
            json!(message.to_string())
        ))?;
        widget.inside(|_| {
            scene.wait_for(
                &format!("a frame that has read of {target}, offers nothing to start, and links to us alone"),
                "const links = [...document.querySelectorAll('a[href]')].map((each) => each.href); \
                 const seen = [document.documentElement.lang, document.querySelector('[data-action=start]') === null, \
                   links.every((href) => href.startsWith(arguments[1]))].join(); \
                 return seen === `${arguments[0]},true,true` || seen + links",
                &[json!(language), json!(on_the_page(""))],
            )
        })?;
    }
    scene.nothing_asked("after targets that cannot be checked")
}

/// Others who speak properly, and are not the embedder.
pub fn other_senders(scene: &Scene<'_>) -> Result<()> {
    scene.embed_on(FORUM, SHOP)?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(|frame| watch_for_bait(scene, frame))?;
    // A frame beside it of the same page, a window that the page opened, and a frame within the page that is another's.
    scene.ask(
        include_str!("../attacks/other-senders.js"),
        &[
            widget.as_argument(),
            json!(format!("https://{EVIL}/sender.html")),
        ],
    )?;
    until("all three to have sent", || {
        let sent = scene.ask("return window.labSent.sort().join()", &[])?;
        Ok(if sent == json!("beside,opened,stranger") {
            Ok(())
        } else {
            Err(sent.to_string())
        })
    })?;
    read_until_here(scene, &widget, "de")?;
    widget.inside(|frame| not_caught(scene, frame))?;
    scene.nothing_asked("after messages of others")?;
    // A parameter or a fragment names no target, and no embedder either.
    for rest in [
        "widget/?url=https%3A%2F%2Fshop.example%2F",
        "widget/#url=https%3A%2F%2Fshop.example%2F",
    ] {
        scene.open(&on_the_page(rest))?;
        scene.wait_for(
            "the frame's page, alone, without anything to start",
            "return document.querySelector('[data-verdict]')?.dataset.state === 'idle' \
               && !document.querySelector('[data-action=start]')?.checkVisibility()",
            &[],
        )?;
    }
    scene.nothing_asked("after opening the frame's page by itself")
}

/// Clicks that no visitor made, and a target that changes while one does.
pub fn clicks(scene: &Scene<'_>) -> Result<()> {
    scene.embed_on(FORUM, SHOP)?;
    let widget = Widget::first(scene)?;
    // The host's own button takes a click of a script: that opens, and starts nothing.
    widget.ask("root.querySelector('[part=open]').click()")?;
    widget.inside(|frame| {
        untouched(scene, frame)?;
        frame.wait_until_armed()?;
        // As though a script could get in here: what it can do is all a browser lets it do.
        scene.ask(include_str!("../attacks/clicks.js"), &[])?;
        untouched(scene, frame)
    })?;
    widget.ask(
        "['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'keydown', 'touchend'].forEach((type) => \
           root.querySelector('iframe').dispatchEvent(new MouseEvent(type, {bubbles: true, composed: true, clientX: 100, clientY: 100})))",
    )?;
    widget.ask("widget.execute()")?;
    read_until_here(scene, &widget, "de")?;
    widget.inside(|frame| untouched(scene, frame))?;
    scene.nothing_asked("after clicks of scripts")?;

    // The target changes twenty times a second, and the visitor clicks meanwhile.
    widget.inside(|_| {
        scene
            .ask(include_str!("../attacks/time-clicks.js"), &[])
            .map(drop)
    })?;
    scene.ask(
        "const widget = arguments[0]; let turn = 0; \
         window.labChanging = setInterval(() => widget.setAttribute('target', `https://${turn++ % 2 ? 'forum.' : ''}shop.example/`), 50)",
        &[widget.as_argument()],
    )?;
    // A click before the first change would be an honest one.
    widget.inside(|_| {
        scene.wait_for(
            "a first change of what the button says",
            "return window.labChanged !== undefined",
            &[],
        )
    })?;
    let mut all_hasty = true;
    until(
        "three clicks on what had just changed, without effect",
        || {
            if widget.inside(|frame| hasty_click(scene, frame))? {
                return Ok(Ok(()));
            }
            // Where the machine is so busy that nothing changed for a while, the click was an honest one.
            all_hasty = false;
            widget.ask("widget.reset(), widget.execute()")?;
            Ok(Err("clicks on what had stood for a while".to_owned()))
        },
    )?;
    scene.ask("clearInterval(window.labChanging); arguments[0].setAttribute('target', 'https://shop.example/')", &[widget.as_argument()])?;
    read_until_here(scene, &widget, "es")?;
    if all_hasty {
        scene.nothing_asked("after clicks on a target that changed")?;
    }
    widget.inside(|frame| frame.start())
}

/// Clicks until three clicks fell on what had changed within half a second before; `false` where one fell later and counted.
fn hasty_click(scene: &Scene<'_>, frame: &Frame<'_>) -> Result<bool> {
    let before = gaps(scene)?.len();
    for count in before + 1..=before + 3 {
        frame.press_start()?;
        let gaps = until("a click that arrived", || {
            let gaps = gaps(scene)?;
            Ok(if gaps.len() >= count {
                Ok(gaps)
            } else {
                Err(format!("{gaps:?}"))
            })
        })?;
        let state = frame.verdict()?.state;
        let is_late = gaps.last().is_some_and(|gap| *gap >= HASTY_MS);
        if state != "idle" && !is_late {
            bail!(
                "expected a click so soon after a change to start nothing, seen {state} after {gaps:?} ms"
            );
        }
        if is_late {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many milliseconds after a change each click came.
fn gaps(scene: &Scene<'_>) -> Result<Vec<f64>> {
    let gaps = scene.ask("return window.labGaps", &[])?;
    serde_json::from_value(gaps).context("clicks are not timed")
}

//! The ways to embed the widget, and what its owner's page may do with it.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::namespaces::in_wan;
use whichside_harness::wait::until;

use crate::hosts::{self, STATUS};
use crate::scene::{Scene, expect, on_the_page};
use crate::widget::{Widget, expect_verdict};

/// A page of the status page's own.
fn page(name: &str) -> String {
    format!("https://{STATUS}/{name}")
}

const ADDRESS: &str = "https://shop.example/";
const FULL: &str = "#url=https%3A%2F%2Fshop.example%2F";

/// By the tag, and by the tag with the loader's hashed name.
pub fn script(scene: &Scene<'_>) -> Result<()> {
    let meta = fs::read_to_string(scene.dist.join("embed/index.html"))
        .context("the configurator is missing")?;
    let named = meta
        .split("name=\"whichside-loader\" content=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .context("the configurator does not name the loader")?;
    let (file, integrity) = named
        .split_once(' ')
        .with_context(|| format!("the loader's name and hash are {named:?}"))?;
    for (address, integrity) in [
        (on_the_page("embed.js"), None),
        (on_the_page("embed/v1.js"), None),
        (on_the_page(&format!("embed/{file}")), Some(integrity)),
    ] {
        let extra = integrity.map_or_else(String::new, |hash| {
            format!(" integrity=\"{hash}\" crossorigin=\"anonymous\"")
        });
        let html = format!(
            "<!doctype html><html lang=\"en\"><title>By a tag</title><script src=\"note.js\"></script>\
             <p id=\"above\">Above.</p><script async src=\"{address}\"{extra} data-target=\"{ADDRESS}\"></script>\
             <p id=\"below\">Below.</p></html>"
        );
        hosts::write(scene.world, STATUS, "tag.html", html.as_bytes())?;
        scene.open(&page("tag.html"))?;
        let widget = Widget::first(scene)?;
        let place = widget.ask(
            "[widget.previousElementSibling.localName, widget.nextElementSibling.id, widget.getAttribute('target')]",
        )?;
        expect(
            "where the widget stands",
            json!(["script", "below", ADDRESS]),
            place,
        )?;
        widget.press()?;
        let says = widget.inside(|frame| frame.text())?;
        if !says.contains("shop.example") {
            bail!("{address}: expected the frame to name shop.example, seen: {says}");
        }
        let frame = widget.ask(
            "(({src, sandbox, referrerPolicy, title}) => [src, [...sandbox].sort().join(' '), referrerPolicy, title.trim() !== '', \
             root.querySelector('iframe').hasAttribute('allow')])(root.querySelector('iframe'))",
        )?;
        let wanted = json!([
            on_the_page("widget/"),
            "allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts",
            "no-referrer",
            true,
            false,
        ]);
        expect("the frame's limits", wanted, frame)?;
    }
    expect_verdict(
        &Widget::first(scene)?.inside(|frame| {
            frame.start()?;
            frame.done()
        })?,
        "theirs",
        "bad-gateway",
    )
}

/// As an element with a link in it.
pub fn element(scene: &Scene<'_>) -> Result<()> {
    scene.open(&page("element.html"))?;
    let widget = Widget::first(scene)?;
    let link = "return document.querySelector('which-side a').getClientRects().length";
    expect(
        "what stands inside once the widget works",
        json!(0),
        scene.ask(link, &[])?,
    )?;
    expect_verdict(&widget.check()?, "theirs", "bad-gateway")
}

/// By a script, which hears of verdicts by a function of its own.
pub fn render(scene: &Scene<'_>) -> Result<()> {
    scene.open(&page("render.html"))?;
    let widget = Widget::first(scene)?;
    let same = scene.ask(
        "return [window.widget === arguments[0], window.widget.parentElement.id]",
        &[widget.as_argument()],
    )?;
    expect("what render() hands back", json!([true, "place"]), same)?;
    let verdict = widget.check()?;
    expect_verdict(&verdict, "theirs", "bad-gateway")?;
    let (told, heard) = until("the same verdict by function and by event", || {
        let both = scene.ask("return [window.told, window.heard]", &[])?;
        let done = |all: &Value| {
            all.as_array()
                .and_then(|all| all.last())
                .is_some_and(|last| last["state"] == "done")
        };
        Ok(if done(&both[0]) && done(&both[1]) {
            Ok((both[0].clone(), both[1].clone()))
        } else {
            Err(both.to_string())
        })
    })?;
    expect("what the function and the event told", &heard, &told)?;
    let states = told.as_array().into_iter().flatten();
    let before_the_end = states.filter(|told| told["state"] == "running").count();
    if before_the_end == 0 {
        bail!("expected verdicts while it runs, too, seen {told}");
    }
    let last = told
        .as_array()
        .and_then(|all| all.last())
        .cloned()
        .unwrap_or_default();
    let wanted = json!({
        "target": ADDRESS, "state": "done", "side": verdict.side, "cause": verdict.cause,
        "confidence": verdict.confidence, "causeConfidence": verdict.cause_confidence,
    });
    expect("the verdict told", wanted, last)
}

/// What the element's methods do.
pub fn lifecycle(scene: &Scene<'_>) -> Result<()> {
    scene.open(&page("render.html"))?;
    let widget = Widget::first(scene)?;
    scene.ask(
        "window.happened = []; window.widget.ready.then(() => window.happened.push('ready')); \
         Whichside.ready(() => window.happened.push('whichside')); window.widget.execute()",
        &[],
    )?;
    scene.wait_for(
        "the promise and the callback of ready",
        "return window.happened.includes('ready') && window.happened.includes('whichside') || window.happened.join()",
        &[],
    )?;
    widget.inside(|frame| {
        expect(
            "the state after execute()",
            "idle".to_owned(),
            frame.verdict()?.state,
        )?;
        expect("a button that starts", true, frame.offers("start")?)
    })?;
    scene.nothing_asked("after execute()")?;
    widget.inside(|frame| frame.start())?;
    widget.inside(|frame| frame.done())?;
    scene.ask("window.widget.reset()", &[])?;
    let shown = "(root.querySelector('[part=panel]')?.checkVisibility() ?? false) === false \
                 && root.querySelector('[part=open]').checkVisibility()";
    expect(
        "the closed button after reset()",
        json!(true),
        widget.ask(shown)?,
    )?;
    widget.press()?;
    widget.inside(|frame| {
        until("a frame as new after reset()", || {
            let state = frame.verdict()?.state;
            Ok(if state == "idle" { Ok(()) } else { Err(state) })
        })
    })?;
    scene.ask("window.frameOfOld = window.widget.shadowRoot.querySelector('iframe'); window.widget.remove()", &[])?;
    let gone = "return [document.querySelectorAll('which-side').length, window.frameOfOld.contentWindow === null]";
    expect(
        "what is left after remove()",
        json!([0, true]),
        scene.ask(gone, &[])?,
    )
}

/// The page is shown with scripts forbidden.
pub fn without_scripts(scene: &Scene<'_>) -> Result<()> {
    let path = scene.world.extra_host_folder(STATUS).join("nginx.conf");
    let mut settings = fs::read_to_string(&path)?;
    settings.push_str(
        "\nlocation = /element.html { add_header Content-Security-Policy \"sandbox allow-top-navigation\" always; }\n",
    );
    fs::write(&path, settings)?;
    in_wan(|| scene.world.restart_nginx())?;
    scene.open(&page("element.html"))?;
    let ran = "return document.querySelector('which-side').shadowRoot !== null";
    expect("whether the loader ran", json!(false), scene.ask(ran, &[])?)?;
    let link = scene.session.find("which-side a")?;
    scene.session.click(&link)?;
    scene.wait_for(
        "the full page with the address filled in",
        "return document.querySelector('form input[name=url]')?.value === arguments[0] || location.href",
        &[json!(ADDRESS)],
    )?;
    let state = scene.ask(
        "return document.querySelector('[data-verdict]').dataset.state",
        &[],
    )?;
    expect(
        "the state of a page that is only filled in",
        json!("idle"),
        state,
    )?;
    scene.nothing_asked("after following the link")?;
    expect(
        "the link's address",
        true,
        on_the_page(FULL).ends_with(FULL),
    )
}

/// Twenty of them.
pub fn twenty(scene: &Scene<'_>) -> Result<()> {
    scene.open(&page("twenty.html"))?;
    let last = Widget::number(scene, 19)?;
    let count = "return document.querySelectorAll('which-side').length";
    expect("widgets", json!(20), scene.ask(count, &[])?)?;
    let frames = "return [...document.querySelectorAll('which-side')].filter((each) => each.shadowRoot.querySelector('iframe')).length";
    expect("frames before a click", json!(0), scene.ask(frames, &[])?)?;
    expect_verdict(&last.check()?, "theirs", "bad-gateway")?;
    last.part("[part=close]")
        .and_then(|close| scene.session.click(&close))?;
    let third = Widget::number(scene, 2)?;
    expect_verdict(&third.check()?, "theirs", "bad-gateway")?;
    expect("frames after two clicks", json!(2), scene.ask(frames, &[])?)?;
    let targets = "return [...new Set(window.heard.map((each) => each.target))].sort()";
    let both = json!(["https://shop.example/20", "https://shop.example/3"]);
    expect(
        "the targets that verdicts were told of",
        both,
        scene.ask(targets, &[])?,
    )
}

/// A page that changes itself.
pub fn single_page(scene: &Scene<'_>) -> Result<()> {
    scene.open(&page("single-page.html"))?;
    let press = |id: &str| scene.session.click(&scene.session.find(&format!("#{id}"))?);
    for round in 0..3 {
        press("go-in")?;
        let widget = Widget::first(scene)?;
        widget.press()?;
        widget.inside(|frame| {
            expect(
                "the state in the first place",
                "idle".to_owned(),
                frame.verdict()?.state,
            )
        })?;
        press("move")?;
        let place = widget.ask("widget.parentElement.id")?;
        expect("where the widget stands now", json!("second"), place)?;
        if !widget.has_frame()? {
            widget.press()?;
        }
        let verdict = widget.inside(|frame| {
            frame.start()?;
            // One whole check is enough: what the rounds are about is the page.
            if round == 2 {
                frame.done()
            } else {
                frame.verdict()
            }
        })?;
        if round == 2 {
            expect_verdict(&verdict, "theirs", "bad-gateway")?;
        }
        press("go-out")?;
        let left = "return [document.querySelectorAll('which-side').length, window.length]";
        expect("what is left of it", json!([0, 0]), scene.ask(left, &[])?)?;
    }
    Ok(())
}

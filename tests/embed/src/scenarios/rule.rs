//! Where a check may run inside the frame, and what happens elsewhere.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use whichside_harness::wait::until;

use crate::hosts::{EVIL, FORUM, HELP, STATUS};
use crate::scene::{Scene, expect, on_the_page};
use crate::widget::{Frame, Widget, expect_verdict};

const SHOP: &str = "https://shop.example/";
const TWIN: &str = "https://www.shop.example/";

impl Scene<'_> {
    /// Opens the plain page of a host ("https://…") and embeds the widget there by a tag with these attributes.
    ///
    /// # Errors
    /// The page does not open.
    pub fn embed_at(&self, page: &str, attributes: &Value) -> Result<()> {
        self.open(page)?;
        self.ask(
            "const script = document.createElement('script'); script.src = arguments[0]; \
             Object.assign(script.dataset, arguments[1]); document.getElementById('place').append(script)",
            &[json!(on_the_page("embed.js")), attributes.clone()],
        )?;
        Ok(())
    }

    /// Likewise on the plain page of this host, for this target.
    ///
    /// # Errors
    /// The page does not open.
    pub fn embed_on(&self, host: &str, target: &str) -> Result<()> {
        self.embed_at(
            &format!("https://{host}/plain.html"),
            &json!({ "target": target }),
        )
    }
}

/// The same host, and below and above it.
pub fn allowed(scene: &Scene<'_>) -> Result<()> {
    for (page, target, side, cause) in [
        (
            "https://shop.example/help/plain.html",
            SHOP,
            "theirs",
            "bad-gateway",
        ),
        (
            "https://shop.example/help/plain.html",
            TWIN,
            "works",
            "healthy",
        ),
        (
            "https://forum.shop.example/plain.html",
            SHOP,
            "theirs",
            "bad-gateway",
        ),
    ] {
        scene.embed_at(page, &json!({ "target": target }))?;
        let verdict = Widget::first(scene)?
            .check()
            .with_context(|| format!("{page} asks about {target}"))?;
        expect_verdict(&verdict, side, cause)
            .with_context(|| format!("{page} asks about {target}"))?;
    }
    Ok(())
}

/// Siblings, strangers, and pages without https.
pub fn refused(scene: &Scene<'_>) -> Result<()> {
    for (page, target) in [
        (format!("https://{STATUS}/plain.html"), TWIN),
        (format!("https://{HELP}/plain.html"), SHOP),
        (format!("https://{EVIL}/plain.html"), SHOP),
        (format!("http://{FORUM}/plain.html"), SHOP),
    ] {
        scene.embed_at(&page, &json!({ "target": target }))?;
        leads_elsewhere(scene, &Widget::first(scene)?, target)
            .with_context(|| format!("{page} asks about {target}"))?;
    }
    Ok(())
}

/// The click opens the full page in a tab, and nothing else happens.
pub fn leads_elsewhere(scene: &Scene<'_>, widget: &Widget<'_>, target: &str) -> Result<()> {
    widget.press()?;
    widget.inside(|frame| frame.wait_until_armed())?;
    let opened = scene.opened_by(|| widget.inside(|frame| frame.press_start()))?;
    expect("the address filled in", target.to_owned(), opened.url)?;
    expect(
        "the state of the full page",
        "idle".to_owned(),
        opened.state,
    )?;
    expect("a way back to the opener", false, opened.has_opener)?;
    if !opened.address.starts_with(&on_the_page("")) || opened.address.contains('?') {
        bail!(
            "expected the full page without a query, seen {}",
            opened.address
        );
    }
    // Looking at another tab and back left the frames; here the widget's page is the outermost again.
    stayed_quiet(scene, widget, target)
}

/// In the frame: idle, with a link to the full page. On the host: no verdict.
pub fn stayed_quiet(scene: &Scene<'_>, widget: &Widget<'_>, target: &str) -> Result<()> {
    widget.inside(|frame| {
        expect("the frame's state", "idle".to_owned(), frame.verdict()?.state)?;
        let link = until("a link to the full page", || {
            let link = scene.ask(
                "const it = document.querySelector('a[data-action=elsewhere]'); return it && [it.href, it.target, it.rel]",
                &[],
            )?;
            Ok(if link.is_array() { Ok(link) } else { Err(frame.text()?) })
        })?;
        let encoded = target.replace(':', "%3A").replace('/', "%2F");
        let href = on_the_page(&format!("#url={encoded}"));
        expect("the link's address", json!(href), link[0].clone())?;
        expect("the link's tab", json!("_blank"), link[1].clone())?;
        let rel = link[2].as_str().unwrap_or_default().to_owned();
        expect("noopener", true, rel.contains("noopener"))
    })?;
    let heard = scene.ask("return window.heard ?? []", &[])?;
    expect("verdicts told to the host", json!([]), heard)?;
    scene.nothing_asked("after a click where no check may run")
}

/// An embedder inside another page, and one without an origin.
pub fn framed_or_sandboxed(scene: &Scene<'_>) -> Result<()> {
    // Some browsers tell the inner page less of who is above where the frame is made without a referrer.
    for frame in ["#status", "#masked"] {
        framed(scene, frame).with_context(|| format!("inside a hostile page’s frame {frame}"))?;
    }
    scene.open(&format!("https://{EVIL}/sandboxed.html"))?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    // In a sandbox without an origin, the frame has none either: it is never answered.
    scene.wait_for(
        "what is said where the frame does not come",
        "return arguments[0].shadowRoot.querySelector('a')?.checkVisibility() === true",
        &[widget.as_argument()],
    )?;
    scene.nothing_asked("in a sandbox")
}

fn framed(scene: &Scene<'_>, frame: &str) -> Result<()> {
    let session = scene.session;
    scene.open(&format!("https://{EVIL}/frames.html"))?;
    session.enter(&session.find(frame)?)?;
    let widget = Widget::first(scene)?;
    widget.press()?;
    widget.inside(Frame::wait_until_armed)?;
    let opened = scene.opened_by(|| widget.inside(Frame::press_start))?;
    expect("the address filled in", SHOP.to_owned(), opened.url)?;
    session.enter(&session.find(frame)?)?;
    stayed_quiet(scene, &Widget::first(scene)?, SHOP)
}

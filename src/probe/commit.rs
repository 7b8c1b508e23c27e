//! The commit oracle: whether a 2xx document that may be framed comes, decided by the answer's headers.
//!
//! An `<object>` in a script-less frame starts a navigation, which commits or fails one round trip later; then the frame
//! is taken out, before the document's parts are fetched. No standard promises any of this, so it is tried on pages of
//! our own before it is believed (`self_test`); the plan leaves it out where that fails.

use futures::future::join;
use gloo_timers::future::TimeoutFuture;
use gloo_utils::{body, document};
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlIFrameElement, HtmlObjectElement, Node};
use whichside_diagnosis::Outcome;

use super::facts::{COMMIT_ORACLE_WORKS, run_once_until_true};
use super::own;
use super::wait::{FirstEvent, Turns, within};

const CAP_MS: u32 = 10_000;

/// Once there is a window, how often it is looked at: the browser's shortest timer.
const INTERVAL_MS: u32 = 4;

/// Until there is a window, every turn of the event loop is looked at, as long as this: Firefox shows it for about 2 ms
/// only. Chromium has it from the start, so this burns a core in Firefox only.
const EVERY_TURN_MS: f64 = 2_500.0;

/// A missing page of our own gets this long; WebKit says nothing of it, however long one waits.
const ABSENT_CAP_MS: u32 = 1_500;

/// Never cause the prompt for access to the local network.
const NO_LOCAL_NETWORK: &str =
    "local-network-access 'none'; local-network 'none'; loopback-network 'none'";

/// The wrapper's document; no scripts run in it.
const WRAPPER: &str = "<!doctype html><meta name=referrer content=no-referrer><title>probe</title>";

/// The wrapper in the page, off-screen by its class but rendered (it would not load otherwise); removed when dropped.
struct Frame(HtmlIFrameElement);

impl Drop for Frame {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Navigates to the URL until it commits or fails.
pub(super) async fn navigate(url: &str) -> Outcome {
    navigate_within(CAP_MS, url).await
}

async fn navigate_within(cap_ms: u32, url: &str) -> Outcome {
    match within(cap_ms, committed(url)).await {
        Some(Ok(true)) => Outcome::Opened,
        Some(Ok(false)) => Outcome::Failed,
        Some(Err(_)) => Outcome::Unavailable,
        None => Outcome::Silent,
    }
}

/// Whether the oracle tells an existing page from a missing one, both of our own.
pub(super) async fn self_test(present: &str, absent: &str) -> Outcome {
    let (Some(present), Some(absent)) = (own::absolute(present), own::absolute(absent)) else {
        return Outcome::Unavailable;
    };
    let test = async {
        let found = join(navigate(&present), navigate_within(ABSENT_CAP_MS, &absent)).await;
        matches!(found, (Outcome::Opened, Outcome::Failed | Outcome::Silent))
    };
    Outcome::Sound(run_once_until_true(&COMMIT_ORACLE_WORKS, test).await)
}

/// Whether the navigation commits (`true`) or fails; pending while neither shows.
async fn committed(url: &str) -> Result<bool, JsValue> {
    let frame = wrapper().await?;
    let (object, mut first) = start_navigation(&frame, url)?;
    let mut turns = Turns::new()?;
    let began = Date::now();
    let mut had_window = false;
    loop {
        match (first.dispatched(), object.content_window()) {
            (Some("load"), _) => return Ok(true),
            (Some(_), _) => return Ok(false),
            (None, Some(shown)) => {
                had_window = true;
                // A committed document of another origin may not be read; one of our own shows its address.
                if !shown
                    .location()
                    .href()
                    .is_ok_and(|href| href == "about:blank")
                {
                    return Ok(true);
                }
            }
            // Firefox takes the window away when the document commits in another process.
            (None, None) if had_window => return Ok(true),
            (None, None) => {}
        }
        if !had_window && Date::now() - began < EVERY_TURN_MS {
            turns.next().await?;
        } else {
            TimeoutFuture::new(INTERVAL_MS).await;
        }
    }
}

/// Puts the wrapper into the page and waits for its document.
async fn wrapper() -> Result<Frame, JsValue> {
    let iframe: HtmlIFrameElement = document().create_element("iframe")?.dyn_into()?;
    set_attributes(
        &iframe,
        &[
            ("class", "probe-frame"),
            ("width", "64"),
            ("height", "64"),
            ("aria-hidden", "true"),
            ("tabindex", "-1"),
            ("title", "probe"),
            ("sandbox", "allow-same-origin"),
            ("credentialless", ""),
            ("referrerpolicy", "no-referrer"),
            ("allow", NO_LOCAL_NETWORK),
            ("srcdoc", WRAPPER),
        ],
    )?;
    let mut first = FirstEvent::of(&iframe, &["load"]);
    container().append_child(&iframe)?;
    let frame = Frame(iframe);
    first.wait(CAP_MS).await;
    Ok(frame)
}

/// Where the wrapper hangs. The widget's page has a shadow tree for it: a page around the widget can count the frames of the
/// document, but not those in there.
fn container() -> Node {
    let shadow_root = document()
        .get_element_by_id("probes")
        .and_then(|element| element.shadow_root());
    shadow_root.map_or_else(|| body().into(), Into::into)
}

/// Starts the navigation inside the wrapper. The parent makes the object, and hears its events: scripts are not allowed there.
fn start_navigation(frame: &Frame, url: &str) -> Result<(HtmlObjectElement, FirstEvent), JsValue> {
    let document = frame.0.content_document().ok_or(JsValue::NULL)?;
    let body: HtmlElement = document.body().ok_or(JsValue::NULL)?;
    // Of the frame's own realm, where `instanceof` of this one does not hold.
    let object: HtmlObjectElement = document.create_element("object")?.unchecked_into();
    set_attributes(&object, &[("width", "32"), ("height", "32"), ("data", url)])?;
    let first = FirstEvent::of(&object, &["load", "error"]);
    body.append_child(&object)?;
    Ok((object, first))
}

fn set_attributes(element: &Element, pairs: &[(&str, &str)]) -> Result<(), JsValue> {
    pairs
        .iter()
        .try_for_each(|(name, value)| element.set_attribute(name, value))
}

//! The status oracle: a link in the page whose `load` or `error` tells a 2xx answer from an error.
//!
//! Through our own service worker (`boot/worker.js`), which fetches the target without credentials and hands the answer on,
//! both mean what they say, and framing headers are irrelevant. Chromium tells by a prefetch, WebKit by a preload;
//! Firefox hides the status of other origins from every element. Where no worker stands between, the commit oracle is left.

use futures::future::join;
use gloo_utils::{document, head, window};
use js_sys::Math;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlLinkElement;
use whichside_diagnosis::Outcome;

use super::own;
use super::wait::{FirstEvent, within};

/// A server that answered the fetch a moment ago is given this long. `boot/worker.js` ends the request then.
const CAP_MS: u32 = 8_000;

/// A worker that is registered is given this long to take the page over: three round trips of a bad link.
const WORKER_CAP_MS: u32 = 2_500;

/// The address that the worker answers with what it fetches from the address in the fragment. Where no worker listens, a fragment
/// does not reach our host.
const THROUGH_WORKER: &str = "oracle/ask";

/// How the worker asks.
#[derive(Clone, Copy)]
enum Method {
    /// For the headers alone.
    Head,
    /// For the page, which comes with its whole body: a worker may not look into the answer, and a link waits for its end.
    Get,
}

/// A link in the page, removed when dropped, which ends its request.
struct RemoveOnDrop(HtmlLinkElement);

impl Drop for RemoveOnDrop {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Whether the answer is a 2xx. An error is asked for again by `GET`: some servers refuse `HEAD`. `present` and `absent` are addresses of another origin that are known to be and not to be:
/// the oracle is believed only where it tells them apart.
pub(super) async fn ask(url: &str, present: &str, absent: &str) -> Outcome {
    if !has_worker().await {
        return Outcome::Unavailable;
    }
    let found = async {
        match through_worker(Method::Head, url).await {
            Outcome::Failed => through_worker(Method::Get, url).await,
            outcome => outcome,
        }
    };
    // Tried each time, and at the same time: a network that drops looks like an error answer.
    let tells = join(
        through_worker(Method::Head, present),
        through_worker(Method::Head, absent),
    );
    match join(found, tells).await {
        (found, (Outcome::Opened, Outcome::Failed)) => found,
        (_, (Outcome::Silent, _) | (_, Outcome::Silent)) => Outcome::Silent,
        // Firefox: every answer looks alike.
        _ => Outcome::Unavailable,
    }
}

/// Whether our service worker is between the page and the network: it may be on its way in a first visit's first moments, and never
/// comes in some private windows.
async fn has_worker() -> bool {
    // Undefined where the page is not from a secure origin.
    let workers = window().navigator().service_worker();
    if workers.is_undefined() {
        return false;
    }
    // Listened for before it is looked at.
    let mut comes = FirstEvent::of(&workers, &["controllerchange"]);
    if workers.controller().is_some() {
        return true;
    }
    let registered = JsFuture::from(workers.get_registration());
    let is_registered = within(WORKER_CAP_MS, registered)
        .await
        .and_then(Result::ok)
        .is_some_and(|registration| !registration.is_undefined());
    is_registered && comes.wait(WORKER_CAP_MS).await.is_some()
}

async fn through_worker(method: Method, url: &str) -> Outcome {
    let name = match method {
        Method::Head => "HEAD",
        Method::Get => "GET",
    };
    // Browsers do not ask for the same address twice, and to them a fragment makes no other: each has a number of its own.
    let address = format!(
        "{THROUGH_WORKER}?{name}&{}#{}",
        // As a whole number, of which there are enough.
        (Math::random() * f64::from(u32::MAX)) as u32,
        js_sys::encode_uri_component(url)
    );
    match own::absolute(&address) {
        Some(address) => load_link(&address).await,
        None => Outcome::Unavailable,
    }
}

async fn load_link(url: &str) -> Outcome {
    let Ok((link, mut first)) = attach(url) else {
        return Outcome::Unavailable;
    };
    let event = first.wait(CAP_MS).await;
    drop(link);
    match event {
        Some("load") => Outcome::Opened,
        Some(_) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

/// A link of the kind that tells in this browser.
fn link() -> Result<HtmlLinkElement, JsValue> {
    let link: HtmlLinkElement = document().create_element("link")?.dyn_into()?;
    if link.rel_list().supports("prefetch")? {
        link.set_rel("prefetch");
    } else {
        link.set_rel("preload");
        // The one kind of preload whose answer is not looked into, and that the page has no use for.
        link.set_as("track");
    }
    Ok(link)
}

fn attach(url: &str) -> Result<(RemoveOnDrop, FirstEvent), JsValue> {
    let link = link()?;
    let first = FirstEvent::of(&link, &["load", "error"]);
    link.set_attribute("referrerpolicy", "no-referrer")?;
    link.set_href(url);
    head().append_child(&link)?;
    Ok((RemoveOnDrop(link), first))
}

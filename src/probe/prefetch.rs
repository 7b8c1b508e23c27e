//! The prefetch link: its `load` means a 2xx answer even behind a framing header. Its `error` proves nothing of a site
//! (CDNs refuse prefetches), and only where a missing page of ours gives one is a `load` worth anything (Firefox always loads).

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlLinkElement, window};
use whichside_diagnosis::Outcome;

use super::own::{self, ABSENT, PREFETCH_TELLS};
use super::wait::First;

const CAP_MS: i32 = 5_000;

/// A prefetch link in the page, taken out when dropped, which ends its request.
struct Link(HtmlLinkElement);

impl Drop for Link {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Prefetches, if this browser's prefetches tell anything.
pub(super) async fn load(url: &str) -> Outcome {
    // Before the target is asked: a Firefox that learns nothing by it should not send it a request.
    let tells = own::known(&PREFETCH_TELLS, async {
        match own::absolute(ABSENT) {
            Some(absent) => follow(&absent).await == Outcome::Failed,
            None => false,
        }
    });
    if tells.await {
        follow(url).await
    } else {
        Outcome::Unavailable
    }
}

async fn follow(url: &str) -> Outcome {
    let Ok((link, first)) = attach(url) else {
        return Outcome::Unavailable;
    };
    let heard = first.wait(CAP_MS).await;
    drop(link);
    match heard {
        Some("load") => Outcome::Opened,
        Some(_) => Outcome::Failed,
        None => Outcome::Silent,
    }
}

fn attach(url: &str) -> Result<(Link, First), JsValue> {
    let document = window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let head = document.head().ok_or(JsValue::NULL)?;
    let link: HtmlLinkElement = document.create_element("link")?.dyn_into()?;
    if !link.rel_list().supports("prefetch")? {
        return Err(JsValue::NULL);
    }
    let first = First::of(&link, &["load", "error"])?;
    link.set_rel("prefetch");
    link.set_attribute("referrerpolicy", "no-referrer")?;
    link.set_href(url);
    head.append_child(&link)?;
    Ok((Link(link), first))
}

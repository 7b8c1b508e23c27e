//! Goes to a step: opens it, scrolls to it and moves the focus there. The page's own address does not change.

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};
use whichside_owner::Step;

/// The id of a step's element.
pub(super) fn anchor(step: Step) -> String {
    format!("owner-step-{}", step.id())
}

/// Goes to a step, if it is shown.
pub(super) fn go_to(step: Step) -> bool {
    let Some(details) = details_of(step) else {
        return false;
    };
    details.set_open(true);
    let summary = details.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
        summary.scroll_into_view();
    }
    true
}

fn details_of(step: Step) -> Option<HtmlDetailsElement> {
    let item = document().get_element_by_id(&anchor(step))?;
    item.query_selector("details").ok()??.dyn_into().ok()
}

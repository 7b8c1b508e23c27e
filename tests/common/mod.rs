//! Waiting, for the tests that run in a browser.
#![allow(dead_code, reason = "not every test waits for both")]

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Waits until something holds: a minute at most, which no machine is too slow for.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..6_000 {
        if holds() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{what} did not come within a minute");
}

/// Waits for an element in a place.
pub async fn element(place: &Element, selector: &str) -> HtmlElement {
    let find = || place.query_selector(selector).expect("a selector");
    until(selector, || find().is_some()).await;
    find().expect("an element").unchecked_into()
}

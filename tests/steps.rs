//! How remedies are done, in a real browser: each in its own place, said to be missing where the file does not come, and no
//! other than a remedy.

#![cfg(target_arch = "wasm32")]

mod common;

use gloo_utils::{body, document};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;
use whichside::part::Handover;
use whichside::steps::{UnknownRemedy, show};
use whichside_diagnosis::Remedy;

use common::element;

wasm_bindgen_test_configure!(run_in_browser);

fn place() -> Element {
    let place = document().create_element("div").expect("an element");
    body().append_child(&place).expect("a place");
    place
}

fn shows(place: &Element, remedy: &str) -> Result<(), UnknownRemedy> {
    show(Handover::new(place.clone(), remedy.to_owned(), "en"))
}

#[wasm_bindgen_test]
async fn each_remedy_has_a_place_and_leads_to_the_guide_where_no_steps_come() {
    // The server of this test has no file of steps.
    let (one, other) = (place(), place());
    for (place, remedy) in [(&one, Remedy::Reload), (&other, Remedy::PrivateWindow)] {
        shows(place, remedy.id()).expect("a remedy");
        let link = element(place, "a.in-guide").await;
        let leads_to = link.get_attribute("href").unwrap_or_default();
        assert!(leads_to.ends_with(remedy.id()), "{leads_to}");
        element(place, "[data-action=load]").await;
    }
    // A card that has gone takes its steps along, and leaves the others.
    one.remove();
    let third = place();
    shows(&third, Remedy::Watch.id()).expect("a remedy");
    element(&third, "a.in-guide").await;
    element(&other, "a.in-guide").await;
}

#[wasm_bindgen_test]
fn what_is_no_remedy_is_refused() {
    assert_eq!(
        shows(&place(), "dance"),
        Err(UnknownRemedy("dance".to_owned()))
    );
}

//! What stands beside a verdict, parts of the page with a program of their own: “How we know” with the report, and how each
//! remedy is done. It is fetched when the page has loaded. Natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::{JsError, prelude::wasm_bindgen};
#[cfg(target_arch = "wasm32")]
use web_sys::Element;

/// Draws evidence and report in an element of the page, or draws them anew: of a check's findings, as JSON, in the language of a
/// BCP 47 code.
///
/// # Errors
///
/// The page handed over something that is no findings.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn show(place: Element, findings: String, language: &str) -> Result<(), JsError> {
    let handover = whichside::part::Handover::new(place, findings, language);
    Ok(whichside::evidence::show(handover)?)
}

/// Draws how a remedy is done in an element of the page, or draws it anew: of the remedy with this id, in the language of a BCP 47
/// code.
///
/// # Errors
///
/// The page handed over something that is no remedy's id.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(js_name = showSteps)]
pub fn show_steps(place: Element, remedy: String, language: &str) -> Result<(), JsError> {
    let handover = whichside::part::Handover::new(place, remedy, language);
    Ok(whichside::steps::show(handover)?)
}

/// Nothing is drawn before the page asks for it.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the program of the evidence. Run `cargo xtask serve` to build the page and serve it."
    );
}

//! The owner's section, a part of the page with a program of its own: fetched when the section is first opened. Natively there
//! is nothing to start.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::{JsError, prelude::wasm_bindgen};
#[cfg(target_arch = "wasm32")]
use web_sys::Element;

/// Draws the section's content in an element of the page, or draws it anew: for a site, as JSON, in the language of a BCP 47
/// code.
///
/// # Errors
///
/// The page handed over something that is no site.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn show(place: Element, site: String, language: &str) -> Result<(), JsError> {
    let handover = whichside::part::Handover::new(place, site, language);
    Ok(whichside::owner::show(handover, None)?)
}

/// Nothing is drawn before the page asks for it.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This is the program of the owner's section. Run `cargo xtask serve` to build the page and serve it."
    );
}

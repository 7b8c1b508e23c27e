//! The owner's section, a program of its own: the page fetches it when the section is first opened. Natively there is nothing
//! to start.

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
pub fn show(place: Element, site: &str, language: &str) -> Result<(), JsError> {
    let handover = whichside::owner::Handover {
        place,
        site: serde_json::from_str(site)?,
        language: whichside_diagnosis::words::Language::of_tag(language).unwrap_or_default(),
    };
    whichside::owner::show(handover, None);
    Ok(())
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

//! The document around the components: its title, its language, and the focus.

use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use whichside_diagnosis::words::Language;

/// Sets the title of the document, unless it is that already.
pub(crate) fn set_title(title: &str) {
    if document().title() != title {
        document().set_title(title);
    }
}

/// Sets the language and the direction of the document.
pub(crate) fn set_language(language: Language) {
    let root = document_element();
    // Both names are valid, so neither call fails.
    let _ = root.set_attribute("lang", language.code());
    let _ = root.set_attribute("dir", language.direction());
}

/// Moves the focus to the element of this id, if there is one.
pub(crate) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

//! What can be copied: commands, configuration and mended lines, each with its button.

use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, window};
use whichside_owner::Label;

use crate::dom::{El, button, classed, el};
use crate::words::Words;

/// A text to copy, with its button. It runs from left to right in every language.
pub(crate) fn copied(words: &Words, text: &str) -> El {
    let copy = words.label(Label::Copy);
    let named = [&copy, ": ", text].concat();
    classed("div", "owner-copy")
        .has(
            el("pre")
                .with("dir", "ltr")
                .with("tabindex", "0")
                .has(el("code").text(text)),
        )
        .has(button("copy", &copy).with("aria-label", &named))
}

/// Copies what stands beside a button, and hands back what there is to say about it. Where the browser lets no page copy,
/// the text is selected instead.
pub(crate) async fn copy(button: &Element) -> Option<Label> {
    let text = button.previous_element_sibling()?;
    let window = window()?;
    let navigator = window.navigator();
    // Absent where the page is not served by https.
    let present = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| clipboard.is_object());
    if present {
        let copying = navigator
            .clipboard()
            .write_text(&text.text_content().unwrap_or_default());
        if JsFuture::from(copying).await.is_ok() {
            return Some(Label::Copied);
        }
    }
    window
        .get_selection()
        .ok()??
        .select_all_children(&text)
        .ok()?;
    Some(Label::Selected)
}

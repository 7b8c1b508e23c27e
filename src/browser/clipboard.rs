//! The clipboard.

use gloo_utils::window;
use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

/// Copies a text, and says whether that worked. A page that was not served by https has no clipboard.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into());
    clipboard.is_ok_and(|clipboard| clipboard.is_object())
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

//! Files of our own that come after the page: languages, and how remedies are done.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// A file's text, if anything comes. Whether it is the file that was meant is left to its reader.
pub(super) async fn text(name: &str) -> Option<String> {
    let answer = JsFuture::from(window()?.fetch_with_str(name)).await.ok()?;
    let text = answer.dyn_into::<Response>().ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

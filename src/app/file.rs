//! Files of our own that come after the page: languages, and how remedies are done. When they are fetched, and what they are
//! taken for, is decided elsewhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// A file's text, if it has a name and anything comes. Whether it is the file that was meant is left to its reader.
pub(crate) async fn text(name: Option<String>) -> Option<String> {
    let answer = window()?.fetch_with_str(&name?);
    let answer = JsFuture::from(answer).await.ok()?;
    let text = answer.dyn_into::<Response>().ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

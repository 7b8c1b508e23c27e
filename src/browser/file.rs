//! Our own files that are fetched after the page: languages, and how remedies are done. Which are fetched, and whether one
//! is what was meant, is decided elsewhere.

use gloo_net::http::Request;
use whichside_diagnosis::words::Language;

/// The text of a file of ours; none where it did not come.
pub(crate) async fn text(address: &str) -> Option<String> {
    let response = Request::get(address).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}

/// The translations of a language, if they came.
pub(crate) async fn language(language: Language) -> Option<String> {
    text(&format!("words/{}.json", language.code())).await
}

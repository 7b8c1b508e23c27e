//! What is kept on the device, as plain text. A private window, or a frame on another site, may have no storage: then
//! nothing is kept. (`gloo-storage` panics there, and writes JSON.)

use gloo_utils::window;

/// The key of the failures of the last week.
pub(crate) const FAILURES: &str = "failures";
/// The key of the language that was chosen.
pub(crate) const LANGUAGE: &str = "language";

/// Keeps a text under a key.
pub(crate) fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps what it had.
        let _ = storage.set_item(key, text);
    }
}

/// The text under a key; empty where there is none.
pub(crate) fn get(key: &str) -> String {
    storage()
        .and_then(|storage| storage.get_item(key).ok().flatten())
        .unwrap_or_default()
}

/// The languages that the visitor prefers, best first, as BCP 47 tags with commas between: the one chosen once, then the
/// browser's.
pub(crate) fn preferred_languages() -> String {
    let languages = String::from(window().navigator().languages().join(","));
    format!("{},{languages}", get(LANGUAGE))
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

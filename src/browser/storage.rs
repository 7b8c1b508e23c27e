//! What is kept on the device, as plain text. A private window, or a frame on another site, may have no storage: then
//! nothing is kept. (`gloo-storage` panics there, and writes JSON.)

use gloo_utils::window;

use super::own_name::own_name;

/// What is kept on the device for longer than the page is open.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// The failures of the last week.
    Failures,
    /// The language that was chosen.
    Language,
    /// “Only from this browser”, where it was chosen.
    OnlyHere,
}

impl Key {
    fn name(self) -> String {
        own_name(match self {
            Key::Failures => "failures",
            Key::Language => "language",
            Key::OnlyHere => "only-here",
        })
    }
}

/// Keeps a text under a key.
pub(crate) fn set(key: Key, text: &str) {
    if let Some(storage) = storage() {
        // A full storage keeps what it had.
        let _ = storage.set_item(&key.name(), text);
    }
}

/// The text under a key; empty where there is none.
pub(crate) fn get(key: Key) -> String {
    storage()
        .and_then(|storage| storage.get_item(&key.name()).ok().flatten())
        .unwrap_or_default()
}

/// The languages that the visitor prefers, best first, as BCP 47 tags with commas between: the one chosen once, then the
/// browser's.
pub(crate) fn preferred_languages() -> String {
    let languages = String::from(window().navigator().languages().join(","));
    format!("{},{languages}", get(Key::Language))
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

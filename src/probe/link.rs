//! Whether the browser believes it has a link. `false` can be trusted, `true` says nothing; who weighs that is the library.

use whichside_diagnosis::Outcome;

/// `navigator.onLine`.
pub(super) fn state() -> Outcome {
    match web_sys::window() {
        Some(window) => Outcome::Link(window.navigator().on_line()),
        None => Outcome::Unavailable,
    }
}

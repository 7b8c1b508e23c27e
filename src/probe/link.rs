//! Whether the browser believes it has a link. `false` can be trusted, `true` says nothing; who weighs that is the library.

use gloo_utils::window;
use whichside_diagnosis::Outcome;

/// `navigator.onLine`.
pub(super) fn state() -> Outcome {
    Outcome::Link(window().navigator().on_line())
}

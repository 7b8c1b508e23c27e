//! Has the owner's module draw its section. The module is fetched by `boot/start.js`, which alone can import by a name; what
//! it draws is `crates/owner-page`'s.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, window};
use yew::Callback;

use super::event::Event;
use super::state::State;
use super::view::OWNER_PLACE;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = showOwner)]
    fn show_owner(
        place: &Element,
        cause: &str,
        status: u16,
        server: &str,
        host: &str,
        language: &str,
    ) -> Promise;
}

/// Shows the verdict to the site's owner, and reports whether that could be done.
pub(super) fn show(state: &State, tell: Callback<Event>) {
    let place = window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(OWNER_PLACE));
    let (Some(place), Some(check)) = (place, &state.run.check) else {
        return;
    };
    let verdict = &state.run.verdict;
    let shown = show_owner(
        &place,
        verdict.cause.id(),
        verdict.status.unwrap_or_default(),
        verdict.server.as_deref().unwrap_or_default(),
        check.target().host(),
        state.language.words.language().code(),
    );
    spawn_local(async move {
        tell.emit(Event::OwnerCame(JsFuture::from(shown).await.is_ok()));
    });
}

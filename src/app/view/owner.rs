//! “I run this site”: a folded section, and the place in it that the owner's module draws into.

use wasm_bindgen::JsCast;
use whichside_diagnosis::words::PageKey;
use yew::virtual_dom::ListenerKind;

use super::element::{Element, classed, element};
use super::{Link, button};
use crate::app::event::Event;
use crate::app::owner::PLACE;
use crate::app::state::{Owner, Phase, State};

/// The section. It stays in the page while a check runs, out of sight, so that what was pasted into it is not lost.
pub(super) fn section(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let toggled = |event: &web_sys::Event| {
        let section: web_sys::Element = event.target()?.unchecked_into();
        Some(Event::OwnerOpened(section.has_attribute("open")))
    };
    let coming = || classed("p", "note").say(words, PageKey::OwnerComing);
    let missing = || {
        classed("p", "row")
            .has(element("span").say(words, PageKey::OwnerMissing))
            .has(button(
                link,
                true,
                "owner",
                || Event::OwnerOpened(true),
                words.text(PageKey::TryAgain),
            ))
    };
    let mut section = classed("details", "others owner");
    if state.run.phase == Phase::Running {
        section = section.with("hidden", "");
    }
    section
        .on(|| ListenerKind::ontoggle, link, Box::new(toggled))
        .has(element("summary").say(words, PageKey::Owner))
        .has(
            element("div")
                .with("role", "status")
                .has((state.owner == Owner::Coming).then(coming))
                .has((state.owner == Owner::Missing).then(missing)),
        )
        .has(element("div").with("id", PLACE))
}

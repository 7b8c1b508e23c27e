//! The page, drawn. Views hold no logic that a reducer test could hold: they only show the state.

mod advice;
pub(crate) mod element;
mod evidence;
mod form;
mod instructions;
mod marks;
mod owner;
mod report;
mod verdict;

use wasm_bindgen::JsCast;
use web_sys::{HtmlSelectElement, KeyboardEvent};
use whichside_diagnosis::words::{self, PageKey, Words};
use whichside_diagnosis::{Check, Side};
use yew::Callback;
use yew::prelude::Html;
use yew::virtual_dom::ListenerKind;

pub(crate) use self::advice::first_remedy;
use self::element::{Element, classed, element};
pub(crate) use self::verdict::marked;
use super::event::Event;
use super::frame;
use super::state::{Phase, State};

/// Where views send what the visitor does.
pub(crate) type Link = Callback<Event>;

/// The whole page.
pub(super) fn page(state: &State, link: &Link) -> Html {
    let escape = |event: &web_sys::Event| {
        let pressed = event.dyn_ref::<KeyboardEvent>()?;
        (pressed.key() == "Escape").then_some(Event::CancelRequested)
    };
    let begun = state.run.phase != Phase::Idle;
    classed("main", "page")
        .on(|| ListenerKind::onkeydown, link, Box::new(escape))
        .has((!state.browser.info.online).then(|| offline(state)))
        .has(form::form(state, link))
        .has(verdict::card(state))
        .has(begun.then(|| advice::question(state, link)).flatten())
        .has(begun.then(|| advice::advice(state, link)).flatten())
        .has(begun.then(|| owner::section(state, link)))
        .has(begun.then(|| evidence::evidence(state)).flatten())
        .has(begun.then(|| report::report(state, link)))
        .done()
}

fn offline(state: &State) -> Element {
    let words = &state.language.words;
    classed("p", "offline")
        .with("role", "status")
        .has(marks::mark(marks::Shape::Broken))
        .has(
            element("span")
                .has(element("b").say(words, PageKey::Offline))
                .text(" ")
                .say(words, PageKey::OfflineMeans),
        )
}

/// A button that reports an event; a quiet one stands behind others.
pub(crate) fn button(
    link: &Link,
    quiet: bool,
    action: &'static str,
    event: impl Fn() -> Event + 'static,
    text: &str,
) -> Element {
    labelled(quiet, action, text).on(
        || ListenerKind::onclick,
        link,
        Box::new(move |_| Some(event())),
    )
}

#[inline(never)]
pub(crate) fn labelled(quiet: bool, action: &'static str, text: &str) -> Element {
    classed("button", if quiet { "quiet" } else { "" })
        .with("type", "button")
        .with("data-action", action)
        .text(text)
}

/// A menu, which tells the value of what was picked.
fn menu(link: &Link, tell: fn(&str) -> Event) -> Element {
    let picked = move |event: &web_sys::Event| {
        let menu: HtmlSelectElement = event.target()?.unchecked_into();
        Some(tell(&menu.value()))
    };
    element("select").on(|| ListenerKind::onchange, link, Box::new(picked))
}

/// An option of a menu, picked where its value is the one that holds.
fn option(value: &'static str, holds: &str, name: &str) -> Element {
    element("option")
        .with("value", value)
        .picked(value == holds)
        .own_text(name.to_owned())
}

/// A link to somewhere else.
pub(crate) fn outwards(href: String, label: &str, class: &'static str) -> Element {
    classed("a", class)
        .key(&href)
        .with_own("href", href)
        .with("target", "_blank")
        .with("rel", "noopener noreferrer")
        .text(label)
}

/// A link to what the guide says of a cause or a remedy, by its id.
fn guide(words: &Words, id: &str) -> Element {
    let address = [&frame::guide_in(words.language()), "#", id].concat();
    outwards(address, words.text(PageKey::InGuide), "in-guide")
}

/// The tab's title: the verdict, so that a watched tab tells from afar.
pub(crate) fn title(state: &State) -> String {
    let words = &state.language.words;
    let asked = |key, check: &Check| words.fill(key, &[("host", check.target().host())]);
    match (state.run.phase, &state.run.check) {
        (Phase::Idle, _) | (_, None) => words.text(PageKey::Title).to_owned(),
        (Phase::Running, Some(check)) if state.run.verdict.side == Side::Unknown => {
            asked(PageKey::TitleAsking, check)
        }
        (Phase::Done, Some(check)) if state.run.cancelled => asked(PageKey::TitleStopped, check),
        (Phase::Running | Phase::Done, Some(_)) => {
            let headline =
                words::headline(words, &state.run.verdict, state.run.phase == Phase::Running);
            words.fill(PageKey::TitleSaid, &[("headline", headline)])
        }
    }
}

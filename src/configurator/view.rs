//! Draws the configurator: what there is to choose, how it looks, the code, and what is known of the owner's own page.

mod answers;
mod form;
mod preview;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use whichside_embed::OwnerLabel;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

use super::event::Event;
use super::state::State;
use crate::app::view::element::{Element, classed, element};
use crate::app::view::{labelled, outwards};

/// The file with the rule, the messages and their reasons.
const MANUAL: &str = "embed/about.txt";

/// As it calls itself in every language.
const NAME: &str = "whichside";

type Link = Callback<Event>;

/// The whole page.
pub(super) fn page(state: &State, link: &Link) -> Html {
    classed("div", "configurator page")
        .has(header(state))
        .has(
            element("main")
                .has(say("h1", state, OwnerLabel::Title).with("class", "question"))
                .has(say("p", state, OwnerLabel::Introduction).with("class", "lead"))
                .has(
                    classed("div", "desk")
                        .has(form::form(state, link))
                        .has(preview::preview(state)),
                )
                .has(code(state, link))
                .has(answers::relation(state))
                .has(answers::policy(state, link))
                .has(answers::check(state, link)),
        )
        .has(footer(state))
        .done()
}

/// An element that says a text.
fn say(name: &'static str, state: &State, label: OwnerLabel) -> Element {
    element(name).own_text(text(state, label).to_owned())
}

fn text(state: &State, label: OwnerLabel) -> &str {
    state.said.text(label.english())
}

/// A part of the page with its heading.
fn part(state: &State, class: &'static str, label: OwnerLabel) -> Element {
    classed("section", class).has(say("h2", state, label))
}

fn header(state: &State) -> Element {
    element("header").with("class", "top").has(
        classed("a", "brand")
            .with("href", "./")
            .has(element("bdi").with("lang", "en").text(NAME))
            .has(say("span", state, OwnerLabel::ToCheck)),
    )
}

fn footer(state: &State) -> Element {
    element("footer").has(
        element("p").has(
            outwards(MANUAL.to_owned(), "", "")
                .with("hreflang", "en")
                .own_text(text(state, OwnerLabel::Manual).to_owned()),
        ),
    )
}

/// The code, to be read and copied.
fn code(state: &State, link: &Link) -> Element {
    let copied = match state.copied {
        Some(true) => text(state, OwnerLabel::Copied),
        Some(false) => text(state, OwnerLabel::NotCopied),
        None => "",
    };
    let note = if state.target.good().is_some() {
        OwnerLabel::Where
    } else {
        OwnerLabel::Example
    };
    part(state, "code", OwnerLabel::Code)
        .has(say("p", state, note).with("class", "note"))
        .has(
            block(state.code())
                .with("data-snippet", "")
                .with("tabindex", "0")
                .with("role", "group")
                .with_own("aria-label", text(state, OwnerLabel::Code).to_owned()),
        )
        .has(
            classed("p", "row")
                .has(button(state, link, "copy", OwnerLabel::Copy, || {
                    Event::Copy
                }))
                .has(
                    element("span")
                        .with("role", "status")
                        .own_text(copied.to_owned()),
                ),
        )
}

/// Code on lines of its own, which run rightwards in every language.
fn block(code: String) -> Element {
    element("pre")
        .with("dir", "ltr")
        .with("translate", "no")
        .has(element("code").own_text(code))
}

fn button(
    state: &State,
    link: &Link,
    action: &'static str,
    label: OwnerLabel,
    event: fn() -> Event,
) -> Element {
    labelled(false, action, "")
        .own_text(text(state, label).to_owned())
        .on(
            || ListenerKind::onclick,
            link,
            Box::new(move |_| Some(event())),
        )
}

/// The text of a box that was written into.
fn written(event: &web_sys::Event) -> Option<String> {
    let area: HtmlTextAreaElement = event.target()?.unchecked_into();
    Some(area.value())
}

//! What there is to choose: three addresses, each with what is wrong with it beside it, four menus and a switch.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use whichside_diagnosis::words::Language;
use whichside_embed::snippet::Way;
use whichside_embed::{Mode, OwnerLabel, Theme};
use yew::virtual_dom::ListenerKind;

use super::{Link, say, text};
use crate::app::view::element::{Element, classed, element, input_of};
use crate::configurator::event::{Event, Field};
use crate::configurator::state::{Address, State};

/// All of it.
pub(super) fn form(state: &State, link: &Link) -> Element {
    let prevent = |event: &web_sys::Event| {
        event.prevent_default();
        None
    };
    let modes = Mode::ALL.map(|mode| (mode.id(), OwnerLabel::of_mode(mode), mode == state.mode));
    let themes = Theme::ALL.map(|theme| {
        (
            theme.id(),
            OwnerLabel::of_theme(theme),
            theme == state.theme,
        )
    });
    let ways = Way::ALL.map(|way| (way.id(), OwnerLabel::of_way(way), way == state.way));
    classed("form", "choices")
        .with("novalidate", "")
        .on(|| ListenerKind::onsubmit, link, Box::new(prevent))
        .has(say("h2", state, OwnerLabel::Choose))
        .has(address(
            state,
            link,
            Field::Target,
            &state.target,
            (OwnerLabel::Target, None),
        ))
        .has(address(
            state,
            link,
            Field::Page,
            &state.page,
            (OwnerLabel::Page, Some(OwnerLabel::PageMeans)),
        ))
        .has(address(
            state,
            link,
            Field::Status,
            &state.status,
            (OwnerLabel::Status, Some(OwnerLabel::StatusMeans)),
        ))
        .has(
            classed("div", "menus")
                .has(menu(
                    state,
                    link,
                    Field::Mode,
                    OwnerLabel::Mode,
                    options(state, &modes),
                ))
                .has(menu(
                    state,
                    link,
                    Field::Theme,
                    OwnerLabel::Theme,
                    options(state, &themes),
                ))
                .has(menu(
                    state,
                    link,
                    Field::Lang,
                    OwnerLabel::Lang,
                    languages(state),
                ))
                .has(menu(
                    state,
                    link,
                    Field::Way,
                    OwnerLabel::Way,
                    options(state, &ways),
                )),
        )
        .has(pinned(state, link))
}

/// The field of an address, with what it is for and what is wrong with it.
fn address(
    state: &State,
    link: &Link,
    field: Field,
    address: &Address,
    (label, means): (OwnerLabel, Option<OwnerLabel>),
) -> Element {
    let id = field.id();
    let wrong = address.wrong();
    let set = move |event: &web_sys::Event| Some(Event::Set(field, input_of(event)?.value()));
    let mut input = element("input").holding(address.typed.clone());
    for (name, value) in [
        ("id", id),
        ("name", id),
        ("type", "text"),
        ("inputmode", "url"),
        ("dir", "ltr"),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        (
            "aria-invalid",
            if wrong.is_some() { "true" } else { "false" },
        ),
        ("placeholder", example(field)),
    ] {
        input = input.with(name, value);
    }
    let input = input
        .with_own("aria-describedby", [id, "-means ", id, "-wrong"].concat())
        .on(|| ListenerKind::oninput, link, Box::new(set));
    let said = |label| say("small", state, label).with_own("id", [id, "-means"].concat());
    let wrongs = wrong.map(|label| text(state, label).to_owned());
    classed("div", "choice")
        .has(say("label", state, label).with("for", id))
        .has(input)
        .has(
            // Always there, so that what comes into it is heard.
            classed("p", "wrong")
                .with_own("id", [id, "-wrong"].concat())
                .with("aria-live", "polite")
                .own_text(wrongs.unwrap_or_default()),
        )
        .has(means.map(said))
}

/// What stands in an empty field.
fn example(field: Field) -> &'static str {
    match field {
        Field::Target => "https://shop.example/",
        Field::Page => "https://status.shop.example/",
        Field::Status => "https://status.shop.example/api/v2/summary.json",
        Field::Mode | Field::Theme | Field::Lang | Field::Way | Field::Pinned | Field::Policy => "",
    }
}

fn menu(
    state: &State,
    link: &Link,
    field: Field,
    label: OwnerLabel,
    options: Vec<Element>,
) -> Element {
    let picked = move |event: &web_sys::Event| {
        let menu: HtmlSelectElement = event.target()?.unchecked_into();
        Some(Event::Set(field, menu.value()))
    };
    classed("div", "choice")
        .has(say("label", state, label).with("for", field.id()))
        .has(
            element("select")
                .with("id", field.id())
                .with("name", field.id())
                .on(|| ListenerKind::onchange, link, Box::new(picked))
                .each(options),
        )
}

fn options(state: &State, all: &[(&'static str, OwnerLabel, bool)]) -> Vec<Element> {
    let option = |(value, label, picked): &(&'static str, OwnerLabel, bool)| {
        say("option", state, *label)
            .with("value", value)
            .picked(*picked)
    };
    all.iter().map(option).collect()
}

/// The page's own language, and those that the widget speaks.
fn languages(state: &State) -> Vec<Element> {
    let own = say("option", state, OwnerLabel::LangOfPage)
        .with("value", "")
        .picked(state.lang.is_none());
    let spoken = Language::ALL.into_iter().map(|language| {
        element("option")
            .with("value", language.code())
            .with("lang", language.code())
            .picked(state.lang == Some(language))
            .own_text(language.own_name().to_owned())
    });
    std::iter::once(own).chain(spoken).collect()
}

fn pinned(state: &State, link: &Link) -> Element {
    let set = |event: &web_sys::Event| {
        let value = if input_of(event)?.checked() { "1" } else { "" };
        Some(Event::Set(Field::Pinned, value.to_owned()))
    };
    classed("label", "switch")
        .has(
            element("input")
                .with("type", "checkbox")
                .with("name", Field::Pinned.id())
                .ticked(state.pinned)
                .on(|| ListenerKind::onchange, link, Box::new(set)),
        )
        .has(
            element("span")
                .has(say("span", state, OwnerLabel::Pinned))
                .has(say("small", state, OwnerLabel::PinnedMeans)),
        )
}

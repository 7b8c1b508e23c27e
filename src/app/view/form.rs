//! The one form: the address that fails, what the visitor sees, and where else to ask.

use whichside_diagnosis::words::{self, PageKey};
use yew::virtual_dom::ListenerKind;

use super::element::{Element, classed, element, input_of};
use super::{Link, button, menu, option};
use crate::app::event::Event;
use crate::app::state::{Phase, State};

/// What a visitor may see, with the values of the page contract.
const SEEN: [(&str, PageKey); 12] = [
    ("", PageKey::SeenNothing),
    ("502", PageKey::Seen502),
    ("504", PageKey::Seen504),
    ("503", PageKey::Seen503),
    ("500", PageKey::Seen500),
    ("404", PageKey::Seen404),
    ("403", PageKey::Seen403),
    ("429", PageKey::Seen429),
    ("unreachable", PageKey::SeenUnreachable),
    ("not-secure", PageKey::SeenNotSecure),
    ("blank", PageKey::SeenBlank),
    ("endless", PageKey::SeenEndless),
];

/// The form.
pub(super) fn form(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let idle = state.run.phase == Phase::Idle;
    let submit = |event: &web_sys::Event| {
        event.prevent_default();
        Some(Event::Submitted)
    };
    let wrong = state.form.error.as_ref().map(|error| {
        classed("p", "wrong")
            .with("id", "input-error")
            .with("data-input-error", "")
            .with("role", "alert")
            .own_text(words::input_error(words, error))
    });
    let notes = state
        .form
        .notes
        .iter()
        .filter(|_| state.form.error.is_none());
    classed("form", "ask")
        .with("novalidate", "")
        .on(|| ListenerKind::onsubmit, link, Box::new(submit))
        .has(
            classed("h1", if idle { "question" } else { "question small" }).has(
                element("label")
                    .with("for", "url")
                    .say(words, PageKey::Which),
            ),
        )
        .has(field(state, link))
        .has(wrong)
        .each(notes.map(|note| classed("p", "note").text(words::note(words, *note))))
        .has(
            classed("label", "seen")
                .has(element("span").say(words, PageKey::Seen))
                .has(seen(state, link)),
        )
        .has(
            classed("details", "more")
                .has(element("summary").say(words, PageKey::WhoLooks))
                .has(options(state, link)),
        )
}

/// The address and its buttons.
fn field(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let running = state.run.phase == Phase::Running;
    let mut input = element("input");
    for (name, value) in [
        ("id", "url"),
        ("name", "url"),
        ("type", "text"),
        ("inputmode", "url"),
        ("autocomplete", "url"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        ("enterkeyhint", "go"),
        ("placeholder", "example.com"),
        ("dir", "ltr"),
    ] {
        input = input.with(name, value);
    }
    input = if state.form.error.is_some() {
        input
            .with("aria-invalid", "true")
            .with("aria-describedby", "input-error")
    } else {
        input.with("aria-invalid", "false")
    };
    let typed = |event: &web_sys::Event| Some(Event::AddressTyped(input_of(event)?.value()));
    let check = if running || state.run.phase == Phase::Idle {
        PageKey::Check
    } else {
        PageKey::CheckAgain
    };
    let cancel = || {
        let label = words.text(PageKey::Cancel);
        button(link, true, "cancel", || Event::CancelRequested, label)
    };
    classed("div", "field")
        .has(input.holding(state.form.input.clone()).on(
            || ListenerKind::oninput,
            link,
            Box::new(typed),
        ))
        .has(element("button").with("type", "submit").say(words, check))
        .has(running.then(cancel))
}

/// What the visitor sees.
fn seen(state: &State, link: &Link) -> Element {
    let mut menu = menu(link, |value| Event::SymptomChosen(value.to_owned())).with("name", "seen");
    for (value, seen) in SEEN {
        menu = menu.has(option(
            value,
            &state.form.symptom,
            state.language.words.text(seen),
        ));
    }
    menu
}

/// Who may look, and what is remembered.
fn options(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let share_path = || {
        switch(
            state,
            link,
            "share-path",
            state.form.share_path,
            Event::SharePathChanged,
            (PageKey::SharePath, PageKey::SharePathMeans),
        )
    };
    let remembers = || {
        let forget = words.text(PageKey::Forget);
        classed("p", "note")
            .say(words, PageKey::Remembers)
            .text(" ")
            .has(button(
                link,
                true,
                "forget",
                || Event::HistoryCleared,
                forget,
            ))
    };
    classed("div", "options")
        .has(switch(
            state,
            link,
            "only-here",
            state.form.only_here,
            Event::OnlyHereChanged,
            (PageKey::OnlyHere, PageKey::OnlyHereMeans),
        ))
        .has((!state.form.only_here).then(share_path))
        .has((!state.session.history.is_empty()).then(remembers))
}

/// A checkbox with what it means.
pub(super) fn switch(
    state: &State,
    link: &Link,
    name: &'static str,
    ticked: bool,
    set: fn(bool) -> Event,
    (label, meaning): (PageKey, PageKey),
) -> Element {
    let words = &state.language.words;
    let change = move |event: &web_sys::Event| Some(set(input_of(event)?.checked()));
    classed("label", "switch")
        .has(
            element("input")
                .with("type", "checkbox")
                .with("name", name)
                .ticked(ticked)
                .on(|| ListenerKind::onchange, link, Box::new(change)),
        )
        .has(
            element("span")
                .has(element("b").say(words, label))
                .has(element("small").say(words, meaning)),
        )
}

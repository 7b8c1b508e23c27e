//! The one form: the address that fails, what the visitor sees, and where else to ask.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use whichside_diagnosis::words;
use yew::prelude::*;

use super::{Link, button};
use crate::app::event::Event;
use crate::app::state::{Phase, State};

/// What a visitor may see, with the values of the page contract.
const SEEN: [(&str, &str); 12] = [
    ("", "Choose, if you like"),
    ("502", "502 Bad Gateway"),
    ("504", "504 Gateway Timeout"),
    ("503", "503 Service Unavailable"),
    ("500", "500 or another 5xx error"),
    ("404", "404 Not Found"),
    ("403", "403 Forbidden"),
    ("429", "429 Too Many Requests"),
    ("unreachable", "“Can’t be reached”"),
    ("not-secure", "“Not secure”"),
    ("blank", "A blank page"),
    ("endless", "It loads for ever"),
];

/// The form.
pub(super) fn form(state: &State, link: &Link) -> Html {
    let submit = link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Event::Submitted
    });
    let typed = link.callback(|event: InputEvent| {
        Event::Typed(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let told = link.callback(|event: yew::events::Event| {
        Event::Told(event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    let running = state.phase == Phase::Running;
    let wrong = state.error.is_some();
    html! {
        <form class="ask" onsubmit={submit} novalidate=true>
            <h1 class={if state.phase == Phase::Idle { "question" } else { "question small" }}>
                <label for="url">{"Which address does not open?"}</label>
            </h1>
            <div class="field">
                <input id="url" name="url" type="text" inputmode="url" autocomplete="url" autocapitalize="off"
                    spellcheck="false" enterkeyhint="go" placeholder="example.com" value={state.input.clone()}
                    aria-invalid={wrong.to_string()} aria-describedby={wrong.then_some("input-error")} oninput={typed} />
                <button type="submit">{ if running || state.phase == Phase::Idle { "Check" } else { "Check again" } }</button>
                if running {
                    { button(link, true, "cancel", Event::Cancelled, "Cancel") }
                }
            </div>
            if let Some(error) = &state.error {
                <p id="input-error" class="wrong" data-input-error="" role="alert">{ words::input_error(error) }</p>
            }
            { for state.notes.iter().filter(|_| !wrong).map(|note| html! { <p class="note">{ words::note(*note) }</p> }) }
            <label class="seen">
                <span>{"In the tab that fails I see"}</span>
                <select name="seen" onchange={told}>
                    { for SEEN.iter().map(|(value, text)| html! {
                        <option key={*value} value={*value} selected={state.seen == *value}>{ *text }</option>
                    }) }
                </select>
            </label>
            <details class="more">
                <summary>{"Who may look"}</summary>
                <div class="options">
                    { switch("only-here", state.only_here, link.callback(Event::OnlyHere), "Only from this browser",
                        "Otherwise host and path go to Globalping, whose results can be read by anyone with their id, and the name to two public name services.") }
                    if !state.only_here {
                        { switch("share-path", state.share_path, link.callback(Event::SharePath), "Send the whole path",
                            "Needed only where a long or secret-looking path fails and the front page does not.") }
                    }
                    if state.remembers() {
                        <p class="note">
                            {"This device remembers for a week which sites failed, to judge better. "}
                            { button(link, true, "forget", Event::Forgot, "Forget them") }
                        </p>
                    }
                </div>
            </details>
        </form>
    }
}

/// A checkbox with what it means.
pub(super) fn switch(
    name: &'static str,
    checked: bool,
    set: Callback<bool>,
    label: &'static str,
    meaning: &'static str,
) -> Html {
    let change = Callback::from(move |event: yew::events::Event| {
        set.emit(event.target_unchecked_into::<HtmlInputElement>().checked())
    });
    html! {
        <label class="switch">
            <input type="checkbox" {name} {checked} onchange={change} />
            <span><b>{ label }</b><small>{ meaning }</small></span>
        </label>
    }
}

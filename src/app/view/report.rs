//! The report: to read, and to copy as text or as JSON.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{Link, button, form};
use crate::app::event::{Event, Format};
use crate::app::state::State;

/// The report's buttons, and the report where it is asked for.
pub(super) fn report(state: &State, link: &Link) -> Html {
    let json = if state.report_shown {
        state.report(Format::Json)
    } else {
        None
    };
    html! {
        <section class="report" aria-label="Report">
            <h2>{"Pass it on"}</h2>
            <p class="row">
                { button(link, true, "copy-text", Event::Copied(Format::Text), "Copy as text") }
                { button(link, true, "copy-json", Event::Copied(Format::Json), "Copy as JSON") }
                // Not `button`: this one says whether it is open.
                <button type="button" class="quiet" data-action="report" aria-expanded={state.report_shown.to_string()}
                    onclick={link.callback(|_| Event::Reported)}>{ if state.report_shown { "Hide the report" } else { "Show the report" } }</button>
                <span role="status">{ match state.copied { Some(true) => "Copied.", Some(false) => "Could not copy: show the report and select it.", None => "" } }</span>
            </p>
            { form::switch("redacted", state.redacted, link.callback(Event::Redacted), "Leave out the path and my browser",
                "The site’s name stays. Switch it off for a support desk you trust.") }
            if let Some(json) = json {
                <pre data-report="" tabindex="0">{ indented(&json) }</pre>
            }
        </section>
    }
}

/// The report on many lines, by the browser's own writer.
fn indented(json: &str) -> String {
    js_sys::JSON::parse(json)
        .and_then(|value| {
            js_sys::JSON::stringify_with_replacer_and_space(
                &value,
                &JsValue::NULL,
                &JsValue::from(2),
            )
        })
        .map_or_else(|_| json.to_owned(), String::from)
}

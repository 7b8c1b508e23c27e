//! The report: to read, and to copy as text or as JSON.

use wasm_bindgen::JsValue;
use whichside_diagnosis::words::PageKey;

use super::element::{Element, classed, element};
use super::{Link, button, form};
use crate::app::event::{Event, Format};
use crate::app::state::State;

/// The report's buttons, and the report where it is asked for.
pub(super) fn report(state: &State, link: &Link) -> Element {
    let words = &state.language.words;
    let json = if state.report.shown {
        state.report(Format::Json)
    } else {
        None
    };
    let (shown, toggle) = if state.report.shown {
        ("true", PageKey::HideReport)
    } else {
        ("false", PageKey::ShowReport)
    };
    let copied = match state.report.copied {
        Some(true) => words.text(PageKey::Copied),
        Some(false) => words.text(PageKey::NotCopied),
        None => "",
    };
    let copy = |action, format, key| {
        button(
            link,
            true,
            action,
            move || Event::CopyRequested(format),
            words.text(key),
        )
    };
    classed("section", "report")
        .labelled(words, PageKey::Report)
        .has(element("h2").say(words, PageKey::PassOn))
        .has(
            classed("p", "row")
                .has(copy("copy-text", Format::Text, PageKey::CopyText))
                .has(copy("copy-json", Format::Json, PageKey::CopyJson))
                .has(
                    button(
                        link,
                        true,
                        "report",
                        || Event::ReportToggled,
                        words.text(toggle),
                    )
                    .with("aria-expanded", shown),
                )
                .has(element("span").with("role", "status").text(copied)),
        )
        .has(form::switch(
            state,
            link,
            "redacted",
            state.report.redacted,
            Event::RedactionChanged,
            (PageKey::Redacted, PageKey::RedactedMeans),
        ))
        .has(json.map(|json| {
            element("pre")
                .with("data-report", "")
                .with("tabindex", "0")
                .with("dir", "ltr")
                .own_text(indented(&json))
        }))
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

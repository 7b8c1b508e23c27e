//! The report: to read, and to copy as text or as JSON.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use whichside_diagnosis::words::{PageKey, Words};
use whichside_diagnosis::{Check, report};
use yew::prelude::*;

use super::findings::Findings;
use crate::browser::clipboard;
use crate::components::{Button, switch, use_translations};

/// A report's format.
#[derive(Clone, Copy)]
enum Format {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// The properties of [`Report`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct ReportProps {
    /// What was found so far.
    pub(super) findings: Findings<'static>,
    /// What follows from it.
    pub(super) check: Rc<Check>,
}

/// The report's buttons, and the report where it is shown.
#[component]
pub(super) fn Report(props: &ReportProps) -> Html {
    let words = use_translations();
    let shown = use_state(|| false);
    let redacted = use_state(|| true);
    let copied = use_state(|| None::<bool>);
    {
        // What was copied is another check's report by now.
        let copied = copied.setter();
        use_effect_with(props.findings.started.clone(), move |_| copied.set(None));
    }
    let copy = |format| {
        let (words, props, redacted) = (words.clone(), props.clone(), *redacted);
        let copied = copied.setter();
        Callback::from(move |_: MouseEvent| {
            let text = written(&words, &props, format, redacted);
            let copied = copied.clone();
            spawn_local(async move { copied.set(Some(clipboard::copy(&text).await)) });
        })
    };
    let toggle = {
        let (shown, copied) = (shown.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            shown.set(!*shown);
            copied.set(None);
        })
    };
    let redact = {
        let (redacted, copied) = (redacted.setter(), copied.setter());
        Callback::from(move |on| {
            redacted.set(on);
            copied.set(None);
        })
    };
    html! {
        <section class="report" aria-label={words.text(PageKey::Report).to_owned()}>
            <h2>{ words.text(PageKey::PassOn) }</h2>
            <p class="row">
                <Button action="copy-text" quiet=true onclick={copy(Format::Text)}>
                    { words.text(PageKey::CopyText) }
                </Button>
                <Button action="copy-json" quiet=true onclick={copy(Format::Json)}>
                    { words.text(PageKey::CopyJson) }
                </Button>
                <Button action="report" quiet=true expanded={*shown} onclick={toggle}>
                    { words.text(if *shown { PageKey::HideReport } else { PageKey::ShowReport }) }
                </Button>
                <span role="status">
                    { match *copied {
                        Some(true) => words.text(PageKey::Copied),
                        Some(false) => words.text(PageKey::NotCopied),
                        None => "",
                    } }
                </span>
            </p>
            { switch("redacted", *redacted, &redact, html! {
                <>
                    <b>{ words.text(PageKey::Redacted) }</b>
                    <small>{ words.text(PageKey::RedactedMeans) }</small>
                </>
            }) }
            if *shown {
                <pre data-report="" tabindex="0" dir="ltr">
                    { written(&words, props, Format::Json, *redacted) }
                </pre>
            }
        </section>
    }
}

fn written(words: &Words, props: &ReportProps, format: Format, redacted: bool) -> String {
    let Findings {
        started, browser, ..
    } = &props.findings;
    match format {
        Format::Text => report::text(words, &props.check, started, browser, redacted),
        Format::Json => report::json(&props.check, started, browser, redacted),
    }
}

//! Draws evidence and report for what the page hands over. This is where the evidence's program begins.

use futures::FutureExt;
use gloo_timers::future::TimeoutFuture;
use whichside_diagnosis::words::Language;
use whichside_error_page::statement::MAX_BYTES;
use yew::prelude::*;

use super::content::Content;
use super::findings::Findings;
use crate::part::{Drawing, Handover, InLanguage};
use crate::probe::read_here;

/// What a site says of itself is worth no longer wait.
const LIMIT_MS: u32 = 8_000;

/// The probes that end with the check leave their connection first: WebKit loses what is asked on it at that moment.
const PAUSE_MS: u32 = 500;

thread_local! {
    static DRAWING: Drawing<Root> = const { Drawing::new() };
}

/// Draws evidence and report, or draws them anew.
///
/// # Errors
///
/// What was handed over is no findings.
pub fn show(handover: Handover) -> serde_json::Result<()> {
    let props = RootProps {
        findings: serde_json::from_str(&handover.content)?,
        language: handover.language,
    };
    DRAWING.with(|drawing| drawing.show(handover.place, props));
    Ok(())
}

#[derive(Properties, PartialEq)]
struct RootProps {
    findings: Findings<'static>,
    language: Language,
}

/// The content in the page's language.
#[component]
fn Root(props: &RootProps) -> Html {
    let fetch = use_callback((), |address: String, ()| {
        async move {
            TimeoutFuture::new(PAUSE_MS).await;
            read_here(&address, MAX_BYTES, LIMIT_MS).await
        }
        .boxed_local()
    });
    html! {
        <InLanguage language={props.language}>
            <Content findings={props.findings.clone()} {fetch} />
        </InLanguage>
    }
}

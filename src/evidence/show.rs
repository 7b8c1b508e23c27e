//! Draws evidence and report for what the page hands over. This is where the evidence's program begins.

use whichside_diagnosis::words::Language;
use yew::prelude::*;

use super::content::Content;
use super::findings::Findings;
use crate::part::{Drawing, Handover, InLanguage};

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
    html! {
        <InLanguage language={props.language}>
            <Content findings={props.findings.clone()} />
        </InLanguage>
    }
}

//! "How we know": each question as a line with its vantage, its answer, and when it was asked and answered.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::reasons::reasons;
use super::view_model::{BarModel, EvidenceModel, LineModel};
use crate::components::{Shape, mark, use_translations};

#[derive(Properties, PartialEq)]
pub(super) struct HowWeKnowProps {
    pub(super) model: EvidenceModel,
}

/// "How we know".
#[component]
pub(super) fn HowWeKnow(props: &HowWeKnowProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    html! {
        <section class="evidence" aria-label={words.text(PageKey::How).to_owned()}>
            <h2>{ words.text(PageKey::How) }</h2>
            <ul class="know">
                { for model.lines.iter().map(evidence_line) }
            </ul>
            if let Some(runners_up) = &model.runners_up {
                <p class="also">{ runners_up }</p>
            }
            if !model.reasons.is_empty() {
                { reasons(&words, &model.reasons) }
            }
        </section>
    }
}

/// A question and its answer, and in it the observations behind it.
fn evidence_line(model: &LineModel) -> Html {
    html! {
        <li key={&*model.key} data-probe={model.probe} data-outcome={model.outcome}>
            <details>
                <summary>
                    { mark(model.shape) }
                    <b>{ &model.title }</b>
                    <span class="came">{ &model.text }</span>
                    { time_bar(&model.bar, model.shape) }
                </summary>
                <ul class="raw">
                    { for model.raw.iter().map(|raw| html! {
                        <li><code dir="ltr">{ raw }</code></li>
                    }) }
                </ul>
            </details>
        </li>
    }
}

/// When a question was asked and answered, within the check.
fn time_bar(model: &BarModel, shape: Shape) -> Html {
    let tone = match shape {
        Shape::Fine => "ok",
        Shape::Broken => "bad",
        Shape::Unknown | Shape::Asking => "unknown",
    };
    html! {
        <svg
            class={classes!("bar", tone)}
            viewBox="0 0 1000 8"
            preserveAspectRatio="none"
            role="img"
            aria-label={model.label.clone()}
        >
            <rect class="track" height="8" width="1000" />
            <rect
                class="span"
                height="8"
                x={model.start.to_string()}
                width={model.width.to_string()}
            />
        </svg>
    }
}

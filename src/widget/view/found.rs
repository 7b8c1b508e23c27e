//! What the check has found so far, and what the status page says of itself.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::app::view::Chip;
use crate::components::use_translations;
use crate::widget::view_model::{FoundModel, IncidentModel};

#[derive(Properties, PartialEq)]
pub(super) struct FoundProps {
    pub(super) model: FoundModel,
}

/// What the check has found so far.
#[component]
pub(super) fn Found(props: &FoundProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    html! {
        <>
            <div>
                <p class="host" dir="ltr">{ &model.host }</p>
                <h1 class="headline">{ &model.headline }</h1>
                <p class="cause">{ &model.explanation }</p>
                <p class="unseen" role="status">{ &model.announcement }</p>
                <p class="facts">
                    <Chip side={model.side}>{ &model.sureness }</Chip>
                    if let Some(technical) = &model.technical {
                        <code dir="auto">{ technical }</code>
                    }
                </p>
                if let Some((asked, answered)) = model.progress {
                    <progress
                        class="progress"
                        max={asked.to_string()}
                        value={answered.to_string()}
                        aria-label={words.text(PageKey::ProgressLabel).to_owned()}
                    />
                }
            </div>
            if let Some(incident) = &model.incident {
                <IncidentNote model={incident.clone()} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct IncidentNoteProps {
    model: IncidentModel,
}

/// What the status page says of itself.
#[component]
fn IncidentNote(props: &IncidentNoteProps) -> Html {
    let model = &props.model;
    html! {
        <p class="incident" data-incident={model.impact}>
            <b>{ &model.summary }</b>
            if let Some(name) = &model.name {
                <span>{ " " }<bdi>{ name }</bdi></span>
            }
        </p>
    }
}

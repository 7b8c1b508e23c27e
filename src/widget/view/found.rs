//! What the check has found so far, and what the status page says of itself.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::view::chip;
use crate::widget::view_model::{FoundModel, IncidentModel};

/// What the check has found so far.
pub(super) fn found(words: &Words, model: &FoundModel) -> Html {
    html! {
        <>
            <div>
                <p class="host" dir="ltr">{ &model.host }</p>
                <h1 class="headline">{ &model.headline }</h1>
                <p class="cause">{ &model.explanation }</p>
                <p class="unseen" role="status">{ &model.announcement }</p>
                <p class="facts">
                    { chip(model.side, &model.sureness) }
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
                { incident_note(incident) }
            }
        </>
    }
}

/// What the status page says of itself.
fn incident_note(model: &IncidentModel) -> Html {
    html! {
        <p class="incident" data-incident={model.impact}>
            <b>{ &model.summary }</b>
            if let Some(name) = &model.name {
                <span>{ " " }<bdi>{ name }</bdi></span>
            }
        </p>
    }
}

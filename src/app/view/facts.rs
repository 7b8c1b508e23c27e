//! How sure the verdict is, the technical name, what was asked, how far the check is, and what is known of before.

use whichside_diagnosis::Side;
use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::view_model::FactsModel;
use crate::components::outward_link;

/// What there is to know beyond the sentence and its cause.
pub(super) fn facts(words: &Words, model: &FactsModel) -> Html {
    html! {
        <>
            <p class="facts">
                { chip(model.side, &model.sureness) }
                if let Some(technical) = &model.technical {
                    <code dir="auto">{ technical }</code>
                }
                { outward_link(&model.host.url, classes!("host"), None, html! {
                    <span dir="ltr">{ &model.host.text }</span>
                }) }
                if let Some(progress) = &model.progress {
                    <span class="count">{ &progress.text }</span>
                }
            </p>
            if let Some(progress) = &model.progress {
                <progress
                    class="progress"
                    max={progress.asked.to_string()}
                    value={progress.answered.to_string()}
                    aria-label={words.text(PageKey::ProgressLabel).to_owned()}
                />
            }
            if let Some(now_asking) = &model.now_asking {
                <p class="now-asking">{ now_asking }</p>
            }
            { for model.changes.iter().map(|change| html! { <p class="changed">{ change }</p> }) }
        </>
    }
}

/// How sure the verdict is, in the colour of its side.
pub(crate) fn chip(side: Side, sureness: &str) -> Html {
    let tone = match side {
        Side::Works => Some("ok"),
        Side::Yours | Side::Theirs => Some("bad"),
        Side::Unknown => None,
    };
    html! {
        <span class={classes!("chip", tone)}>{ sureness }</span>
    }
}

//! How sure the verdict is, the technical name, what was asked, how far the check is, and what is known of before.

use whichside_diagnosis::Side;
use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::app::view_model::FactsModel;
use crate::components::{OutwardLink, use_translations};

#[derive(Properties, PartialEq)]
pub(super) struct FactsProps {
    pub(super) model: FactsModel,
}

/// What there is to know beyond the sentence and its cause.
#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    html! {
        <>
            <p class="facts">
                <Chip side={model.side}>{ &model.sureness }</Chip>
                if let Some(technical) = &model.technical {
                    <code dir="auto">{ technical }</code>
                }
                <OutwardLink class="host" dir="ltr" href={model.host.url.clone()}>
                    { &model.host.text }
                </OutwardLink>
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

#[derive(Properties, PartialEq)]
pub(crate) struct ChipProps {
    pub(crate) side: Side,
    pub(crate) children: Html,
}

/// How sure the verdict is, in the colour of its side.
#[component]
pub(crate) fn Chip(props: &ChipProps) -> Html {
    let tone = match props.side {
        Side::Works => Some("ok"),
        Side::Yours | Side::Theirs => Some("bad"),
        Side::Unknown => None,
    };
    html! {
        <span class={classes!("chip", tone)}>{ props.children.clone() }</span>
    }
}

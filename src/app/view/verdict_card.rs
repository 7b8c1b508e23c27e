//! The verdict: the split disc, one sentence, the cause, how sure, and the path of hops.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use super::emblem::emblem;
use super::facts::facts;
use super::hop_path::hop_path;
use crate::app::view_model::{VerdictAttributes, VerdictModel};
use crate::components::{guide_link, use_translations};

#[derive(Properties, PartialEq)]
pub(super) struct VerdictCardProps {
    pub(super) model: VerdictModel,
}

/// The verdict.
#[component]
pub(super) fn VerdictCard(props: &VerdictCardProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    let children = html! {
        <>
            <div class="top">
                { emblem(&model.emblem) }
                <div class="said">
                    <h2 class="headline">{ &model.headline }</h2>
                    <p class="cause">{ &model.explanation }</p>
                    <p class="unseen" role="status">{ &model.announcement }</p>
                    if let Some(known) = &model.facts {
                        { facts(&words, known) }
                    }
                    if let Some(guide) = &model.guide {
                        <p class="to-guide">{ guide_link(&words, guide) }</p>
                    }
                </div>
            </div>
            if !model.hops.is_empty() {
                { hop_path(&words, &model.hops) }
            }
        </>
    };
    verdict_section(&words, &model.attributes, children)
}

/// The one element that machines read, in the document from the beginning: the page contract names its attributes.
pub(crate) fn verdict_section(
    words: &Words,
    attributes: &VerdictAttributes,
    children: Html,
) -> Html {
    html! {
        <section
            class="verdict"
            id="verdict"
            tabindex="-1"
            aria-label={words.text(PageKey::Verdict).to_owned()}
            data-verdict=""
            data-state={attributes.phase}
            data-side={attributes.side}
            data-cause={attributes.cause}
            data-confidence={attributes.confidence.clone()}
            data-cause-confidence={attributes.cause_confidence.clone()}
        >
            { children }
        </section>
    }
}

//! The verdict: the split disc, one sentence, the cause, how sure, and the path of hops.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::emblem::Emblem;
use super::facts::Facts;
use super::guide_link::GuideLink;
use super::hop_path::HopPath;
use crate::app::view_model::{VerdictAttributes, VerdictModel};
use crate::components::use_translations;

#[derive(Properties, PartialEq)]
pub(super) struct VerdictCardProps {
    pub(super) model: VerdictModel,
}

/// The verdict.
#[component]
pub(super) fn VerdictCard(props: &VerdictCardProps) -> Html {
    let model = &props.model;
    html! {
        <VerdictSection attributes={model.attributes.clone()}>
            <div class="top">
                <Emblem model={model.emblem.clone()} />
                <div class="said">
                    <h2 class="headline">{ &model.headline }</h2>
                    <p class="cause">{ &model.explanation }</p>
                    <p class="unseen" role="status">{ &model.announcement }</p>
                    if let Some(facts) = &model.facts {
                        <Facts model={facts.clone()} />
                    }
                    if let Some(guide) = &model.guide {
                        <p class="to-guide"><GuideLink href={guide.clone()} /></p>
                    }
                </div>
            </div>
            if !model.hops.is_empty() {
                <HopPath hops={model.hops.clone()} />
            }
        </VerdictSection>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct VerdictSectionProps {
    pub(crate) attributes: VerdictAttributes,
    pub(crate) children: Html,
}

/// The one element that machines read, in the document from the beginning: the page contract names its attributes.
#[component]
pub(crate) fn VerdictSection(props: &VerdictSectionProps) -> Html {
    let words = use_translations();
    let attributes = &props.attributes;
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
            { props.children.clone() }
        </section>
    }
}

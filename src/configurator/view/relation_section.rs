//! Where the check runs.

use whichside_embed::OwnerLabel;
use yew::prelude::*;

use crate::components::use_translations;
use crate::configurator::view_model::RelationModel;

/// The properties of a [`RelationSection`].
#[derive(Properties, PartialEq)]
pub struct RelationSectionProps {
    /// What is shown.
    pub model: RelationModel,
}

/// Where the check runs.
#[component]
pub fn RelationSection(props: &RelationSectionProps) -> Html {
    let words = use_translations();
    let RelationModel { label, record } = &props.model;
    html! {
        <section class="relation">
            <h2>{ words.text(OwnerLabel::Relation) }</h2>
            <p aria-live="polite">{ words.text(*label) }</p>
            if let Some(record) = record {
                <pre dir="ltr" translate="no" data-record=""><code>{ record }</code></pre>
            }
        </section>
    }
}

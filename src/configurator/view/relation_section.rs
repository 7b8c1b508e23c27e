//! Where the check runs.

use whichside_embed::OwnerLabel;
use yew::prelude::*;

use crate::configurator::labels::use_labels;
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
    let labels = use_labels();
    let RelationModel { label, record } = &props.model;
    html! {
        <section class="relation">
            <h2>{ labels.text(OwnerLabel::Relation) }</h2>
            <p aria-live="polite">{ labels.text(*label) }</p>
            if let Some(record) = record {
                <pre dir="ltr" translate="no" data-record=""><code>{ record }</code></pre>
            }
        </section>
    }
}

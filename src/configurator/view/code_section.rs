//! The code, to be read and copied.

use whichside_embed::OwnerLabel;
use yew::prelude::*;

use crate::components::Button;
use crate::configurator::event::Event;
use crate::configurator::labels::use_labels;
use crate::configurator::view_model::CodeModel;

/// The properties of a [`CodeSection`].
#[derive(Properties, PartialEq)]
pub struct CodeSectionProps {
    /// What is shown.
    pub model: CodeModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The code, to be read and copied.
#[component]
pub fn CodeSection(props: &CodeSectionProps) -> Html {
    let labels = use_labels();
    let CodeModel { code, note, copied } = &props.model;
    let heading = labels.text(OwnerLabel::Code);
    html! {
        <section class="code">
            <h2>{ heading }</h2>
            <p class="note">{ labels.text(*note) }</p>
            <pre
                dir="ltr"
                translate="no"
                data-snippet=""
                tabindex="0"
                role="group"
                aria-label={heading.to_owned()}
            >
                <code>{ code }</code>
            </pre>
            <p class="row">
                <Button action="copy" onclick={props.dispatch.reform(|_| Event::CopyClicked)}>
                    { labels.text(OwnerLabel::Copy) }
                </Button>
                <span role="status">{ copied.map_or("", |label| labels.text(label)) }</span>
            </p>
        </section>
    }
}

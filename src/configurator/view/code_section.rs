//! The code, to be read and copied.

use whichside_embed::OwnerLabel;
use yew::prelude::*;

use crate::components::Button;
use crate::components::use_translations;
use crate::configurator::event::Event;
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
    let words = use_translations();
    let CodeModel { code, note, copied } = &props.model;
    let heading = words.text(OwnerLabel::Code);
    html! {
        <section class="code">
            <h2>{ heading }</h2>
            <p class="note">{ words.text(*note) }</p>
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
                    { words.text(OwnerLabel::Copy) }
                </Button>
                <span role="status">{ copied.map_or("", |label| words.text(label)) }</span>
            </p>
        </section>
    }
}

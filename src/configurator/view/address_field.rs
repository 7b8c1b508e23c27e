//! The field of an address, with what it is for and what is wrong with it.

use web_sys::HtmlInputElement;
use whichside_embed::OwnerLabel;
use yew::prelude::*;

use crate::components::use_translations;
use crate::configurator::event::{Event, Field};
use crate::configurator::view_model::AddressModel;

/// The properties of an [`AddressField`].
#[derive(Properties, PartialEq)]
pub struct AddressFieldProps {
    /// The field.
    pub field: Field,
    /// The label.
    pub label: OwnerLabel,
    /// What it is for.
    #[prop_or_default]
    pub means: Option<OwnerLabel>,
    /// The example in the empty field.
    pub example: &'static str,
    /// What is shown.
    pub model: AddressModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The field of an address, with what it is for and what is wrong with it.
#[component]
pub fn AddressField(props: &AddressFieldProps) -> Html {
    let words = use_translations();
    let AddressModel { typed, error } = &props.model;
    let (field, id) = (props.field, props.field.id());
    let (means_id, error_id) = (format!("{id}-means"), format!("{id}-wrong"));
    let oninput = props.dispatch.reform(move |event: InputEvent| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        Event::FieldChanged(field, input.value())
    });
    html! {
        <div class="choice">
            <label for={id}>{ words.text(props.label) }</label>
            <input
                {id}
                name={id}
                type="text"
                inputmode="url"
                dir="ltr"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid={error.is_some().to_string()}
                placeholder={props.example}
                aria-describedby={format!("{means_id} {error_id}")}
                value={typed.clone()}
                {oninput}
            />
            // Always there, so that a screen reader reads out what comes into it.
            <p class="wrong" id={error_id} aria-live="polite">
                { error.map_or("", |label| words.text(label)) }
            </p>
            if let Some(means) = props.means {
                <small id={means_id}>{ words.text(means) }</small>
            }
        </div>
    }
}

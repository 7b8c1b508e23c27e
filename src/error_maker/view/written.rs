//! A field to write in, with what is wrong with it.

use web_sys::HtmlInputElement;
use whichside_error_page::MakerLabel;
use yew::prelude::*;

use crate::components::use_translations;

/// The properties of a [`Written`].
#[derive(Properties, PartialEq)]
pub struct WrittenProps {
    /// Its name.
    pub id: &'static str,
    /// Its label.
    pub label: MakerLabel,
    /// What stands there.
    pub typed: AttrValue,
    /// Which way it is written.
    pub direction: &'static str,
    /// What it takes, where it stands there wrongly.
    pub wrong: Option<&'static str>,
    /// What stands there while it is empty, as an example.
    #[prop_or_default]
    pub placeholder: &'static str,
    /// Called with what is written.
    pub oninput: Callback<String>,
}

/// A field to write in, with what is wrong with it.
#[component]
pub fn Written(props: &WrittenProps) -> Html {
    let words = use_translations();
    let id = props.id;
    let wrong_id = format!("{id}-wrong");
    let oninput = props.oninput.reform(|event: InputEvent| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        input.value()
    });
    html! {
        <div class="choice">
            <label for={id}>{ words.text(props.label) }</label>
            <input
                {id}
                name={id}
                type="text"
                dir={props.direction}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid={props.wrong.is_some().to_string()}
                aria-describedby={wrong_id.clone()}
                placeholder={props.placeholder}
                value={props.typed.clone()}
                {oninput}
            />
            // Always there, so that a screen reader reads out what comes into it.
            <p class="wrong" id={wrong_id} aria-live="polite">
                if let Some(takes) = props.wrong {
                    { words.text(MakerLabel::Takes) }
                    { " " }
                    <bdi lang="en">{ takes }</bdi>
                }
            </p>
        </div>
    }
}

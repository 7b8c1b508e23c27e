//! A checkbox with what it is called and what it means.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The properties of a [`Switch`].
#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// The name of the field.
    pub name: AttrValue,
    /// Whether it is on.
    pub checked: bool,
    /// Called with whether it is on now.
    pub onchange: Callback<bool>,
    /// The label: what it is called and what it means.
    pub children: Html,
}

/// A checkbox with its label.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let onchange = props
        .onchange
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <label class="switch">
            <input type="checkbox" name={&props.name} checked={props.checked} {onchange} />
            <span>{ props.children.clone() }</span>
        </label>
    }
}

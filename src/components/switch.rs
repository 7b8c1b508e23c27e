//! A checkbox with what it is called and what it means.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A checkbox of this name, whether it is on, what is called with whether it is on now, and its label: what it is called and what it
/// means.
pub fn switch(name: &'static str, checked: bool, onchange: &Callback<bool>, label: Html) -> Html {
    let onchange =
        onchange.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    html! {
        <label class="switch">
            <input type="checkbox" {name} {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

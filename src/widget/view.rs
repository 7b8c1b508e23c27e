//! Draws the widget.

use yew::prelude::*;

/// The widget, all of it.
#[component]
pub fn Widget() -> Html {
    html! { <main><h1>{ "Whichside" }</h1></main> }
}

//! Draws the configurator.

use yew::prelude::*;

/// The configurator, all of it.
#[component]
pub fn Configurator() -> Html {
    html! { <main><h1>{ "Whichside" }</h1></main> }
}

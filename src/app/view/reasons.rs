//! Why the verdict names its cause: each signal's weight, folded.

use whichside_diagnosis::words::ReasonKey;
use yew::prelude::*;

use crate::components::use_translations;

#[derive(Properties, PartialEq)]
pub(super) struct ReasonsProps {
    /// A line for each signal, the heaviest first.
    pub(super) lines: Vec<String>,
}

/// The signals' weights.
#[component]
pub(super) fn Reasons(props: &ReasonsProps) -> Html {
    let words = use_translations();
    html! {
        <details class="reasons">
            <summary>{ words.text(ReasonKey::Title) }</summary>
            <p>{ words.text(ReasonKey::About) }</p>
            <ul>
                { for props.lines.iter().map(|line| html! { <li>{ line }</li> }) }
            </ul>
        </details>
    }
}

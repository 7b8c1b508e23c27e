//! Why the verdict names its cause: each signal's weight, folded.

use whichside_diagnosis::words::{ReasonKey, Words};
use yew::prelude::*;

/// The signals' weights: a line for each, the heaviest first.
pub(super) fn reasons(words: &Words, lines: &[String]) -> Html {
    html! {
        <details class="reasons">
            <summary>{ words.text(ReasonKey::Title) }</summary>
            <p>{ words.text(ReasonKey::About) }</p>
            <ul>
                { for lines.iter().map(|line| html! { <li>{ line }</li> }) }
            </ul>
        </details>
    }
}

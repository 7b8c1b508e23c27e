//! The path from the visitor to the site's application, hop by hop.

use whichside_diagnosis::path::HopState;
use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::view_model::HopModel;
use crate::components::mark;

/// The path from the visitor to the site's application.
pub(super) fn hop_path(words: &Words, hops: &[HopModel]) -> Html {
    html! {
        <ol class="path" aria-label={words.text(PageKey::Way).to_owned()}>
            { for hops.iter().map(|hop| html! {
                <li key={&*hop.name} class={class_of(hop.state)}>
                    { mark(hop.shape) }
                    <span class="hop">
                        <b>{ &hop.name }</b>
                        <span class="unseen">{ ": " }{ words.text(hop.shape.key()) }{ ". " }</span>
                        <span class="hop-note">{ &hop.note }</span>
                    </span>
                </li>
            }) }
        </ol>
    }
}

const fn class_of(state: HopState) -> &'static str {
    match state {
        HopState::Fine => "fine",
        HopState::Broken => "broken",
        HopState::Asking => "asked",
        HopState::Unknown => "unknown",
        HopState::NotReached => "off",
    }
}

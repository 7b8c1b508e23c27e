//! The path from the visitor to the site's application, hop by hop.

use whichside_diagnosis::path::HopState;
use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::mark::{Mark, key_of};
use crate::app::view_model::HopModel;
use crate::components::use_translations;

#[derive(Properties, PartialEq)]
pub(super) struct HopPathProps {
    pub(super) hops: Vec<HopModel>,
}

/// The path from the visitor to the site's application.
#[component]
pub(super) fn HopPath(props: &HopPathProps) -> Html {
    let words = use_translations();
    html! {
        <ol class="path" aria-label={words.text(PageKey::Way).to_owned()}>
            { for props.hops.iter().map(|hop| html! {
                <li key={&*hop.name} class={class_of(hop.state)}>
                    <Mark shape={hop.shape} />
                    <span class="hop">
                        <b>{ &hop.name }</b>
                        <span class="unseen">{ ": " }{ words.text(key_of(hop.shape)) }{ ". " }</span>
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

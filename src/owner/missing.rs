//! Says that the owner's program or its worker did not load, and offers to try again.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::components::{Button, use_translations};

/// The properties of [`Missing`].
#[derive(Properties, PartialEq)]
pub(super) struct MissingProps {
    /// Tries again.
    pub retry: Callback<()>,
}

/// Says that the owner's program or its worker did not load, and offers to try again.
#[component]
pub(super) fn Missing(props: &MissingProps) -> Html {
    let words = use_translations();
    let onclick = props.retry.reform(|_: MouseEvent| ());
    html! {
        <p class="row">
            <span>{ words.text(PageKey::OwnerMissing) }</span>
            <Button action="owner" quiet=true {onclick}>{ words.text(PageKey::TryAgain) }</Button>
        </p>
    }
}

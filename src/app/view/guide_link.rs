//! A link to what the guide says of a cause or a remedy.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::components::{OutwardLink, use_translations};

#[derive(Properties, PartialEq)]
pub(super) struct GuideLinkProps {
    /// The address within the guide.
    pub(super) href: AttrValue,
}

/// A link to what the guide says of a cause or a remedy.
#[component]
pub(super) fn GuideLink(props: &GuideLinkProps) -> Html {
    let words = use_translations();
    html! {
        <OutwardLink href={&props.href} class="in-guide">
            { words.text(PageKey::InGuide) }
        </OutwardLink>
    }
}

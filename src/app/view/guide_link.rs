//! A link to what the guide says of a cause or a remedy.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::components::OutwardLink;

/// A link to what the guide says of a cause or a remedy. The address is one within the guide.
pub(super) fn guide_link(words: &Words, href: &str) -> Html {
    html! {
        <OutwardLink href={href.to_owned()} class="in-guide">
            { words.text(PageKey::InGuide) }
        </OutwardLink>
    }
}

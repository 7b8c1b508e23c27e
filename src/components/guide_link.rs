//! A link to what the guide says of a cause or a remedy.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use super::outward_link;

/// A link to what the guide says of a cause or a remedy. The address is one within the guide.
pub fn guide_link(words: &Words, href: &str) -> Html {
    let text = words.text(PageKey::InGuide).to_owned();
    outward_link(href, classes!("in-guide"), None, text.into())
}

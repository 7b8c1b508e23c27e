//! A link that opens a tab of its own, which learns nothing of this page.

use yew::prelude::*;

/// A link that opens a tab of its own, which learns nothing of this page: its address, its classes, the value of `data-action` for
/// machines, and its text.
pub fn outward_link(href: &str, class: Classes, action: Option<&'static str>, text: Html) -> Html {
    html! {
        <a
            href={href.to_owned()}
            {class}
            target="_blank"
            rel="noopener noreferrer"
            data-action={action}
        >
            { text }
        </a>
    }
}

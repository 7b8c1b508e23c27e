//! Code on lines of its own.

use yew::prelude::*;

/// The properties of a [`CodeBlock`].
#[derive(Properties, PartialEq)]
pub struct CodeBlockProps {
    /// The code.
    pub code: AttrValue,
}

/// Code on lines of its own, which run from left to right in every language.
#[component]
pub fn CodeBlock(props: &CodeBlockProps) -> Html {
    html! {
        <pre dir="ltr" translate="no"><code>{ &props.code }</code></pre>
    }
}

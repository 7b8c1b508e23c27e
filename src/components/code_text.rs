//! A text with code in it: what stands between backticks is to be typed as it is.

use yew::prelude::*;

/// The properties of a [`CodeText`].
#[derive(Properties, PartialEq)]
pub struct CodeTextProps {
    /// The text, with code between backticks.
    pub text: AttrValue,
}

/// A text with code in it, without an element around it.
#[component]
pub fn CodeText(props: &CodeTextProps) -> Html {
    props
        .text
        .split('`')
        .enumerate()
        .map(|(at, piece)| match at % 2 {
            0 => html! { piece },
            _ => html! { <code dir="ltr">{ piece }</code> },
        })
        .collect()
}

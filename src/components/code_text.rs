//! A text with code in it: what stands between backticks is to be typed as it is.

use yew::prelude::*;

/// A text with code between backticks, without an element around it.
pub fn code_text(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(at, piece)| match at % 2 {
            0 => html! { piece },
            _ => html! { <code dir="ltr">{ piece }</code> },
        })
        .collect()
}

//! The split disc: one half is the visitor, the other the site; what is broken is hatched.

use whichside_diagnosis::words::HalfState;
use yew::prelude::*;

use crate::app::view_model::EmblemModel;

/// The split disc.
pub(super) fn emblem(model: &EmblemModel) -> Html {
    let EmblemModel { label, left, right } = model;
    html! {
        <svg class="emblem" viewBox="0 0 104 104" role="img" aria-label={label.clone()}>
            <defs>
                <pattern
                    id="hatch"
                    width="7"
                    height="7"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <rect class="bad-bg" width="7" height="7" />
                    <path class="hatch-line" d="M0 0V7" />
                </pattern>
            </defs>
            <path class={classes!("half", class_of(left.state))} d="M49 4a48 48 0 0 0 0 96Z" />
            <path class={classes!("half", class_of(right.state))} d="M55 4a48 48 0 0 1 0 96Z" />
            <text x="27" y="56" text-anchor="middle">{ &left.text }</text>
            <text x="77" y="56" text-anchor="middle">{ &right.text }</text>
        </svg>
    }
}

const fn class_of(state: HalfState) -> &'static str {
    match state {
        HalfState::Fine => "fine",
        HalfState::Broken => "broken",
        HalfState::Unknown => "unknown",
    }
}

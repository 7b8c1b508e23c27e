//! Marks whose shape says what their colour says: a tick in a circle, a cross in a diamond, a question in a dashed circle.

use yew::prelude::*;

/// What a mark says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Well.
    Fine,
    /// Broken.
    Broken,
    /// Not known.
    Unknown,
    /// Being asked.
    Asking,
}

impl Shape {
    /// The word for readers that see no shape.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Shape::Fine => "works",
            Shape::Broken => "broken",
            Shape::Unknown => "not known",
            Shape::Asking => "asking",
        }
    }
}

/// A mark; what it says stands beside it, or is given to readers by the caller.
pub(super) fn mark(shape: Shape, class: &'static str) -> Html {
    let drawn = match shape {
        Shape::Fine => html! {
            <>
                <circle cx="19" cy="19" r="16" class="ok-bg ok-line" />
                <path d="M12 19.5l5 5 9.5-10.5" class="ok-line stroke" />
            </>
        },
        Shape::Broken => html! {
            <>
                <path d="M19 2.5 35.5 19 19 35.5 2.5 19Z" class="bad-bg bad-line" />
                <path d="M14 14l10 10M24 14 14 24" class="bad-line stroke" />
            </>
        },
        Shape::Unknown | Shape::Asking => html! {
            <>
                <circle cx="19" cy="19" r="16" class="unknown-bg unknown-line" />
                <text x="19" y="25.5" text-anchor="middle">{ if shape == Shape::Asking { "…" } else { "?" } }</text>
            </>
        },
    };
    let class = classes!(class, (shape == Shape::Asking).then_some("asking"));
    html! { <svg {class} viewBox="0 0 38 38" aria-hidden="true">{ drawn }</svg> }
}

//! A mark whose shape says what its colour says: a tick in a circle, a cross in a diamond, a question in a dashed circle.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

/// The shape of a mark. It says what its colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A tick: it works.
    Fine,
    /// A cross: it is broken.
    Broken,
    /// A question mark: it is not known.
    Unknown,
    /// An ellipsis: it is being asked.
    Asking,
}

impl Shape {
    /// The words for those who see no shape.
    #[must_use]
    pub const fn key(self) -> PageKey {
        match self {
            Shape::Fine => PageKey::MarkFine,
            Shape::Broken => PageKey::MarkBroken,
            Shape::Unknown => PageKey::MarkUnknown,
            Shape::Asking => PageKey::MarkAsking,
        }
    }
}

/// A mark. Screen readers do not hear it: what it says stands beside it.
pub fn mark(shape: Shape) -> Html {
    let drawn = match shape {
        Shape::Fine => html! {
            <>
                <circle class="ok-bg ok-line" cx="19" cy="19" r="16" />
                <path class="ok-line stroke" d="M12 19.5l5 5 9.5-10.5" />
            </>
        },
        Shape::Broken => html! {
            <>
                <path class="bad-bg bad-line" d="M19 2.5 35.5 19 19 35.5 2.5 19Z" />
                <path class="bad-line stroke" d="M14 14l10 10M24 14 14 24" />
            </>
        },
        Shape::Unknown => sign("?"),
        Shape::Asking => sign("…"),
    };
    let asking = shape == Shape::Asking;
    html! {
        <svg class={classes!("mark", asking.then_some("asking"))} viewBox="0 0 38 38" aria-hidden="true">
            { drawn }
        </svg>
    }
}

fn sign(sign: &str) -> Html {
    html! {
        <>
            <circle class="unknown-bg unknown-line" cx="19" cy="19" r="16" />
            <text x="19" y="25.5" text-anchor="middle">{ sign }</text>
        </>
    }
}

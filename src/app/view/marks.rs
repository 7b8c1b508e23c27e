//! Marks whose shape says what their colour says: a tick in a circle, a cross in a diamond, a question in a dashed circle.

use whichside_diagnosis::words::PageKey;

use super::element::{Element, classed};

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
    pub(super) const fn word(self) -> PageKey {
        match self {
            Shape::Fine => PageKey::MarkFine,
            Shape::Broken => PageKey::MarkBroken,
            Shape::Unknown => PageKey::MarkUnknown,
            Shape::Asking => PageKey::MarkAsking,
        }
    }
}

/// A mark; what it says stands beside it, or is given to readers by the caller.
pub(super) fn mark(shape: Shape) -> Element {
    let path = |class, d| classed("path", class).with("d", d);
    let round = |class| {
        classed("circle", class)
            .with("cx", "19")
            .with("cy", "19")
            .with("r", "16")
    };
    let (outer, inner) = match shape {
        Shape::Fine => (
            round("ok-bg ok-line"),
            path("ok-line stroke", "M12 19.5l5 5 9.5-10.5"),
        ),
        Shape::Broken => (
            path("bad-bg bad-line", "M19 2.5 35.5 19 19 35.5 2.5 19Z"),
            path("bad-line stroke", "M14 14l10 10M24 14 14 24"),
        ),
        Shape::Unknown | Shape::Asking => {
            let asking = shape == Shape::Asking;
            let sign = text("19", "25.5").text(if asking { "…" } else { "?" });
            (round("unknown-bg unknown-line"), sign)
        }
    };
    let class = match shape {
        Shape::Asking => "mark asking",
        Shape::Fine | Shape::Broken | Shape::Unknown => "mark",
    };
    classed("svg", class)
        .with("viewBox", "0 0 38 38")
        .with("aria-hidden", "true")
        .has(outer)
        .has(inner)
}

/// A text in a drawing, centred on a point.
pub(super) fn text(x: &'static str, y: &'static str) -> Element {
    super::element("text")
        .with("x", x)
        .with("y", y)
        .with("text-anchor", "middle")
}

//! Whether a click in the frame is the visitor's own wish. The page around it may lay something over the frame, or move the
//! frame under a click that was meant for something else.

use whichside_diagnosis::Millis;

/// What is seen has to stand as long as this before a click on it counts: faster than anybody reads and decides.
pub const MIN_VISIBLE: Millis = Millis(500);

/// A click in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Click {
    /// The browser says that a person made it.
    pub trusted: bool,
    /// Something lies over the frame, or the frame is made hard to see; none where the browser does not tell.
    pub covered: Option<bool>,
    /// How long the frame shows what it shows.
    pub shown_for: Millis,
}

/// What a click is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClickJudgement {
    /// The visitor's wish.
    Meant,
    /// The frame cannot be seen as it is: to be told.
    Covered,
    /// Not made for what is shown: nothing happens.
    Ignored,
}

/// Takes a click for what it is.
#[must_use]
pub fn judge(click: Click) -> ClickJudgement {
    if !click.trusted || click.shown_for < MIN_VISIBLE {
        ClickJudgement::Ignored
    } else if click.covered == Some(true) {
        ClickJudgement::Covered
    } else {
        ClickJudgement::Meant
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEANT: Click = Click {
        trusted: true,
        covered: Some(false),
        shown_for: MIN_VISIBLE,
    };

    #[test]
    fn a_persons_click_on_what_stands_there_counts() {
        assert_eq!(judge(MEANT), ClickJudgement::Meant);
        let untold = Click {
            covered: None,
            ..MEANT
        };
        assert_eq!(judge(untold), ClickJudgement::Meant);
    }

    #[test]
    fn a_click_that_was_not_made_for_it_does_not() {
        for click in [
            Click {
                trusted: false,
                ..MEANT
            },
            Click {
                shown_for: Millis(499),
                ..MEANT
            },
        ] {
            assert_eq!(judge(click), ClickJudgement::Ignored, "{click:?}");
        }
        let covered = Click {
            covered: Some(true),
            ..MEANT
        };
        assert_eq!(judge(covered), ClickJudgement::Covered);
    }
}

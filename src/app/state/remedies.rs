//! What became of the remedies that were advised for this target.

use whichside_diagnosis::{Cause, Remedy, Side};

/// What became of the remedies that were advised for this target.
#[derive(Debug, Default)]
pub struct RemediesState {
    /// Those that were done or skipped: they are not advised again.
    pub tried: Vec<Remedy>,
    /// Those of them that were really done.
    pub done: Vec<Remedy>,
    /// The verdict of the check before, where this check looks whether a remedy helped.
    pub before: Option<(Side, Cause)>,
}

impl RemediesState {
    /// Advises a remedy no more.
    pub fn set_aside(&mut self, remedy: Remedy) {
        if !self.tried.contains(&remedy) {
            self.tried.push(remedy);
        }
    }

    /// Takes a remedy as done.
    pub fn note_done(&mut self, remedy: Remedy) {
        self.set_aside(remedy);
        if !self.done.contains(&remedy) {
            self.done.push(remedy);
        }
    }
}

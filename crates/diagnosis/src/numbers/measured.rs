use super::Counts;
use crate::evidence::{Here, Names, Online, Outside, Pace, When};
pub(super) static ONLINE: Counts<Online> = &[];
pub(super) static HERE: Counts<Here> = &[];
pub(super) static PACE: Counts<Pace> = &[];
pub(super) static WHEN: Counts<When> = &[];
pub(super) static OUTSIDE: Counts<Outside> = &[];
pub(super) static NAMES: Counts<Names> = &[];

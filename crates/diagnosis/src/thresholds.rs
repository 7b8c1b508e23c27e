//! From where on something is said: the thresholds of verdicts, questions and advice.

use crate::probability::{PerMille, per_mille};

/// A side is shown when its probability is at least this; below, it cannot be told.
pub(crate) const SHOWN: PerMille = per_mille(600);

/// While the target has not answered every question put to it, a side is shown only when this sure:
/// a guess that has to be taken back costs trust.
pub(crate) const SHOWN_EARLY: PerMille = per_mille(900);

/// No more is said of a site that opens here while others are still asked: one that fails now and then opens here as often as
/// not, and only they can tell.
pub(crate) const OPENS_SO_FAR: PerMille = per_mille(790);

/// No more is said of the visitor's side while the site is cleared only by vantages that ask otherwise than browsers do.
pub(crate) const UNCLEARED: PerMille = per_mille(790);

/// From this on a verdict is taken for true by the page: kept, and called "very likely".
pub(crate) const SURE: PerMille = per_mille(800);

/// From this on it is called certain.
pub(crate) const CERTAIN: PerMille = per_mille(950);

/// How likely any of the vantages' twenty columns is, where they are too few to be trusted.
pub(crate) const SAYS_NOTHING: PerMille = per_mille(50);

/// A question is put to the visitor when its answer is expected to tell at least this many bits about the cause: less would
/// change no verdict that is shown.
pub(crate) const WORTH_ASKING_BITS: f64 = 0.1;

/// A remedy is advised when its value is at least this share of the best one's: improbable causes would add a long tail of
/// remedies that hardly help.
pub(crate) const WORTH_ADVISING: PerMille = per_mille(10);

//! The numbers that the inference stands on, for those who try it: simulations, and the counting of recorded runs.

use crate::cause::Cause;
use crate::evidence::Finding;
use crate::numbers;

/// How often a cause is why a visitor comes, in any unit: only the ratio of two says something.
#[must_use]
pub fn prior(cause: Cause) -> f64 {
    numbers::prior(cause)
}

/// The probability of a finding under a cause, in (0, 1].
#[must_use]
pub fn likelihood(finding: &Finding, cause: Cause) -> f64 {
    numbers::likelihood(finding, cause)
}

/// The same by judgement alone, without what the lab's runs showed: what those are counted with.
#[must_use]
pub fn judged(finding: &Finding, cause: Cause) -> f64 {
    numbers::judged(finding, cause)
}

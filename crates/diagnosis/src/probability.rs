//! Probabilities as types: thousandths in tables, computed probabilities, and the confidence a verdict may claim.

use std::fmt;

/// A probability as a table writes it, in thousandths. One above 1,000 does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PerMille(u16);

impl PerMille {
    /// Certainty.
    pub const ONE: PerMille = PerMille(1_000);

    /// So many thousandths. For constants: more than a thousand fail to compile.
    pub(crate) const fn new(thousandths: u16) -> PerMille {
        assert!(thousandths <= 1_000, "a probability is at most 1");
        PerMille(thousandths)
    }

    /// As a fraction, 0–1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }
}

/// Probabilities in thousandths, for tables.
pub(crate) const fn per_mille(thousandths: u16) -> PerMille {
    PerMille::new(thousandths)
}

/// Items with their weights, the heaviest first; equal ones stay in the order they came in.
pub(crate) fn heaviest_first<T: Copy>(items: Vec<(T, f64)>) -> Vec<(T, f64)> {
    let weights: Vec<f64> = items.iter().map(|(_, weight)| *weight).collect();
    let order = order_of(&weights).into_iter();
    order
        .filter_map(|place| items.get(place).copied())
        .collect()
}

/// The places of these weights, that of the heaviest first.
fn order_of(weights: &[f64]) -> Vec<usize> {
    let weight = |place: usize| weights.get(place).copied().unwrap_or_default();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&one, &other| weight(other).total_cmp(&weight(one)));
    order
}

/// A computed probability, 0–1. It prints with two digits: `0.97`.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// Impossible.
    pub const ZERO: Probability = Probability(0.0);

    /// A value brought into 0–1; what is no number is 0.
    #[must_use]
    pub const fn new(value: f64) -> Probability {
        if value.is_nan() {
            Probability::ZERO
        } else {
            Probability(value.clamp(0.0, 1.0))
        }
    }

    /// As a fraction, 0–1.
    #[must_use]
    pub const fn fraction(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Probability {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:.2}", self.0)
    }
}

/// How sure a verdict is, in hundredths: more digits would claim a precision that the tables do not have. Never above
/// [`Confidence::MOST`]. It prints with two digits: `0.97`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// None.
    pub const ZERO: Confidence = Confidence(0);

    /// No verdict is surer: the world has more causes than our list.
    pub const MOST: Confidence = Confidence(99);

    /// The confidence that a probability allows, rounded.
    #[must_use]
    pub fn of(probability: Probability) -> Confidence {
        Confidence((probability.0 * 100.0).round() as u8).min(Confidence::MOST)
    }

    /// The lower of the two, rounded down.
    #[must_use]
    pub fn at_most(self, most: PerMille) -> Confidence {
        Confidence(self.0.min((most.0 / 10) as u8))
    }

    /// As a fraction, 0–0.99.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// Whether it is at least so much.
    #[must_use]
    pub fn reaches(self, least: PerMille) -> bool {
        u16::from(self.0) * 10 >= least.0
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "0.{:02}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_outside_its_range_is_kept() {
        assert_eq!(Probability::new(1.3).fraction(), 1.0);
        assert_eq!(Probability::new(-0.1), Probability::ZERO);
        assert_eq!(Probability::new(f64::NAN), Probability::ZERO);
        assert_eq!(Confidence::of(Probability::new(1.0)), Confidence::MOST);
    }

    #[test]
    fn they_print_with_two_digits() {
        assert_eq!(Probability::new(0.974).to_string(), "0.97");
        assert_eq!(Confidence::of(Probability::new(0.5)).to_string(), "0.50");
    }
}

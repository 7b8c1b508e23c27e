//! How numbers are printed.

/// A probability with two digits, as the page contract writes it: `0.97`. Written by whole numbers: the code and tables
/// that print fractions weigh as much as all the words.
#[must_use]
pub fn hundredths(probability: f64) -> String {
    let whole = (probability.clamp(0.0, 1.0) * 100.0 + 0.5) as u32;
    format!("{}.{:02}", whole / 100, whole % 100)
}

//! The English words of everything the library concludes. Words only: what is true was decided elsewhere.
//! Exhaustive matches, so that a cause, a remedy or an error without words does not compile.

mod errors;
mod lines;
mod remedies;
mod verdicts;

pub use errors::{input_error, note};
pub(crate) use lines::{controls_answer, line_title, outcome, place, round_key, sight};
pub use remedies::{RemedyWords, remedy};
pub use verdicts::{
    HalfState, QuestionWords, cause_name, emblem, explanation, failed_before, headline, hop,
    question, running_line, sureness, technical,
};

/// A probability with two digits, as the page contract writes it: `0.97`. Written by whole numbers: the code and tables
/// that print fractions weigh as much as all the words.
#[must_use]
pub fn hundredths(probability: f64) -> String {
    let whole = (probability.clamp(0.0, 1.0) * 100.0 + 0.5) as u32;
    format!("{}.{:02}", whole / 100, whole % 100)
}

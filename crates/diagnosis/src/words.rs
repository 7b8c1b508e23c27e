//! The English words of everything the library concludes. Words only: what is true was decided elsewhere.
//! Exhaustive matches, so that a cause, a remedy or an error without words does not compile.

mod errors;
mod lines;
mod remedies;
mod verdicts;

pub use errors::{input_error, note};
pub(crate) use lines::{controls_answer, line_title, outcome, place, raw, round_key, sight};
pub use remedies::{RemedyWords, remedy};
pub use verdicts::{
    HalfState, QuestionWords, cause_name, emblem, explanation, headline, hop, question,
    running_line, sureness, technical,
};

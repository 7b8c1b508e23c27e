//! Which question to put to the visitor: the one whose answer is expected to tell most about the cause.
//!
//! The measure is the mutual information of answer and cause, in bits, under the present verdict. What the answer is worth
//! is in `numbers`; its words are in `words`.

use crate::cause::Side;
use crate::check::Check;
use crate::numbers::{self, WORTH_ASKING};
use crate::observation::{Outcome, Probe, Question};
use crate::verdict::Verdict;

/// The best question, if any is worth the visitor's time.
pub(crate) fn best(check: &Check) -> Option<Question> {
    let verdict = check.verdict();
    Question::ALL
        .into_iter()
        .filter(|question| is_open(check, &verdict, *question))
        .map(|question| (question, expected_bits(&verdict, question)))
        .filter(|(_, bits)| *bits >= WORTH_ASKING)
        .fold(None, |best: Option<(Question, f64)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        })
        .map(|(question, _)| question)
}

/// Whether it was not answered yet, by itself or by what the visitor told before, and makes sense now.
fn is_open(check: &Check, verdict: &Verdict, question: Question) -> bool {
    let answered = check.outcome(Probe::Asked(question)).is_some();
    let makes_sense = match question {
        Question::StillFails => verdict.side == Side::Works,
        Question::OtherNetwork => verdict.side != Side::Works,
        Question::ErrorNumber => {
            verdict.side == Side::Unknown && check.outcome(Probe::Seen).is_none()
        }
        Question::Refusal => check.outcome(Probe::Seen).is_none(),
        // Where the trace came, the clock is known.
        Question::RightDate => !matches!(check.outcome(Probe::Trace), Some(Outcome::Trace(_))),
    };
    !answered && makes_sense
}

/// The mutual information of the answer and the cause.
fn expected_bits(verdict: &Verdict, question: Question) -> f64 {
    let yes: f64 = verdict
        .ranked
        .iter()
        .map(|(cause, p)| p * numbers::says_yes(question, *cause))
        .sum();
    verdict
        .ranked
        .iter()
        .map(|(cause, p)| {
            let says = numbers::says_yes(question, *cause);
            p * (says * (says / yes).log2() + (1.0 - says) * ((1.0 - says) / (1.0 - yes)).log2())
        })
        .sum()
}

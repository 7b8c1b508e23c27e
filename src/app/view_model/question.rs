//! The question that only the visitor can answer, where an answer would help.

use whichside_diagnosis::words::{self, PageKey};
use whichside_diagnosis::{Check, Question};

use crate::app::state::{Phase, State};

/// A question to the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionModel {
    /// Which.
    pub question: Question,
    /// Its text.
    pub text: String,
    /// The label for yes.
    pub yes: String,
    /// The label for no.
    pub no: String,
    /// The label for neither.
    pub unsure: String,
}

pub(super) fn question(state: &State) -> Option<QuestionModel> {
    let run = &state.run;
    let asked = run
        .check
        .as_ref()
        .filter(|_| run.phase == Phase::Done && !run.cancelled);
    let question = asked.and_then(Check::question)?;
    let words = &state.language.words;
    let said = words::question(words, question);
    Some(QuestionModel {
        question,
        text: said.text.to_owned(),
        yes: said.yes.to_owned(),
        no: said.no.to_owned(),
        unsure: words.text(PageKey::CantSay).to_owned(),
    })
}

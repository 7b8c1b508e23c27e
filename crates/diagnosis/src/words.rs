//! What the page says: the sentences stand in tables of keys, and the functions here only choose among them.
//!
//! English is compiled in; how a sentence is said in another language is `whichside-words`'. Exhaustive matches, so that a
//! cause, a remedy or an error without words does not compile.

mod english;
mod errors;
mod lines;
mod path;
mod reasons;
mod remedies;
mod verdicts;

pub(crate) use english::LineKey;
pub use english::{PageKey, ReasonKey, ReportKey};
pub use errors::{input_error, note};
pub(crate) use lines::{controls_answer, outcome, sight, waiting};
pub use path::{hop, hop_note};
pub use reasons::reason;
pub use remedies::{RemedyWords, remedy, remedy_title};
pub use verdicts::{
    HalfState, QuestionWords, cause_name, emblem, explanation, failed_before, headline, question,
    running_line, sureness, technical,
};
pub use whichside_words::{Key, Language, Sentence, Translations, Words};

use english::{ErrorKey, HopKey, RegionKey, VerdictKey};
use remedies::RemedyKey;

use std::collections::BTreeSet;

use crate::cause::Cause;

/// A number as digits.
pub(crate) fn number(number: impl Into<u64>) -> String {
    number.into().to_string()
}

/// Every sentence of this crate: what there is to translate.
pub fn sentences() -> impl Iterator<Item = Sentence> {
    VerdictKey::sentences()
        .chain(RegionKey::sentences())
        .chain(cause_sentences())
        .chain(ErrorKey::sentences())
        .chain(LineKey::sentences())
        .chain(HopKey::sentences())
        .chain(ReasonKey::sentences())
        .chain(ReportKey::sentences())
        .chain(PageKey::sentences())
        .chain(RemedyKey::sentences())
}

/// What is said of the causes, each sentence once: some causes share one.
fn cause_sentences() -> impl Iterator<Item = Sentence> {
    let mut known = BTreeSet::new();
    Cause::ALL
        .iter()
        .flat_map(|cause| {
            let texts = &cause.spec().texts;
            let name = Some(texts.name);
            [texts.explanation, name, texts.technical, texts.at_hop]
        })
        .flatten()
        .filter(move |sentence| known.insert(sentence.key))
}

//! What is said, apart from what is true: the sentences stand in tables of keys, and the functions here only choose among them.
//!
//! English is compiled in. Every other language is a list in the order of the keys, read from a file that the build has
//! checked; who fetches it is left to the page. Exhaustive matches, so that a cause, a remedy or an error without words does
//! not compile.

mod english;
mod errors;
mod language;
mod lines;
mod path;
mod remedies;
mod table;
mod verdicts;

pub use crate::decimal::hundredths;
pub(crate) use english::LineKey;
pub use english::{FrameKey, PageKey, ReportKey};
pub use errors::{input_error, note};
pub use language::Language;
pub(crate) use lines::{controls_answer, outcome, sight, waiting};
pub use path::{hop, hop_note};
pub(crate) use remedies::RemedyKey;
pub use remedies::{RemedyWords, remedy};
pub use table::Key;
pub use verdicts::{
    HalfState, QuestionWords, cause_name, emblem, explanation, failed_before, headline, question,
    running_line, sureness, technical,
};

/// The sentences of every table but the frame's, whose English stands in `index.html`.
const ENGLISH: [&str; 11] = [
    english::VerdictKey::ENGLISH,
    english::CauseKey::ENGLISH,
    english::CauseNameKey::ENGLISH,
    english::TechnicalKey::ENGLISH,
    english::ErrorKey::ENGLISH,
    english::LineKey::ENGLISH,
    english::HopKey::ENGLISH,
    english::BrokenKey::ENGLISH,
    ReportKey::ENGLISH,
    PageKey::ENGLISH,
    RemedyKey::ENGLISH,
];

/// A language: its sentences, in the order of the keys.
#[derive(Clone, Debug)]
pub struct Words {
    language: Language,
    texts: Vec<&'static str>,
}

impl Default for Words {
    fn default() -> Words {
        Words::english()
    }
}

impl Words {
    /// What is compiled in.
    #[must_use]
    pub fn english() -> Words {
        Words {
            language: Language::English,
            texts: ENGLISH.iter().flat_map(|table| table.lines()).collect(),
        }
    }

    /// A language from its file: the fingerprint of the English it translates, then a line for each key. `None` where that
    /// is not what it is: another page's file, a part of one, or something else altogether.
    #[must_use]
    pub fn read(language: Language, file: &'static str) -> Option<Words> {
        let (of, lines) = file.split_once('\n')?;
        let texts: Vec<&'static str> = lines.lines().collect();
        let whole = texts.len() == FrameKey::FIRST + FrameKey::COUNT && lines.ends_with('\n');
        (whole && of.parse() == Ok(fingerprint())).then_some(Words { language, texts })
    }

    /// Which language it is.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The sentence of a key, with its placeholders as they are.
    #[must_use]
    pub fn text<K: Key>(&self, key: K) -> &'static str {
        self.at(K::FIRST + key.at())
    }

    /// A sentence with its placeholders filled in: `{name}` by the value of that name.
    #[must_use]
    pub fn fill<K: Key>(&self, key: K, values: &[(&str, &str)]) -> String {
        self.filled(self.text(key), values)
    }

    /// The form of a sentence that goes with a number, which stands for `{count}`.
    #[must_use]
    pub fn count<K: Key>(&self, key: K, number: u32, all: u32) -> String {
        let text = self.text(key);
        let form = text.split('|').nth(self.language.form(number));
        let (number, all) = (number.to_string(), all.to_string());
        self.filled(form.unwrap_or(text), &[("count", &number), ("all", &all)])
    }

    /// What `index.html` says in this language, in the order of [`FrameKey`]; nothing in English, which stands there.
    #[must_use]
    pub fn frame(&self) -> &[&'static str] {
        self.texts.get(FrameKey::FIRST..).unwrap_or_default()
    }

    fn at(&self, place: usize) -> &'static str {
        self.texts.get(place).copied().unwrap_or_default()
    }

    fn filled(&self, text: &str, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, from)| Some((before, from.split_once('}')?)))
        {
            filled.push_str(before);
            for (_, value) in values.iter().filter(|(of, _)| *of == name) {
                self.push(&mut filled, value);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// What is filled in runs in its own direction: a host's full stops would wander about in a sentence that runs leftwards.
    fn push(&self, text: &mut String, value: &str) {
        if self.language.runs_leftwards() {
            text.extend(['\u{2068}']);
            text.push_str(value);
            text.extend(['\u{2069}']);
        } else {
            text.push_str(value);
        }
    }
}

/// A number that changes with any English sentence and with their order (FNV-1a): a language that translates others is none.
#[must_use]
pub fn fingerprint() -> u32 {
    ENGLISH
        .iter()
        .flat_map(|table| table.bytes())
        .fold(0x811c_9dc5, |sum, byte| {
            (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}

/// A number as digits.
pub(crate) fn number(number: impl Into<u32>) -> String {
    number.into().to_string()
}

/// Every key's name and English, in the order of the keys: what a translator is given, and a build checks against. A
/// sentence that counts has its two forms parted by `|`.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn catalogue() -> Vec<(&'static str, &'static str)> {
    let names = [
        english::VerdictKey::NAMES,
        english::CauseKey::NAMES,
        english::CauseNameKey::NAMES,
        english::TechnicalKey::NAMES,
        english::ErrorKey::NAMES,
        english::LineKey::NAMES,
        english::HopKey::NAMES,
        english::BrokenKey::NAMES,
        ReportKey::NAMES,
        PageKey::NAMES,
        RemedyKey::NAMES,
        FrameKey::NAMES,
    ];
    let english = ENGLISH.into_iter().chain([FrameKey::ENGLISH]);
    names
        .into_iter()
        .flatten()
        .copied()
        .zip(english.flat_map(str::lines))
        .collect()
}

#[cfg(test)]
mod tests;

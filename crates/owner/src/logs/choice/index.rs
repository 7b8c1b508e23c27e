//! The index: all words of all tables, to be sought in one pass, and what each is for. It is made once.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::super::pattern::{Pattern, When};
use super::super::reading::{self, Level};
use super::super::tables;

/// What a word of the tables is for.
#[derive(Clone, Copy)]
pub(super) enum Use {
    Error(u8),
    Operation(u8),
    Level(Level),
    /// The place in the table of programs.
    Program(usize),
    /// A word of a condition: which condition, and which of its words.
    Word(usize, usize),
    /// A word that rules a condition out.
    Without(usize),
}

/// A condition and the pattern that it belongs to.
pub(super) struct Condition {
    pub when: When,
    pub pattern: &'static Pattern,
}

/// All words of all tables, ready to be sought.
pub(super) struct Index {
    /// Nothing where the tables hold words that cannot be sought; then nothing is explained.
    pub words: Option<AhoCorasick>,
    /// For each word, what it is for.
    pub uses: Vec<Vec<Use>>,
    pub conditions: Vec<Condition>,
    /// The conditions that ask for no words, only for a sign.
    pub wordless: Vec<usize>,
}

/// The words and conditions of all tables.
pub(super) static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

impl Index {
    fn new() -> Index {
        let mut words: Vec<&'static str> = Vec::new();
        let mut uses: Vec<Vec<Use>> = Vec::new();
        let mut add = |word: &'static str, purpose: Use| match words
            .iter()
            .position(|known| *known == word)
        {
            Some(at) => {
                if let Some(known) = uses.get_mut(at) {
                    known.push(purpose);
                }
            }
            None => {
                words.push(word);
                uses.push(vec![purpose]);
            }
        };
        for (error, names) in reading::ERROR_WORDS {
            names
                .iter()
                .for_each(|word| add(word, Use::Error(*error as u8)));
        }
        for (operation, names) in reading::OPERATION_WORDS {
            names
                .iter()
                .for_each(|word| add(word, Use::Operation(*operation as u8)));
        }
        for (level, names) in reading::LEVEL_WORDS {
            names.iter().for_each(|word| add(word, Use::Level(*level)));
        }
        for (at, (_, names)) in reading::PROGRAM_WORDS.iter().enumerate() {
            names.iter().for_each(|word| add(word, Use::Program(at)));
        }
        let mut conditions = Vec::new();
        let mut wordless = Vec::new();
        for pattern in tables::patterns() {
            for when in pattern.when {
                let at = conditions.len();
                for (place, word) in when.words.iter().enumerate() {
                    add(word, Use::Word(at, place));
                }
                when.without
                    .iter()
                    .for_each(|word| add(word, Use::Without(at)));
                if when.words.is_empty() {
                    wordless.push(at);
                }
                conditions.push(Condition {
                    when: *when,
                    pattern,
                });
            }
        }
        Index {
            words: AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::Standard)
                .build(&words)
                .ok(),
            uses,
            conditions,
            wordless,
        }
    }
}

//! The language a rendering is in. Texts stay English in the data; a language turns each whole text into its own words.
//!
//! Sentences are never put together from halves, so a translator sees every text as it is read. Where translations are
//! kept, and how they are read, is left to the build.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::{json, page};

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Like English.
    LeftToRight,
    /// Like Arabic.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// A language to render in.
#[derive(Clone, Copy)]
pub struct Language<'a> {
    /// Its BCP 47 tag, such as `en` or `pt-BR`.
    pub tag: &'a str,
    /// Its own name.
    pub name: &'a str,
    /// Which way it is written.
    pub direction: Direction,
    /// The words for an English text; the English text itself where there are none yet.
    pub say: &'a dyn Fn(&'static str) -> String,
}

impl Language<'static> {
    /// The language the texts are written in.
    #[must_use]
    pub fn english() -> Self {
        Language {
            tag: "en",
            name: "English",
            direction: Direction::LeftToRight,
            say: &|text| text.to_owned(),
        }
    }
}

impl Language<'_> {
    /// The words for an English text.
    #[must_use]
    pub fn say(&self, text: &'static str) -> String {
        (self.say)(text)
    }
}

/// Every text of the data file and of the guide, sorted: what there is to translate.
#[must_use]
pub fn texts() -> BTreeSet<&'static str> {
    let seen = RefCell::new(BTreeSet::new());
    let record = |text: &'static str| {
        seen.borrow_mut().insert(text);
        text.to_owned()
    };
    let recording = Language {
        say: &record,
        ..Language::english()
    };
    // Only what they ask for matters here.
    let _ = json::render(&recording);
    let _ = page::render(&recording);
    seen.into_inner()
}

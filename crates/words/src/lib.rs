//! Sentences by key, in every language.
//!
//! A [`Sentence`] has a key and its English, which is compiled in. The [`words!`] macro declares a table of them as an enum.
//! [`Words`] is a language: it looks a sentence's translation up by its key and falls back to the English sentence by
//! sentence, so a sentence that is not translated yet is shown in English and nothing else changes.
//!
//! ```
//! use whichside_words::{Language, Words, words};
//!
//! words! {
//!     /// What a greeting says.
//!     GreetingKey "greeting" {
//!         Hello = "Hello, {name}.";
//!         Visits = "{count} visit" | "{count} visits";
//!     }
//! }
//!
//! let file = r#"{"greeting.Hello": ["Hallo, {name}."]}"#;
//! let german = Words::read(Language::German, file)?;
//! assert_eq!(german.fill(GreetingKey::Hello, &[("name", "Eva")]), "Hallo, Eva.");
//! assert_eq!(german.count(GreetingKey::Visits, 2, 2), "2 visits");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Which sentences there are is left to the crates that say them, fetching a language's file to the page, and checking
//! translations to the build.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod language;
mod sentence;
mod translations;

pub use language::Language;
pub use sentence::{Key, Sentence};
pub use translations::{Translations, Words};

//! What a sentence is, and how a table of sentences is declared. How a sentence is said in a language is left to
//! [`crate::Words`].

/// A sentence: the key it is translated by, and its English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The key, such as `page.Check`: the table's name and the sentence's own. A sentence that is looked up by its English
    /// has that as its key.
    pub key: &'static str,
    /// The English, with placeholders in braces. The form for one where the sentence counts.
    pub english: &'static str,
    /// The English form for any number but one, where the sentence counts.
    pub plural: Option<&'static str>,
}

impl Sentence {
    /// A sentence that does not count.
    #[must_use]
    pub const fn new(key: &'static str, english: &'static str) -> Sentence {
        Sentence {
            key,
            english,
            plural: None,
        }
    }

    /// A text that is looked up by its English.
    #[must_use]
    pub const fn by_english(english: &'static str) -> Sentence {
        Sentence::new(english, english)
    }

    /// The same sentence with the form for any number but one.
    #[must_use]
    pub const fn with_plural(self, plural: &'static str) -> Sentence {
        Sentence {
            plural: Some(plural),
            ..self
        }
    }
}

/// What stands for a sentence: a key of a table that [`crate::words!`] declares, or the sentence itself.
pub trait Key {
    /// The sentence.
    fn sentence(self) -> Sentence;
}

impl Key for Sentence {
    fn sentence(self) -> Sentence {
        self
    }
}

/// Declares a table of sentences as an enum of keys: `Key = "English";`, or `Key = "one" | "many";` for a sentence that
/// counts. The table's name is the first part of each key.
#[macro_export]
macro_rules! words {
    ($(#[$about:meta])* $table:ident $name:literal {
        $($(#[$doc:meta])* $key:ident = $one:literal $(| $many:literal)?;)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $table { $($(#[$doc])* #[doc = concat!("`", $one, "`")] $key,)+ }

        impl $table {
            /// Every key of the table.
            pub const ALL: &'static [$table] = &[$($table::$key),+];

            /// Every sentence of the table.
            pub fn sentences() -> impl Iterator<Item = $crate::Sentence> {
                $table::ALL.iter().map(|key| $crate::Key::sentence(*key))
            }
        }

        impl $crate::Key for $table {
            fn sentence(self) -> $crate::Sentence {
                match self {
                    $($table::$key => $crate::Sentence::new(
                        concat!($name, ".", stringify!($key)), $one
                    )$(.with_plural($many))?,)+
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    words! {
        /// A table.
        TestKey "test" {
            /// Described.
            Plain = "Plain.";
            Counted = "once" | "{count} times";
        }
    }

    #[test]
    fn a_table_knows_each_key_with_its_english() {
        let sentences: Vec<Sentence> = TestKey::sentences().collect();
        assert_eq!(
            sentences,
            [
                Sentence::new("test.Plain", "Plain."),
                Sentence::new("test.Counted", "once").with_plural("{count} times"),
            ]
        );
    }
}

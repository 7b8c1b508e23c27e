//! What a table of words is: keys, and the English sentence of each. What the sentences are stands in `english` and in
//! `remedies`; which of them is said is decided elsewhere.

/// A key of a table. The tables stand one behind the other, so that a language is one list of sentences.
pub trait Key: Copy {
    /// The place of the table's first sentence in the list.
    const FIRST: usize;
    /// How many sentences the table has.
    const COUNT: usize;
    /// The English sentences, each ended by a line break; the two forms of a plural are parted by `|`.
    const ENGLISH: &'static str;
    /// The names of the keys, with the table's: for translators and tools. The page itself does without.
    #[cfg(not(target_arch = "wasm32"))]
    const NAMES: &'static [&'static str];

    /// The key's place in its table.
    fn at(self) -> usize;
}

/// Stands before the first table.
#[derive(Clone, Copy)]
pub(super) enum Start {}

impl Key for Start {
    const FIRST: usize = 0;
    const COUNT: usize = 0;
    const ENGLISH: &'static str = "";
    #[cfg(not(target_arch = "wasm32"))]
    const NAMES: &'static [&'static str] = &[];

    fn at(self) -> usize {
        match self {}
    }
}

/// Declares a table: its keys with their English, a sentence for each, or `"one" | "many"` where it counts something.
macro_rules! words {
    ($(#[doc = $about:literal])+ $table:ident $name:literal after $before:ty { $($key:ident = $one:literal $(| $many:literal)?;)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        pub enum $table { $(#[doc = $one] $key,)+ }

        impl $crate::words::table::Key for $table {
            const FIRST: usize =
                <$before as $crate::words::table::Key>::FIRST + <$before as $crate::words::table::Key>::COUNT;
            const COUNT: usize = [$($table::$key),+].len();
            const ENGLISH: &'static str = concat!($($one, $("|", $many,)? "\n"),+);
            #[cfg(not(target_arch = "wasm32"))]
            const NAMES: &'static [&'static str] = &[$(concat!($name, ".", stringify!($key))),+];

            fn at(self) -> usize {
                self as usize
            }
        }
    };
}

/// Goes from each variant of one of our enums to the key of the same name, and by further arms from the others: one without
/// words does not compile.
macro_rules! key_of {
    ($value:expr, $from:ident => $table:ident { $($variant:ident),+ $(,)? } $($arms:tt)*) => {
        match $value {
            $($from::$variant => $table::$variant,)+
            $($arms)*
        }
    };
}

pub(super) use {key_of, words};

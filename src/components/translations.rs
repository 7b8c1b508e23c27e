//! The words of the language that a page speaks, for the components below a `ContextProvider<Translations>`.

use std::ops::Deref;
use std::rc::Rc;

use whichside_diagnosis::words::Words;
use yew::prelude::*;

/// The words of the language that a page speaks. Two are equal where they are the same words in memory.
#[derive(Clone, Debug, Default)]
pub struct Translations(Rc<Words>);

impl From<Rc<Words>> for Translations {
    fn from(words: Rc<Words>) -> Translations {
        Translations(words)
    }
}

impl PartialEq for Translations {
    fn eq(&self, other: &Translations) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Translations {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.0
    }
}

/// The words that the page speaks; English where nobody provides any.
#[hook]
pub fn use_translations() -> Translations {
    use_context().unwrap_or_default()
}

//! The labels of the configurator in the page's language.

use std::rc::Rc;

use whichside_embed::{Label, OwnerLabel, Said};
use yew::prelude::*;

/// The labels in a language; English where there are no others. Two are equal where they are the same in memory.
#[derive(Clone, Debug, Default)]
pub struct Labels(Rc<Said>);

impl Labels {
    /// Reads a language's file.
    #[must_use]
    pub fn read(file: &str) -> Labels {
        Labels(Rc::new(Said::read(file)))
    }

    /// A label of the configurator.
    #[must_use]
    pub fn text(&self, label: OwnerLabel) -> &str {
        self.0.text(label.english())
    }

    /// A label of the widget, which the configurator shows as the widget does.
    #[must_use]
    pub fn widget_text(&self, label: Label) -> &str {
        self.0.text(label.english())
    }
}

impl PartialEq for Labels {
    fn eq(&self, other: &Labels) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The labels that the components below a `ContextProvider<Labels>` show; English where nobody provides any.
#[hook]
pub fn use_labels() -> Labels {
    use_context().unwrap_or_default()
}

//! What every part of the section is drawn with.

use std::rc::Rc;

use whichside_owner::response::{Labels, Request, Section, Task};
use whichside_owner::{Label, Step};
use yew::prelude::*;

use super::asker::Asker;

/// What every part of the section is drawn with.
#[derive(Clone, PartialEq)]
pub(super) struct SectionContext {
    /// The BCP 47 code of the page's language.
    pub language: AttrValue,
    /// The section.
    pub section: Rc<Section>,
    /// Whom to ask.
    pub asker: Asker,
    /// Announces a sentence to screen readers.
    pub announce: Callback<String>,
    /// Shows a step and moves the focus there.
    pub go_to: Callback<Step>,
}

impl SectionContext {
    /// The text of a label.
    pub fn text(&self, label: Label) -> &str {
        self.labels().text(label)
    }

    /// The text of each label.
    pub fn labels(&self) -> &Labels {
        &self.section.labels
    }

    /// A request about the site of the section.
    pub fn request(&self, task: Task) -> Request {
        Request {
            language: self.language.to_string(),
            site: self.section.site.clone(),
            task,
        }
    }
}

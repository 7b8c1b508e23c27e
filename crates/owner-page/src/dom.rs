//! Elements put together by plain calls to the DOM. Texts become text nodes, so nothing in them is ever markup.
//!
//! The browser refuses no name that stands here; should it, the element is missing and the rest stands.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, window};

/// An element that is being put together.
pub(crate) struct El(Option<Element>);

/// The document, unless this runs in a worker.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// An element of this name.
pub(crate) fn el(name: &str) -> El {
    El(document().and_then(|document| document.create_element(name).ok()))
}

/// An element of this name and class.
pub(crate) fn classed(name: &str, class: &str) -> El {
    el(name).with("class", class)
}

/// A button that does something; which thing it is about, its attributes say.
pub(crate) fn button(action: &str, text: &str) -> El {
    classed("button", "quiet")
        .with("type", "button")
        .with("data-action", action)
        .text(text)
}

impl El {
    /// With an attribute.
    pub(crate) fn with(self, name: &str, value: &str) -> El {
        if let Some(element) = &self.0 {
            let _ = element.set_attribute(name, value);
        }
        self
    }

    /// With a text.
    pub(crate) fn text(self, text: &str) -> El {
        if let Some(element) = &self.0 {
            let _ = element.append_with_str_1(text);
        }
        self
    }

    /// With a child.
    pub(crate) fn has(self, child: impl Into<Option<El>>) -> El {
        if let Some(child) = child.into() {
            child.into_place(self.0.as_ref());
        }
        self
    }

    /// With several children.
    pub(crate) fn each(self, children: impl IntoIterator<Item = El>) -> El {
        for child in children {
            child.into_place(self.0.as_ref());
        }
        self
    }

    /// At the end of a place.
    pub(crate) fn into_place(self, place: Option<&Element>) {
        if let (Some(place), Some(element)) = (place, self.0) {
            let _ = place.append_child(&element);
        }
    }
}

/// Puts these into a place, instead of what stood there.
pub(crate) fn fill(place: &Element, with: impl IntoIterator<Item = El>) {
    place.set_text_content(None);
    for child in with {
        child.into_place(Some(place));
    }
}

/// The one element within that matches.
pub(crate) fn within<T: JsCast>(place: &Element, selector: &str) -> Option<T> {
    place.query_selector(selector).ok()??.dyn_into().ok()
}

//! Header, introduction and footer, whose English stands in `index.html`: shown in the language of the app. Which language
//! that is, is left to the reducer.

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use whichside_diagnosis::words::{Language, Words};
use whichside_guide::page::folder;

use crate::browser::document::set_language;

/// The elements with a sentence, each with its key and its English.
pub(super) struct Frame(Vec<Marked>);

struct Marked {
    element: Element,
    key: String,
    english: String,
}

impl Frame {
    /// Finds the elements, which the attribute `data-words` gives their keys.
    pub(super) fn found() -> Frame {
        let list = document().query_selector_all("[data-words]").ok();
        let elements = list.iter().flat_map(|list| {
            (0..list.length()).filter_map(|at| list.item(at)?.dyn_into::<Element>().ok())
        });
        let marked = elements.filter_map(|element| {
            Some(Marked {
                key: element.get_attribute("data-words")?,
                english: element.text_content()?,
                element,
            })
        });
        Frame(marked.collect())
    }

    /// Shows all of it in a language, and sets the page's direction.
    pub(super) fn speak(&self, words: &Words) {
        for marked in &self.0 {
            let text = words.translation(&marked.key).unwrap_or(&marked.english);
            marked.element.set_text_content(Some(text));
        }
        let language = words.language();
        if let Some(menu) = menu() {
            menu.set_value(language.code());
        }
        if let Some(guide) = document().get_element_by_id("guide") {
            let _ = guide.set_attribute("href", &guide_in(language));
        }
        set_language(language);
    }
}

/// The guide in this language.
pub(super) fn guide_in(language: Language) -> String {
    format!("guide/{}", folder(language.code()))
}

/// The menu of languages.
pub(super) fn menu() -> Option<HtmlSelectElement> {
    let menu = document().get_element_by_id("language")?;
    menu.dyn_into().ok()
}

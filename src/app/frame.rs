//! What stands around the app in `index.html`, header, introduction and footer: said in the language of the app. Which
//! language that is, is decided elsewhere.

use wasm_bindgen::JsCast;
use web_sys::{HtmlSelectElement, Node, window};
use whichside_diagnosis::words::{Language, Words};
use whichside_guide::page::folder;

/// The elements that say something, each with its English.
pub(super) struct Frame(Vec<(Node, String)>);

impl Frame {
    /// Finds the elements, in the order of the document.
    pub(super) fn found() -> Frame {
        let marked = window()
            .and_then(|window| window.document())
            .and_then(|document| document.query_selector_all("[data-words]").ok());
        let found = marked.map_or_else(Vec::new, |marked| {
            (0..marked.length())
                .filter_map(|at| marked.item(at))
                .map(|node| (node.clone(), node.text_content().unwrap_or_default()))
                .collect()
        });
        Frame(found)
    }

    /// Says all of it in a language, and sets the page's direction.
    pub(super) fn speak(&self, words: &Words) {
        let texts = words.frame();
        for (at, (node, english)) in self.0.iter().enumerate() {
            let text = texts.get(at).copied().unwrap_or(english);
            node.set_text_content(Some(text));
        }
        let language = words.language();
        if let Some(menu) = menu() {
            menu.set_value(language.code());
        }
        let Some(document) = window().and_then(|window| window.document()) else {
            return;
        };
        if let Some(guide) = document.get_element_by_id("guide") {
            let _ = guide.set_attribute("href", &guide_in(language));
        }
        if let Some(page) = document.document_element() {
            let direction = if language.runs_leftwards() {
                "rtl"
            } else {
                "ltr"
            };
            let _ = page.set_attribute("lang", language.code());
            let _ = page.set_attribute("dir", direction);
        }
    }
}

/// The guide in this language.
pub(super) fn guide_in(language: Language) -> String {
    ["guide/", &folder(language.code())].concat()
}

/// The menu of languages.
pub(super) fn menu() -> Option<HtmlSelectElement> {
    let document = window()?.document()?;
    let menu = document.get_element_by_id("language")?;
    // `index.html` has it as one; a check would cost the page an import.
    Some(menu.unchecked_into())
}

/// The name of a language's file, which the build has written into the page.
pub(super) fn file(language: Language) -> Option<String> {
    let names = window()?
        .document()?
        .get_element_by_id("words")?
        .get_attribute("content")?;
    let start = ["words/", language.code(), "-"].concat();
    let name = names.split(' ').find(|name| name.starts_with(&start))?;
    Some(name.to_owned())
}

//! Starts a program: what stood in the document until now makes way for a component.

use yew::{BaseComponent, Renderer};

/// Draws a component in the place that every document of ours has for it.
pub fn start<C: BaseComponent<Properties = ()>>() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        // What stands there until now says that the page is loading.
        root.set_text_content(None);
        Renderer::<C>::with_root(root).render();
    }
}

//! Starts a program: what stood in the document until now makes way for a component.

use yew::{BaseComponent, Renderer};

use crate::{app::App, widget::Widget};

/// Starts the page, or the widget where the document says by `<body data-page>` that it is one.
pub fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    let page = document
        .and_then(|document| document.body())
        .and_then(|body| body.get_attribute("data-page"));
    match page.as_deref() {
        Some("widget") => draw::<Widget>(),
        Some(_) | None => draw::<App>(),
    }
}

/// Draws a component in the place that every document of ours has for it.
pub fn draw<C: BaseComponent<Properties = ()>>() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        // What stands there until now says that the page is loading.
        root.set_text_content(None);
        Renderer::<C>::with_root(root).render();
    }
}

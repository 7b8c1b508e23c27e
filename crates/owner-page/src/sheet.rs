//! The section's own stylesheet, which comes with the module: beside it, under the same name.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use wasm_bindgen::JsCast;

use crate::dom::document;

/// The id of the stylesheet's link.
const ID: &str = "owner-style";

/// Asks for the stylesheet and waits until it is there, or is known not to come: the section can be read without it.
pub(crate) async fn arrives() {
    if let Some(arrival) = asked() {
        let _ = JsFuture::from(arrival).await;
    }
}

fn asked() -> Option<Promise> {
    let document = document()?;
    if document.get_element_by_id(ID).is_some() {
        return None;
    }
    let module = document.query_selector("meta[name=\"whichside-owner\"]");
    let module = module.ok()??.get_attribute("content")?;
    let sheet = [module.strip_suffix("js")?, "css"].concat();
    let link: HtmlElement = document.create_element("link").ok()?.unchecked_into();
    for (name, value) in [("id", ID), ("rel", "stylesheet"), ("href", &sheet)] {
        link.set_attribute(name, value).ok()?;
    }
    let arrival = Promise::new(&mut |resolve, _| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&resolve));
    });
    document.head()?.append_child(&link).ok()?;
    Some(arrival)
}

//! The page around the frame: what the browser tells of it, what it says, and what is said to it.
//!
//! Its origin is the browser's word alone (`event.origin`, `location.ancestorOrigins`), never a parameter or a referrer.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::{DomStringList, MessageEvent, Window};
use yew::Callback;

use super::event::{Around, Event};

/// What is around.
pub(super) fn around(window: &Window) -> Around {
    let Some(parent) = parent(window) else {
        return Around::Nothing;
    };
    let listed = Reflect::get(&window.location(), &"ancestorOrigins".into())
        .ok()
        .and_then(|list| list.dyn_into::<DomStringList>().ok());
    match listed {
        Some(list) => Around::Origins((0..list.length()).filter_map(|at| list.item(at)).collect()),
        None if is_top(window, &parent) => Around::OnePage,
        None => Around::Several,
    }
}

/// The window around this one; none where this is the uppermost.
fn parent(window: &Window) -> Option<Window> {
    let parent = window.parent().ok()??;
    (!js_sys::Object::is(&parent, window)).then_some(parent)
}

fn is_top(window: &Window, parent: &Window) -> bool {
    let top = window.top().ok().flatten();
    top.is_some_and(|top| js_sys::Object::is(&top, parent))
}

/// Listens to the page around, and to nobody else.
pub(super) fn listen(window: &Window, tell: Callback<Event>) -> Closure<dyn FnMut(MessageEvent)> {
    let around = parent(window);
    let hear = Closure::<dyn FnMut(_)>::new(move |message: MessageEvent| {
        let speaker: JsValue = message.source().map(Into::into).unwrap_or_default();
        let is_parent = around
            .as_ref()
            .is_some_and(|around| js_sys::Object::is(around, &speaker));
        if let (true, Some(text)) = (is_parent, message.data().as_string()) {
            tell.emit(Event::Heard {
                origin: message.origin(),
                text,
            });
        }
    });
    let _ = window.add_event_listener_with_callback("message", hear.as_ref().unchecked_ref());
    hear
}

/// Says something to the page around, if it is of this origin.
pub(super) fn post(window: &Window, to: Option<&str>, text: &str) {
    if let Some(parent) = parent(window) {
        // A page that has gone hears nothing, and nothing is wrong with that.
        let _ = parent.post_message(&text.into(), to.unwrap_or("*"));
    }
}

//! The page around the frame: what the browser tells of it, what it says, and what is said to it.
//!
//! Its origin is the browser's word alone (`event.origin`, `location.ancestorOrigins`), never a parameter or a referrer.

use gloo_events::EventListener;
use gloo_utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomStringList, MessageEvent, Window};
use yew::Callback;

use super::event::{Embedding, Event};

/// What is around.
pub(super) fn embedding() -> Embedding {
    let Some(parent) = parent() else {
        return Embedding::TopLevel;
    };
    let listed = Reflect::get(&window().location(), &"ancestorOrigins".into())
        .ok()
        .and_then(|list| list.dyn_into::<DomStringList>().ok());
    match listed {
        Some(list) => {
            Embedding::Origins((0..list.length()).filter_map(|at| list.item(at)).collect())
        }
        None if is_top(&parent) => Embedding::OneUnknownParent,
        None => Embedding::Nested,
    }
}

/// The window around this one; none where this is the uppermost.
fn parent() -> Option<Window> {
    let parent = window().parent().ok()??;
    (!Object::is(&parent, &window())).then_some(parent)
}

fn is_top(parent: &Window) -> bool {
    let top = window().top().ok().flatten();
    top.is_some_and(|top| Object::is(&top, parent))
}

/// Listens to the page around, and to nobody else, until the listener is dropped.
pub(super) fn listen(dispatch: Callback<Event>) -> EventListener {
    let parent = parent();
    EventListener::new(&window(), "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let sender: JsValue = message.source().map(Into::into).unwrap_or_default();
        let is_parent = parent
            .as_ref()
            .is_some_and(|parent| Object::is(parent, &sender));
        if let (true, Some(text)) = (is_parent, message.data().as_string()) {
            dispatch.emit(Event::MessageReceived {
                origin: message.origin(),
                text,
            });
        }
    })
}

/// Says something to the page around, if it is of this origin.
pub(super) fn post(to: Option<&str>, text: &str) {
    if let Some(parent) = parent() {
        // A page that has gone hears nothing, and nothing is wrong with that.
        let _ = parent.post_message(&text.into(), to.unwrap_or("*"));
    }
}

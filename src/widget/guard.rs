//! Stands before every click in the frame, and lets through only what is the visitor's own wish (`click`). Links are let
//! through: they open a page of ours, which starts nothing.
//!
//! Where the browser can tell whether the frame is seen whole (IntersectionObserver v2: Chromium), it is asked to.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, IntersectionObserver, IntersectionObserverInit, Window};
use whichside_diagnosis::Millis;
use yew::Callback;

use super::click::{Click, Judged, judge};
use super::event::Event;

/// Milliseconds between two looks of the browser, the fewest it allows.
const LOOK_MS: f64 = 100.0;

/// An observer with what it reports to.
type Watch = (IntersectionObserver, Closure<dyn FnMut(Array)>);

/// The guard, at its post until it is dropped.
pub(super) struct Guard {
    /// Since when the frame shows what it shows.
    since: Rc<Cell<Millis>>,
    _clicks: Closure<dyn FnMut(web_sys::Event)>,
    _seen: Option<Watch>,
}

impl Guard {
    /// Stands before the window's clicks.
    pub(super) fn new(window: &Window, tell: Callback<Event>) -> Guard {
        let since = Rc::new(Cell::new(now()));
        let covered = Rc::new(Cell::new(None));
        let seen = window
            .document()
            .and_then(|document| document.document_element())
            .and_then(|page| watch(&page, Rc::clone(&covered)));
        let shown = Rc::clone(&since);
        let clicks = Closure::<dyn FnMut(_)>::new(move |event: web_sys::Event| {
            let on_link = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .and_then(|target| target.closest("a").ok()?);
            if on_link.is_some() {
                return;
            }
            let judged = judge(Click {
                trusted: event.is_trusted(),
                covered: covered.get(),
                shown_for: now().since(shown.get()),
            });
            if judged != Judged::Meant {
                event.stop_immediate_propagation();
                event.prevent_default();
            }
            if judged == Judged::Covered {
                tell.emit(Event::Covered);
            }
        });
        let first = AddEventListenerOptions::new();
        first.set_capture(true);
        // Nothing of the document hears a click before the window does.
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            "click",
            clicks.as_ref().unchecked_ref(),
            &first,
        );
        Guard {
            since,
            _clicks: clicks,
            _seen: seen,
        }
    }

    /// The frame shows something else since then.
    pub(super) fn changed(&self, since: Millis) {
        self.since.set(since);
    }
}

fn now() -> Millis {
    let clock = web_sys::window().and_then(|window| window.performance());
    Millis(clock.map_or(0.0, |clock| clock.now()) as u32)
}

/// Keeps up whether something lies over an element; nothing where the browser does not tell.
fn watch(element: &web_sys::Element, covered: Rc<Cell<Option<bool>>>) -> Option<Watch> {
    let tells = Reflect::get(&js_sys::global(), &"IntersectionObserverEntry".into())
        .and_then(|entry| Reflect::get(&entry, &"prototype".into()))
        .and_then(|entry| Reflect::has(&entry, &"isVisible".into()))
        .unwrap_or(false);
    if !tells {
        return None;
    }
    let looked = Closure::<dyn FnMut(_)>::new(move |looks: Array| {
        let last = looks.get(looks.length().saturating_sub(1));
        let seen = Reflect::get(&last, &"isVisible".into()).ok();
        covered.set(seen.and_then(|seen| seen.as_bool()).map(|seen| !seen));
    });
    let how = IntersectionObserverInit::new();
    for (name, value) in [
        ("trackVisibility", JsValue::TRUE),
        ("delay", LOOK_MS.into()),
    ] {
        Reflect::set(&how, &name.into(), &value).ok()?;
    }
    let observer =
        IntersectionObserver::new_with_options(looked.as_ref().unchecked_ref(), &how).ok()?;
    observer.observe(element);
    Some((observer, looked))
}

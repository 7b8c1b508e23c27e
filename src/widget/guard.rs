//! Stands before every click in the frame, and lets through only what is the visitor's own wish (`click`). Links are let
//! through: they open a page of ours, which starts nothing.
//!
//! The browser is asked whether the frame is in sight, and where it can tell, whether anything lies over it
//! (IntersectionObserver v2: Chromium).

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_utils::{document, document_element, window};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DomRectReadOnly, IntersectionObserver, IntersectionObserverInit};
use whichside_diagnosis::Millis;
use yew::Callback;

use super::click::{Click, ClickJudgement, judge};
use super::event::Event;
use crate::browser::env::now;

/// Milliseconds between two looks of the browser, the fewest it allows.
const LOOK_MS: f64 = 100.0;

/// How many dots of the screen a pixel of the frame has at least where it can be read. The browser's own zoom and that of the styles
/// around the frame both count.
const LEGIBLE: f64 = 0.5;

/// Into how many parts the frame is divided: the browser looks again when one more or less of them is in sight.
const LOOKS: u8 = 50;

/// An observer with what it reports to.
type Watch = (IntersectionObserver, Closure<dyn FnMut(Array)>);

/// Filters the clicks in the frame until it is dropped.
pub(super) struct Guard {
    /// Since when the frame shows what it shows.
    since: Rc<Cell<Millis>>,
    _clicks: EventListener,
    watch: Option<Watch>,
}

impl Guard {
    /// Starts to filter the clicks.
    pub(super) fn new(dispatch: Callback<Event>) -> Guard {
        let since = Rc::new(Cell::new(now()));
        let covered = Rc::new(Cell::new(None));
        let uncovered = Rc::new(Cell::new(Millis(0)));
        let watch = watch(
            &document_element(),
            Rc::clone(&covered),
            Rc::clone(&uncovered),
        );
        let shown = Rc::clone(&since);
        let observer = watch.as_ref().map(|(observer, _)| observer.clone());
        // Nothing of the document hears a click before the window does.
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let clicks = EventListener::new_with_options(&window(), "click", options, move |event| {
            let on_link = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .and_then(|target| target.closest("a").ok()?);
            if on_link.is_some() {
                return;
            }
            let judged = judge(Click {
                trusted: event.is_trusted(),
                covered: covered.get().map(|covered| covered || is_tiny()),
                shown_for: now().since(shown.get().max(uncovered.get())),
            });
            if judged != ClickJudgement::Meant {
                event.stop_immediate_propagation();
                event.prevent_default();
            }
            if judged == ClickJudgement::Covered {
                observer.iter().for_each(look_again);
                dispatch.emit(Event::ClickObscured);
            }
        });
        Guard {
            since,
            _clicks: clicks,
            watch,
        }
    }

    /// The frame shows something else since then, and has drawn it. What it asks may have another size now, so the browser
    /// looks again.
    pub(super) fn changed(&self, since: Millis) {
        if self.since.replace(since) == since {
            return;
        }
        if let Some((observer, _)) = &self.watch {
            look_again(observer);
        }
    }
}

/// Whether the page around has made the frame too small to be read, of which the browser's look at it tells nothing.
fn is_tiny() -> bool {
    window().device_pixel_ratio() < LEGIBLE
}

/// Has the browser report anew: by itself it does so only where a share of the frame comes into sight or goes out of it.
fn look_again(observer: &IntersectionObserver) {
    observer.unobserve(&document_element());
    observer.observe(&document_element());
}

/// Keeps up whether something hides an element or cuts off what it asks, as far as the browser tells, and since when nothing
/// does.
fn watch(
    element: &web_sys::Element,
    covered: Rc<Cell<Option<bool>>>,
    uncovered: Rc<Cell<Millis>>,
) -> Option<Watch> {
    let looks_at = Reflect::get(&js_sys::global(), &"IntersectionObserverEntry".into())
        .and_then(|entry| Reflect::get(&entry, &"prototype".into()))
        .ok()
        .filter(JsValue::is_object)?;
    // Of version 2 what lies over it, else only whether it is in sight.
    let told_by = match Reflect::has(&looks_at, &"isVisible".into()) {
        Ok(true) => "isVisible",
        _ => "isIntersecting",
    };
    covered.set(Some(true));
    let looked = Closure::<dyn FnMut(_)>::new(move |looks: Array| {
        let last = looks.get(looks.length().saturating_sub(1));
        let seen = Reflect::get(&last, &told_by.into()).ok();
        let is_seen = seen.and_then(|seen| seen.as_bool()) == Some(true) && whole(&last);
        if covered.replace(Some(!is_seen)) == Some(true) && is_seen {
            uncovered.set(now());
        }
    });
    let how = IntersectionObserverInit::new();
    let parts: Array = (0..=LOOKS)
        .map(|part| JsValue::from(f64::from(part) / f64::from(LOOKS)))
        .collect();
    for (name, value) in [
        ("trackVisibility", JsValue::TRUE),
        ("delay", LOOK_MS.into()),
        ("threshold", parts.into()),
    ] {
        Reflect::set(&how, &name.into(), &value).ok()?;
    }
    let observer =
        IntersectionObserver::new_with_options(looked.as_ref().unchecked_ref(), &how).ok()?;
    observer.observe(element);
    Some((observer, looked))
}

/// Whether what the visitor is asked lies wholly in the part of the frame that is in sight, as far as it is not scrolled away.
fn whole(look: &JsValue) -> bool {
    let seen = Reflect::get(look, &"intersectionRect".into())
        .ok()
        .and_then(|seen| seen.dyn_into::<DomRectReadOnly>().ok());
    let asked = document().get_element_by_id("verdict");
    let (Some(seen), Some(asked)) = (seen, asked) else {
        return true;
    };
    let frame = document_element();
    let asked = asked.get_bounding_client_rect();
    let (width, height) = (frame.client_width().into(), frame.client_height().into());
    // Browsers round to parts of a pixel.
    seen.left() <= asked.left().max(0.0) + 1.0
        && seen.top() <= asked.top().max(0.0) + 1.0
        && seen.right() >= asked.right().min(width) - 1.0
        && seen.bottom() >= asked.bottom().min(height) - 1.0
}

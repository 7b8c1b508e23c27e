//! Waiting in the browser: timers, events and limits as futures that leave nothing behind when dropped.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, MessageChannel};

/// A bell that event listeners ring and one future waits for. Rings while nobody waits are remembered as one.
#[derive(Clone, Default)]
pub(super) struct Bell(Rc<Ring>);

#[derive(Default)]
struct Ring {
    rung: Cell<bool>,
    waiting: Cell<Option<Waker>>,
}

impl Bell {
    /// Wakes whoever waits.
    pub(super) fn ring(&self) {
        self.0.rung.set(true);
        if let Some(waker) = self.0.waiting.take() {
            waker.wake();
        }
    }

    /// Waits until it has rung since the last wait.
    pub(super) async fn wait(&self) {
        poll_fn(|context| {
            if self.0.rung.take() {
                return Poll::Ready(());
            }
            self.0.waiting.set(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    /// Waits until `seen` holds, looking at every ring; `false` when it does not within `limit_ms`.
    pub(super) async fn until(&self, limit_ms: i32, seen: impl Fn() -> bool) -> bool {
        let look = async {
            while !seen() {
                self.wait().await;
            }
        };
        within(limit_ms, look).await.is_some()
    }
}

/// An event listener, taken off when dropped.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens for events of this kind.
    pub(super) fn new(
        target: &EventTarget,
        kind: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Result<Listener, JsValue> {
        let callback = Closure::<dyn FnMut(Event)>::new(heard);
        target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref())?;
        Ok(Listener {
            target: target.clone(),
            kind,
            callback,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Taking off a listener that is on cannot fail.
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, self.callback.as_ref().unchecked_ref());
    }
}

/// The first of several events to be heard. Listens from its creation on.
pub(super) struct First {
    heard: Rc<Cell<Option<&'static str>>>,
    bell: Bell,
    _listeners: Vec<Listener>,
}

impl First {
    /// Listens for events of these kinds.
    pub(super) fn of(target: &EventTarget, kinds: &[&'static str]) -> Result<First, JsValue> {
        let heard = Rc::new(Cell::new(None));
        let bell = Bell::default();
        let listeners = kinds
            .iter()
            .map(|kind| {
                let (kind, heard, bell) = (*kind, Rc::clone(&heard), bell.clone());
                Listener::new(target, kind, move |_| {
                    heard.set(heard.get().or(Some(kind)));
                    bell.ring();
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(First {
            heard,
            bell,
            _listeners: listeners,
        })
    }

    /// The kind of the first event, if one has been heard.
    pub(super) fn heard(&self) -> Option<&'static str> {
        self.heard.get()
    }

    /// Waits for the first event; `None` when none comes within `limit_ms`.
    pub(super) async fn wait(&self, limit_ms: i32) -> Option<&'static str> {
        self.bell.until(limit_ms, || self.heard().is_some()).await;
        self.heard()
    }
}

/// The next turn of the event loop, about as soon as the browser can: a timer is held to 4 ms, a message is not.
pub(super) struct Turns {
    channel: MessageChannel,
    bell: Bell,
    _listener: Listener,
}

impl Turns {
    pub(super) fn new() -> Result<Turns, JsValue> {
        let channel = MessageChannel::new()?;
        let bell = Bell::default();
        let ring = bell.clone();
        let listener = Listener::new(&channel.port1(), "message", move |_| ring.ring())?;
        channel.port1().start();
        Ok(Turns {
            channel,
            bell,
            _listener: listener,
        })
    }

    pub(super) async fn next(&self) -> Result<(), JsValue> {
        self.channel.port2().post_message(&JsValue::NULL)?;
        self.bell.wait().await;
        Ok(())
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        self.channel.port1().close();
    }
}

/// A timer of the browser, stopped when dropped.
struct Timer {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    fn new(ms: i32, bell: Bell) -> Option<Timer> {
        let callback = Closure::<dyn FnMut()>::new(move || bell.ring());
        let id = web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                callback.as_ref().unchecked_ref(),
                ms,
            )
            .ok()?;
        Some(Timer {
            id,
            _callback: callback,
        })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Waits so many milliseconds; not at all where there is no timer.
pub(super) async fn sleep(ms: i32) {
    let bell = Bell::default();
    if let Some(_timer) = Timer::new(ms, bell.clone()) {
        bell.wait().await;
    }
}

/// What the future yields, or `None` when it takes longer than `limit_ms`; it is dropped then.
pub(super) async fn within<T>(limit_ms: i32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut limit = pin!(sleep(limit_ms));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => limit.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// What both futures yield; they run side by side.
pub(super) async fn both<A, B>(
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(value) = one.as_mut().poll(context)
        {
            first = Some(value);
        }
        if second.is_none()
            && let Poll::Ready(value) = other.as_mut().poll(context)
        {
            second = Some(value);
        }
        match (first.take(), second.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (first, second) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}

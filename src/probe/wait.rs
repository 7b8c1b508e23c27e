//! Waiting in the browser: a limit for a future, the first of several events, the next turn of the event loop. Nothing is
//! left behind when a wait is dropped.

use std::pin::pin;

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::{Either, select};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsValue;
use web_sys::{EventTarget, MessageChannel};

/// What the future yields, or `None` when it takes longer than `limit_ms`; it is dropped then.
pub(super) async fn within<T>(limit_ms: u32, future: impl Future<Output = T>) -> Option<T> {
    match select(pin!(future), TimeoutFuture::new(limit_ms)).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(((), _)) => None,
    }
}

/// The first of several events that a target dispatches. Listens from its creation on.
pub(super) struct FirstEvent {
    names: UnboundedReceiver<&'static str>,
    _listeners: Vec<EventListener>,
}

impl FirstEvent {
    /// Listens for events of these names.
    pub(super) fn of(target: &EventTarget, names: &[&'static str]) -> FirstEvent {
        let (sender, receiver) = unbounded();
        let listeners = names
            .iter()
            .map(|&name| {
                let sender = sender.clone();
                EventListener::new(target, name, move |_| {
                    // The receiver lives as long as the listener.
                    let _ = sender.unbounded_send(name);
                })
            })
            .collect();
        FirstEvent {
            names: receiver,
            _listeners: listeners,
        }
    }

    /// The name of the first event, once it has been dispatched.
    pub(super) fn dispatched(&mut self) -> Option<&'static str> {
        self.names.try_recv().ok()
    }

    /// Waits for the first event and yields its name; `None` when none comes within `limit_ms`.
    pub(super) async fn wait(&mut self, limit_ms: u32) -> Option<&'static str> {
        within(limit_ms, self.names.next()).await.flatten()
    }
}

/// The next turn of the event loop, about as soon as the browser can: a timer is held to 4 ms, a message is not.
pub(super) struct Turns {
    channel: MessageChannel,
    messages: UnboundedReceiver<()>,
    _listener: EventListener,
}

impl Turns {
    pub(super) fn new() -> Result<Turns, JsValue> {
        let channel = MessageChannel::new()?;
        let (sender, messages) = unbounded();
        let listener = EventListener::new(&channel.port1(), "message", move |_| {
            // The receiver lives as long as the listener.
            let _ = sender.unbounded_send(());
        });
        channel.port1().start();
        Ok(Turns {
            channel,
            messages,
            _listener: listener,
        })
    }

    pub(super) async fn next(&mut self) -> Result<(), JsValue> {
        self.channel.port2().post_message(&JsValue::NULL)?;
        self.messages.next().await;
        Ok(())
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        self.channel.port1().close();
    }
}

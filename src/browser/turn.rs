//! Which tab looks: of all tabs of this deployment that watch the same target, one has the turn, by a Web Lock, and tells the others
//! when the site is back, by a broadcast channel. The browser passes the turn on when that tab is closed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_utils::window;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, BroadcastChannel};

use super::own_name::own_name;

#[wasm_bindgen]
extern "C" {
    /// [Web Locks](https://www.w3.org/TR/web-locks/), which `web-sys` has as unstable only.
    type LockManager;

    #[wasm_bindgen(method)]
    fn request(this: &LockManager, name: &str, options: &Object, held: &Function) -> Promise;
}

/// What the tab with the turn tells the others. The message says nothing else.
const BACK: &str = "back";

/// A turn that is awaited or held. It is given up when dropped.
pub struct Turn {
    abort: Option<AbortController>,
    /// Ends the promise that holds the lock.
    release: Rc<RefCell<Option<Function>>>,
    channel: Option<BroadcastChannel>,
    _listener: Option<EventListener>,
}

impl Turn {
    /// Awaits the turn to look at a target. `came` is called when it is this tab's, at once where the browser has no locks; `back`
    /// when another tab tells that the site is back.
    pub fn await_for(target: &str, came: impl Fn() + 'static, back: impl Fn() + 'static) -> Turn {
        let name = own_name(&format!("watch {target}"));
        let channel = BroadcastChannel::new(&name).ok();
        let listener = channel
            .as_ref()
            .map(|channel| EventListener::new(channel, "message", move |_| back()));
        let release = Rc::new(RefCell::new(None));
        let abort = AbortController::new().ok();
        match (locks(), &abort) {
            (Some(locks), Some(abort)) => hold(&locks, &name, abort, &release, came),
            _ => came(),
        }
        Turn {
            abort,
            release,
            channel,
            _listener: listener,
        }
    }

    /// Tells the other tabs that the site is back.
    pub fn tell_back(&self) {
        if let Some(channel) = &self.channel {
            // A channel that is open takes every text.
            let _ = channel.post_message(&BACK.into());
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(abort) = &self.abort {
            abort.abort();
        }
        if let Some(release) = self.release.take() {
            // Resolving a promise does not fail.
            let _ = release.call0(&JsValue::NULL);
        }
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// Old browsers and insecure pages have none.
fn locks() -> Option<LockManager> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

fn hold(
    locks: &LockManager,
    name: &str,
    abort: &AbortController,
    release: &Rc<RefCell<Option<Function>>>,
    came: impl Fn() + 'static,
) {
    let options = Object::new();
    // A property of a plain object can be set.
    let _ = Reflect::set(&options, &"signal".into(), &abort.signal());
    let release = Rc::clone(release);
    let held = Closure::once_into_js(move |_: JsValue| {
        let until_released = Promise::new(&mut |resolve, _| {
            release.replace(Some(resolve));
        });
        came();
        until_released
    });
    let asked = locks.request(name, &options, held.unchecked_ref());
    // It ends when the turn is given up; one that was still awaited ends as an error then.
    spawn_local(async move { drop(JsFuture::from(asked).await) });
}

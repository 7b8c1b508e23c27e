//! The environment that a reducer is told with every event.

use gloo_utils::window;
use whichside_diagnosis::Millis;

use crate::env::Env;
use crate::probe::parse_url;

/// The time since the page was opened.
pub(crate) fn now() -> Millis {
    Millis(window().performance().map_or(0.0, |clock| clock.now()) as u64)
}

/// The environment at this moment.
pub(crate) fn env() -> Env {
    Env {
        now: now(),
        time: js_sys::Date::new_0().to_iso_string().into(),
        hour: (js_sys::Date::now() / 3_600_000.0) as u32,
        random: js_sys::Math::random(),
        own_host: window().location().host().unwrap_or_default(),
        parse: parse_url,
    }
}

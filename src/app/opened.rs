//! What the browser tells when the page opens, and what it is listened to for afterwards. What follows from it is the
//! reducer's.

use gloo_events::EventListener;
use gloo_utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;
use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::words::Language;
use yew::Callback;

use super::event::Event;
use super::frame;
use crate::browser::storage::{self, Key};

/// The parameters that may hold the address: ours, and those that phones use to share a page.
const PREFILLS: [&str; 3] = ["url", "text", "title"];

/// The address that a link to the page fills in. It is removed from the page's own address at once, so that it stays out of the
/// history and of referrers.
pub(super) fn prefill() -> Option<String> {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let prefill = prefill_of(&fragment).or_else(|| prefill_of(&search));
    if (!search.is_empty() || prefill.is_some())
        && let (Ok(history), Ok(path)) = (window().history(), location.pathname())
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    prefill
}

fn prefill_of(parameters: &str) -> Option<String> {
    let parameters =
        UrlSearchParams::new_with_str(parameters.trim_start_matches(['#', '?'])).ok()?;
    PREFILLS
        .iter()
        .find_map(|name| parameters.get(name))
        .filter(|value| !value.is_empty())
}

/// What the browser tells about itself.
pub(crate) fn opened(prefill: Option<String>) -> Event {
    let navigator = window().navigator();
    let user_agent = navigator.user_agent().unwrap_or_default();
    let language = navigator.language().unwrap_or_default();
    let region = language
        .split('-')
        .skip(1)
        .find(|part| part.len() == 2)
        .map(str::to_ascii_uppercase);
    Event::Opened {
        prefill,
        region,
        navigation_prompts: user_agent.contains("Firefox/"),
        clock_behind: clock_behind(),
        kept: storage::get(Key::Failures),
        only_here: !storage::get(Key::OnlyHere).is_empty(),
        languages: storage::preferred_languages(),
        browser: BrowserInfo {
            user_agent,
            language,
            online: navigator.on_line(),
        },
    }
}

/// Whether this device's clock stands a day or more before the time at which the page was made, which is surely wrong.
fn clock_behind() -> bool {
    const DAY_MS: f64 = 86_400_000.0;
    js_sys::Date::parse(&document().last_modified()) > js_sys::Date::now() + DAY_MS
}

/// Listens to the connectivity, and to the tab being shown or hidden, until the listeners are dropped.
pub(crate) fn listen(dispatch: &Callback<Event>) -> Vec<EventListener> {
    let on_online = dispatch.reform(|_| Event::ConnectivityChanged(true));
    let on_offline = dispatch.reform(|_| Event::ConnectivityChanged(false));
    let on_visibility = dispatch.reform(|_| Event::VisibilityChanged(!document().hidden()));
    vec![
        EventListener::new(&window(), "online", move |_| on_online.emit(())),
        EventListener::new(&window(), "offline", move |_| on_offline.emit(())),
        EventListener::new(&document(), "visibilitychange", move |_| {
            on_visibility.emit(());
        }),
    ]
}

/// Listens to what only the whole page has: a fragment that changes, and the menu of languages.
pub(super) fn listen_to_page(dispatch: &Callback<Event>) -> Vec<EventListener> {
    let on_fragment = dispatch.reform(|_| opened(prefill()));
    let on_language = dispatch.reform(Event::LanguageChosen);
    let fragment = EventListener::new(&window(), "hashchange", move |_| on_fragment.emit(()));
    let language = frame::menu().map(|menu| {
        EventListener::new(&menu.clone(), "change", move |_| {
            // The menu lists the languages that we have, and no other.
            on_language.emit(Language::of_tag(&menu.value()).unwrap_or_default());
        })
    });
    std::iter::once(fragment).chain(language).collect()
}

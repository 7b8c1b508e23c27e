//! What the browser tells when the page opens, and what it is listened to for afterwards. What follows from it is the
//! reducer's.

use wasm_bindgen::prelude::*;
use web_sys::Window;
use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::text::contains;
use whichside_diagnosis::words::Language;
use yew::Callback;

use super::event::Event;
use super::frame;
use super::shell::{KEPT_AS, LANGUAGE, kept};
use super::visitor::visitor;

/// Listeners, kept for as long as the page listens.
pub(crate) type Listeners = Vec<Closure<dyn FnMut()>>;

/// The address that a link to the page fills in. A `?url=` is taken over and removed at once, so that it stays out of the
/// history and of referrers.
pub(super) fn prefill(window: &Window) -> Option<String> {
    let location = window.location();
    let from = |text: String| {
        let text = text.trim_start_matches(['#', '?']).to_owned();
        let parameters = web_sys::UrlSearchParams::new_with_str(&text).ok()?;
        ["url", "text", "title"]
            .iter()
            .find_map(|name| parameters.get(name))
            .filter(|value| !value.is_empty())
    };
    let search = location.search().unwrap_or_default();
    let prefill = from(location.hash().unwrap_or_default()).or_else(|| from(search.clone()));
    if !search.is_empty()
        && let (Ok(history), Ok(path)) = (window.history(), location.pathname())
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    prefill
}

/// What the browser tells about itself.
pub(crate) fn opened(window: &Window, prefill: Option<String>) -> Event {
    let navigator = window.navigator();
    let user_agent = navigator.user_agent().unwrap_or_default();
    let language = navigator.language().unwrap_or_default();
    let region = language
        .split('-')
        .skip(1)
        .find(|part| part.len() == 2)
        .map(str::to_ascii_uppercase);
    let storage = kept(window);
    let kept_as = |name| storage.as_ref()?.get_item(name).ok()?;
    Event::Opened {
        prefill,
        region,
        navigation_prompts: contains(&user_agent, "Firefox/"),
        clock_behind: window.document().is_some_and(|page| clock_behind(&page)),
        kept: kept_as(KEPT_AS).unwrap_or_default(),
        languages: [
            &kept_as(LANGUAGE).unwrap_or_default(),
            ",",
            &String::from(navigator.languages().join(",")),
        ]
        .concat(),
        visitor: visitor(&navigator, &user_agent),
        browser: BrowserInfo {
            user_agent,
            language,
            online: navigator.on_line(),
        },
    }
}

/// Whether this device's clock stands a day or more before the moment the page was made, which is surely wrong.
fn clock_behind(page: &web_sys::Document) -> bool {
    const DAY_MS: f64 = 86_400_000.0;
    js_sys::Date::parse(&page.last_modified()) > js_sys::Date::now() + DAY_MS
}

/// Listens to the link, and to the tab being shown or hidden.
pub(crate) fn listen(window: &Window, tell: &Callback<Event>) -> Listeners {
    let mut listeners = vec![
        on(window, "online", tell, Box::new(|| Event::Linked(true))),
        on(window, "offline", tell, Box::new(|| Event::Linked(false))),
    ];
    if let Some(document) = window.document() {
        let shown = document.clone();
        listeners.push(on(
            &document,
            "visibilitychange",
            tell,
            Box::new(move || Event::Shown(!shown.hidden())),
        ));
    }
    listeners
}

/// Listens to what only the whole page has: a fragment that changes, and the menu of languages.
pub(super) fn listen_to_page(window: &Window, tell: &Callback<Event>, listeners: &mut Listeners) {
    let opened_again = window.clone();
    let again = move || opened(&opened_again, prefill(&opened_again));
    listeners.push(on(window, "hashchange", tell, Box::new(again)));
    if let Some(menu) = frame::menu() {
        let chosen = menu.clone();
        // The menu lists the languages we have, and no other.
        let chose = move || Event::Chose(Language::of_tag(&chosen.value()).unwrap_or_default());
        listeners.push(on(&menu, "change", tell, Box::new(chose)));
    }
}

fn on(
    target: &web_sys::EventTarget,
    name: &str,
    tell: &Callback<Event>,
    event: Box<dyn Fn() -> Event>,
) -> Closure<dyn FnMut()> {
    let tell = tell.clone();
    let closure = Closure::<dyn FnMut()>::new(move || tell.emit(event()));
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure
}

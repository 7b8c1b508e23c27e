//! The root component of the configurator: connects its reducer to the browser. It decides nothing.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::{document, head, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::UrlSearchParams;
use whichside_embed::OwnerLabel;
use yew::{Callback, Component, Context, Html, html};

use super::event::{Effect, Event, Field, LinkValues};
use super::state::State;
use super::view::Page;
use super::view_model::view_model;
use crate::browser::document::{set_language, set_title};
use crate::browser::env::env;
use crate::browser::{clipboard, file, status_summary, storage};
use crate::components::Translations;
use crate::probe::{opaque, read};

/// The loader that follows our fixes, as pages name it.
const LOADER: &str = "embed/v1.js";
/// How long after the last change the address is set.
const DEBOUNCE_MS: u32 = 400;
/// The time-out for the owner's page.
const PAGE_TIMEOUT_MS: u32 = 10_000;
/// The longest page that is read. A page states its policy at its beginning, but comes whole or not at all.
const MAX_PAGE_BYTES: usize = 4 * 1024 * 1024;
/// A longer query or fragment holds no addresses.
const MAX_LINK_BYTES: usize = 16_384;

/// The configurator.
pub struct Configurator {
    state: State,
    dispatch: Callback<Event>,
    _fragment: EventListener,
}

impl Component for Configurator {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Configurator>) -> Configurator {
        let dispatch = ctx.link().callback(|event| event);
        add_loader();
        ctx.link().send_message(opened());
        Configurator {
            state: State::new(),
            _fragment: EventListener::new(&window(), "hashchange", {
                let dispatch = dispatch.clone();
                move |_| dispatch.emit(Event::FragmentChanged(link_values()))
            }),
            dispatch,
        }
    }

    fn update(&mut self, _: &Context<Configurator>, event: Event) -> bool {
        for effect in self.state.update(event, &env()) {
            self.perform(effect);
        }
        true
    }

    fn view(&self, _: &Context<Configurator>) -> Html {
        html! {
            <Page
                model={view_model(&self.state)}
                words={Translations::from(self.state.words.clone())}
                dispatch={&self.dispatch}
            />
        }
    }
}

impl Configurator {
    fn perform(&self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::FetchLanguage(language) => spawn_local(async move {
                let file = file::language(language).await;
                dispatch.emit(Event::LanguageLoaded(language, file));
            }),
            Effect::SetLanguage(language) => {
                set_language(language);
                set_title(self.state.words.text(OwnerLabel::Title));
            }
            Effect::Debounce(change) => {
                let elapsed = move || dispatch.emit(Event::DebounceElapsed(change));
                Timeout::new(DEBOUNCE_MS, elapsed).forget();
            }
            Effect::SetFragment(fragment) => set_fragment(&fragment),
            Effect::Copy(text) => spawn_local(async move {
                dispatch.emit(Event::CopyFinished(clipboard::copy(&text).await));
            }),
            Effect::ProbeTarget(turn, url) => spawn_local(async move {
                dispatch.emit(Event::TargetProbed(turn, opaque(&url).await));
            }),
            Effect::FetchSummary(turn, url) => spawn_local(async move {
                dispatch.emit(Event::SummaryLoaded(
                    turn,
                    status_summary::fetch(&url).await,
                ));
            }),
            Effect::FetchPage(turn, url) => spawn_local(async move {
                let text = read(&url, "text/html", MAX_PAGE_BYTES, PAGE_TIMEOUT_MS).await;
                dispatch.emit(Event::PageLoaded(turn, text));
            }),
        }
    }
}

/// What the browser knows when the page opens.
fn opened() -> Event {
    let loader = document()
        .query_selector("meta[name=whichside-loader]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"));
    Event::Opened {
        base: document().base_uri().ok().flatten().unwrap_or_default(),
        loader: loader.unwrap_or_default(),
        languages: storage::preferred_languages(),
        values: link_values(),
    }
}

/// The values in the page's address. A query is removed at once, so that it stays out of the history and of referrers.
fn link_values() -> LinkValues {
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    if !search.is_empty() {
        set_fragment(hash.trim_start_matches('#'));
    }
    let mut found = LinkValues::new();
    for text in [search, hash] {
        let text = text.trim_start_matches(['#', '?']);
        if text.len() > MAX_LINK_BYTES {
            continue;
        }
        let Ok(values) = UrlSearchParams::new_with_str(text) else {
            continue;
        };
        let names = Field::KEPT.into_iter().map(|field| (field, field.id()));
        for (field, name) in names.chain([(Field::Target, "url")]) {
            found.extend(values.get(name).map(|value| (field, value)));
        }
    }
    found
}

/// Sets the fragment of the page's address. Where the browser refuses, as it does after minutes of typing, the address stays.
fn set_fragment(fragment: &str) {
    // In full: a relative address is resolved against the page's <base>.
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let mark = if fragment.is_empty() { "" } else { "#" };
        let address = format!("{path}{mark}{fragment}");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Loads the real loader, which turns the preview's element into the widget.
fn add_loader() {
    if let Ok(script) = document().create_element("script") {
        let _ = script.set_attribute("src", LOADER);
        let _ = head().append_child(&script);
    }
}

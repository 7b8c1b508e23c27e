//! The configurator as a component: joins its reducer and this browser. Everything else is theirs.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Window, window};
use whichside_diagnosis::words::Language;
use whichside_embed::OwnerLabel;
use yew::{Callback, Component, Context, Html};

use super::event::{Effect, Event, Field, Link};
use super::state::State;
use super::view;
use crate::browser::env::env;
use crate::browser::{clipboard, document as page, file, status_summary, storage};
use crate::probe::{opaque, read};

/// The loader as pages name it that follow our fixes.
const LOADER: &str = "embed/v1.js";
/// Typing has come to rest by then.
const REST_MS: i32 = 400;
/// An owner waits no longer for what a page says of itself.
const PAGE_MS: u32 = 10_000;
/// A page states its policy at its beginning, but comes whole or not at all.
const PAGE_BYTES: usize = 4 * 1024 * 1024;
/// A link that is longer holds no addresses.
const LONGEST_LINK: usize = 16_384;

/// The configurator.
pub struct Configurator {
    state: State,
    tell: Callback<Event>,
    _listener: Option<Closure<dyn FnMut()>>,
}

impl Component for Configurator {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Configurator>) -> Configurator {
        let tell = ctx.link().callback(|event| event);
        let mut listener = None;
        if let Some(window) = window() {
            listener = Some(listen(&window, tell.clone()));
            if let Some(document) = window.document() {
                bring_loader(&document);
                ctx.link().send_message(opened(&window, &document));
            }
        }
        Configurator {
            state: State::new(),
            tell,
            _listener: listener,
        }
    }

    fn update(&mut self, _: &Context<Configurator>, event: Event) -> bool {
        for effect in self.state.update(event, &env()) {
            self.perform(effect);
        }
        true
    }

    fn view(&self, _: &Context<Configurator>) -> Html {
        view::page(&self.state, &self.tell)
    }
}

impl Configurator {
    fn perform(&self, effect: Effect) {
        let Some(window) = window() else {
            return;
        };
        let tell = self.tell.clone();
        match effect {
            Effect::FetchWords(language) => spawn_local(async move {
                tell.emit(Event::Worded(language, file::embed_words(language).await));
            }),
            Effect::Speak(language) => {
                speak(language, &self.state);
            }
            Effect::Rest(change) => {
                let rested = Closure::once_into_js(move || tell.emit(Event::Rested(change)));
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    rested.unchecked_ref(),
                    REST_MS,
                );
            }
            Effect::Keep(fragment) => keep(&window, &fragment),
            Effect::Copy(text) => {
                spawn_local(async move {
                    tell.emit(Event::CopyEnded(clipboard::copy(&text).await));
                });
            }
            Effect::Reach(turn, url) => spawn_local(async move {
                tell.emit(Event::Reached(turn, opaque(&url).await));
            }),
            Effect::ReadSummary(turn, url) => spawn_local(async move {
                tell.emit(Event::Reported(turn, status_summary::fetch(&url).await));
            }),
            Effect::ReadPage(turn, url) => spawn_local(async move {
                let text = read(&url, "text/html", PAGE_BYTES, PAGE_MS).await;
                tell.emit(Event::Read(turn, text));
            }),
        }
    }
}

/// What the browser tells when the page opens.
fn opened(window: &Window, document: &Document) -> Event {
    let loader = document
        .query_selector("meta[name=whichside-loader]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"));
    Event::Opened {
        base: document.base_uri().ok().flatten().unwrap_or_default(),
        loader: loader.unwrap_or_default(),
        languages: storage::preferred_languages(),
        link: link(window),
    }
}

/// What the page's address holds. A query is removed at once, so that it stays out of the history and of referrers.
fn link(window: &Window) -> Link {
    let location = window.location();
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    if !search.is_empty() {
        keep(window, hash.trim_start_matches('#'));
    }
    let mut link = Link::new();
    for text in [search, hash] {
        let text = text.trim_start_matches(['#', '?']);
        if text.len() > LONGEST_LINK {
            continue;
        }
        let Ok(values) = web_sys::UrlSearchParams::new_with_str(text) else {
            continue;
        };
        let names = Field::KEPT.into_iter().map(|field| (field, field.id()));
        for (field, name) in names.chain([(Field::Target, "url")]) {
            link.extend(values.get(name).map(|value| (field, value)));
        }
    }
    link
}

/// Has the page's address end in this fragment. Where the browser refuses, as it does to who types for minutes, it stays.
fn keep(window: &Window, fragment: &str) {
    // In full: what is relative begins at the page's <base>.
    if let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) {
        let mark = if fragment.is_empty() { "" } else { "#" };
        let address = [&*path, mark, fragment].concat();
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn listen(window: &Window, tell: Callback<Event>) -> Closure<dyn FnMut()> {
    let of = window.clone();
    let closure = Closure::<dyn FnMut()>::new(move || tell.emit(Event::Linked(link(&of))));
    let _ = window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
    closure
}

/// Loads the real loader, which turns the preview's element into the widget.
fn bring_loader(document: &Document) {
    if let (Ok(script), Some(head)) = (document.create_element("script"), document.head()) {
        let _ = script.set_attribute("src", LOADER);
        let _ = head.append_child(&script);
    }
}

/// Has the page be in this language, for those who hear it, and in its tab.
fn speak(language: Language, state: &State) {
    page::set_language(language);
    page::set_title(state.said.text(OwnerLabel::Title.english()));
}

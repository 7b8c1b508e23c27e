//! The root component of the page that makes the error page: connects its reducer to the browser. It decides nothing.

use gloo_events::EventListener;
use gloo_utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlIFrameElement, MessageEvent};
use whichside_error_page::MakerLabel;
use yew::{Callback, Component, Context, Html, html};

use super::event::{Effect, Event};
use super::state::State;
use super::view::Page;
use super::view_model::view_model;
use crate::browser::document::{set_language, set_title};
use crate::browser::{clipboard, file, storage};
use crate::components::Translations;

/// The parts of the error page.
const PARTS: &str = "error-page/parts.json";
/// What the preview's frame says once it can take messages.
const READY: &str = "whichside-preview";

/// The page that makes the error page.
pub struct ErrorMaker {
    state: State,
    dispatch: Callback<Event>,
    _messages: EventListener,
}

impl Component for ErrorMaker {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<ErrorMaker>) -> ErrorMaker {
        let dispatch = ctx.link().callback(|event| event);
        ctx.link()
            .send_message(Event::Opened(storage::preferred_languages()));
        ErrorMaker {
            state: State::new(),
            _messages: EventListener::new(&window(), "message", {
                let dispatch = dispatch.clone();
                move |event| {
                    if is_ready(event) {
                        dispatch.emit(Event::PreviewReady);
                    }
                }
            }),
            dispatch,
        }
    }

    fn update(&mut self, _: &Context<ErrorMaker>, event: Event) -> bool {
        for effect in self.state.update(event) {
            self.perform(effect);
        }
        true
    }

    fn view(&self, _: &Context<ErrorMaker>) -> Html {
        html! {
            <Page
                model={view_model(&self.state)}
                words={Translations::from(self.state.words.clone())}
                dispatch={&self.dispatch}
            />
        }
    }
}

impl ErrorMaker {
    fn perform(&self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::FetchParts => spawn_local(async move {
                dispatch.emit(Event::PartsLoaded(file::text(PARTS).await));
            }),
            Effect::FetchLanguage(language) => spawn_local(async move {
                let file = file::language(language).await;
                dispatch.emit(Event::LanguageLoaded(language, file));
            }),
            Effect::SetLanguage(language) => {
                set_language(language);
                set_title(self.state.words.text(MakerLabel::Title));
            }
            Effect::Show(text) => show(&text),
            Effect::Copy(what, text) => spawn_local(async move {
                dispatch.emit(Event::CopyFinished(what, clipboard::copy(&text).await));
            }),
        }
    }
}

/// Whether a message is the preview's, which is of our own origin.
fn is_ready(event: &web_sys::Event) -> bool {
    event.dyn_ref::<MessageEvent>().is_some_and(|message| {
        Some(message.origin()) == window().location().origin().ok()
            && message.data().as_string().as_deref() == Some(READY)
    })
}

/// Sends what is to be shown to the preview's frame.
fn show(text: &str) {
    let frame = document()
        .query_selector("iframe[data-preview]")
        .ok()
        .flatten();
    let frame = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok());
    if let (Some(inside), Ok(origin)) = (
        frame.and_then(|frame| frame.content_window()),
        window().location().origin(),
    ) {
        // A frame that has gone has nothing to show.
        let _ = inside.post_message(&JsValue::from_str(text), &origin);
    }
}

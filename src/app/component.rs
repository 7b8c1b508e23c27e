//! The page as a component: joins the reducer, its shell and the views. Everything else is theirs.

use gloo_events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Component, Context, ContextProvider, Html, html};

use super::event::{Effect, Event, Format};
use super::opened::{listen, listen_to_page, opened, prefill};
use super::shell::Shell;
use super::state::State;
use super::view::Page;
use super::view_model::{title, view_model};
use crate::browser::clipboard;
use crate::browser::env::env;
use crate::components::Translations;

/// The page.
pub struct App {
    state: State,
    shell: Shell,
    dispatch: Callback<Event>,
    _listeners: [Vec<EventListener>; 2],
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<App>) -> App {
        let dispatch = ctx.link().callback(|event| event);
        ctx.link().send_message(opened(prefill()));
        App {
            state: State::new(),
            shell: Shell::new(dispatch.clone()),
            _listeners: [listen(&dispatch), listen_to_page(&dispatch)],
            dispatch,
        }
    }

    fn update(&mut self, _: &Context<App>, event: Event) -> bool {
        for effect in self.state.update(event, &env()) {
            match effect {
                Effect::Copy(format) => self.copy_report(format),
                effect => self.shell.perform(&self.state, effect),
            }
        }
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        let words = Translations::from(self.state.language.words.clone());
        html! {
            <ContextProvider<Translations> context={words}>
                <Page model={view_model(&self.state)} dispatch={&self.dispatch} />
            </ContextProvider<Translations>>
        }
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        self.shell.rendered(&title(&self.state));
    }
}

impl App {
    fn copy_report(&self, format: Format) {
        if let Some(report) = self.state.report(format) {
            let dispatch = self.dispatch.clone();
            spawn_local(async move {
                dispatch.emit(Event::CopyFinished(clipboard::copy(&report).await));
            });
        }
    }
}

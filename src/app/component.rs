//! The page as a component: joins the reducer, its shell and the views. Everything else is theirs.

use gloo_events::EventListener;
use yew::{Callback, Component, Context, ContextProvider, Html, html};

use super::event::Event;
use super::opened::{listen, listen_to_page, opened, prefill};
use super::shell::Shell;
use super::state::State;
use super::view::page;
use super::view_model::{title, view_model};
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
            self.shell.perform(&self.state, effect);
        }
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        let words = Translations::from(self.state.language.words.clone());
        let page = page(&words, view_model(&self.state), &self.dispatch);
        html! {
            <ContextProvider<Translations> context={words}>{ page }</ContextProvider<Translations>>
        }
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        self.shell.rendered(&title(&self.state));
    }
}

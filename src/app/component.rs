//! The page as a component: joins the reducer, its shell and the views. Everything else is theirs.

use yew::{Callback, Component, Context, Html};

use super::event::Event;
use super::opened::{Listeners, listen, listen_to_page, opened, prefill};
use super::shell::{self, Shell};
use super::state::State;
use super::view;

/// The page.
pub struct App {
    state: State,
    shell: Shell,
    tell: Callback<Event>,
    _listeners: Listeners,
}

impl Component for App {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<App>) -> App {
        let tell = ctx.link().callback(|event| event);
        let mut listeners = Vec::new();
        if let Some(window) = web_sys::window() {
            listeners = listen(&window, &tell);
            listen_to_page(&window, &tell, &mut listeners);
            ctx.link().send_message(opened(&window, prefill(&window)));
        }
        App {
            state: State::new(),
            shell: Shell::new(tell.clone(), State::report),
            tell,
            _listeners: listeners,
        }
    }

    fn update(&mut self, _: &Context<App>, event: Event) -> bool {
        let effects = shell::now(|moment| self.state.update(event, moment));
        for effect in effects.into_iter().flatten() {
            self.shell.perform(&self.state, effect);
        }
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        view::page(&self.state, &self.tell)
    }

    fn rendered(&mut self, _: &Context<App>, _: bool) {
        self.shell.drawn(&view::title(&self.state));
    }
}

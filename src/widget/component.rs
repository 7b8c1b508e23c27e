//! The widget as a component: joins its reducer, the page's shell, and the page around. Everything else is theirs.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, window};
use whichside_embed::Theme;
use yew::{Callback, Component, Context, Html};

use super::event::{Effect, Event};
use super::guard::Guard;
use super::state::State;
use super::{fetched, host, view};
use crate::app::event as page;
use crate::app::opened::{Listeners, listen, opened};
use crate::app::shell::{self, Shell};

/// The widget.
pub struct Widget {
    state: State,
    shell: Shell,
    tell: Callback<Event>,
    tell_page: Callback<page::Event>,
    guard: Option<Guard>,
    _listeners: Listeners,
    _messages: Option<Closure<dyn FnMut(MessageEvent)>>,
}

impl Component for Widget {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Widget>) -> Widget {
        let tell = ctx.link().callback(|event| event);
        let tell_page = ctx.link().callback(Event::Page);
        let mut widget = Widget {
            state: State::new(),
            shell: Shell::new(tell_page.clone(), |_, _| None),
            tell: tell.clone(),
            tell_page: tell_page.clone(),
            guard: None,
            _listeners: Vec::new(),
            _messages: None,
        };
        if let Some(window) = window() {
            widget.guard = Some(Guard::new(&window, tell.clone()));
            widget._listeners = listen(&window, &tell_page);
            widget._messages = Some(host::listen(&window, tell.clone()));
            ctx.link().send_message(Event::Page(opened(&window, None)));
            ctx.link()
                .send_message(Event::Opened(host::around(&window)));
        }
        widget
    }

    fn update(&mut self, _: &Context<Widget>, event: Event) -> bool {
        let effects = shell::now(|moment| self.state.update(event, moment));
        for effect in effects.into_iter().flatten() {
            self.perform(effect);
        }
        if let Some(guard) = &self.guard {
            guard.changed(self.state.shown_since);
        }
        true
    }

    fn view(&self, _: &Context<Widget>) -> Html {
        view::widget(&self.state, &self.tell, &self.tell_page)
    }

    fn rendered(&mut self, _: &Context<Widget>, _: bool) {
        self.shell.drawn(&view::title(&self.state));
    }
}

impl Widget {
    fn perform(&mut self, effect: Effect) {
        let Some(window) = window() else {
            return;
        };
        let tell = self.tell.clone();
        match effect {
            Effect::Page(effect) => self.shell.perform(&self.state.page, effect),
            Effect::Post { to, text } => host::post(&window, to.as_deref(), &text),
            Effect::AskAgreement {
                turn,
                target,
                hosts,
            } => spawn_local(async move {
                let agreed = fetched::agreement(&target, &hosts).await;
                tell.emit(Event::Agreed { turn, agreed });
            }),
            Effect::Fetch { turn, url } => spawn_local(async move {
                let summary = fetched::summary(&url).await;
                tell.emit(Event::Reported { turn, summary });
            }),
            Effect::FetchWords(language) => spawn_local(async move {
                tell.emit(Event::Worded(language, fetched::words(language).await));
            }),
            Effect::OpenPage(address) => {
                // The tab is told nothing of this one; nor is this one told whether it opened.
                let _ = window.open_with_url_and_target_and_features(
                    &view::whole_page(&address),
                    "_blank",
                    "noopener,noreferrer",
                );
            }
            Effect::Dress(theme) => dress(theme),
        }
    }
}

/// The style sheet knows the themes by this attribute.
fn dress(theme: Theme) {
    let page = window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(page) = page {
        let _ = page.set_attribute("data-theme", theme.id());
    }
}

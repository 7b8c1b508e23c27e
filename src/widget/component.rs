//! The widget as a component: joins its reducer, the page's shell, and the page around. Everything else is theirs.

use gloo_events::EventListener;
use gloo_utils::{document_element, window};
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Component, Context, ContextProvider, Html, html};

use super::agreement::agreement;
use super::event::{Effect, Event};
use super::guard::Guard;
use super::host;
use super::state::State;
use super::view::WidgetFrame;
use super::view_model::{page_address, view_model};
use crate::app::event as page;
use crate::app::opened::{listen, opened};
use crate::app::shell::Shell;
use crate::browser::env::env;
use crate::browser::status_summary;
use crate::components::Translations;

/// The widget.
pub struct Widget {
    state: State,
    shell: Shell,
    dispatch: Callback<Event>,
    dispatch_page: Callback<page::Event>,
    guard: Guard,
    _listeners: Vec<EventListener>,
    _messages: EventListener,
}

impl Component for Widget {
    type Message = Event;
    type Properties = ();

    fn create(ctx: &Context<Widget>) -> Widget {
        let dispatch = ctx.link().callback(|event| event);
        let dispatch_page = ctx.link().callback(Event::Page);
        ctx.link().send_message(Event::Page(opened(None)));
        ctx.link().send_message(Event::Opened(host::embedding()));
        Widget {
            state: State::new(),
            shell: Shell::new(dispatch_page.clone()),
            guard: Guard::new(dispatch.clone()),
            _listeners: listen(&dispatch_page),
            _messages: host::listen(dispatch.clone()),
            dispatch,
            dispatch_page,
        }
    }

    fn update(&mut self, _: &Context<Widget>, event: Event) -> bool {
        for effect in self.state.update(event, &env()) {
            self.perform(effect);
        }
        true
    }

    fn view(&self, _: &Context<Widget>) -> Html {
        let words = Translations::from(self.state.page.language.words.clone());
        html! {
            <ContextProvider<Translations> context={words}>
                <WidgetFrame
                    model={view_model(&self.state)}
                    dispatch={&self.dispatch}
                    dispatch_page={&self.dispatch_page}
                />
            </ContextProvider<Translations>>
        }
    }

    fn rendered(&mut self, _: &Context<Widget>, _: bool) {
        self.shell.rendered(&view_model(&self.state).title);
        self.guard.changed(self.state.shown_since);
    }
}

impl Widget {
    fn perform(&mut self, effect: Effect) {
        let dispatch = self.dispatch.clone();
        match effect {
            Effect::Page(effect) => self.shell.perform(&self.state.page, effect),
            Effect::PostMessage { to, text } => host::post(to.as_deref(), &text),
            Effect::AskAgreement {
                turn,
                target,
                hosts,
            } => spawn_local(async move {
                let agreed = agreement(&target, &hosts).await;
                dispatch.emit(Event::AgreementAnswered { turn, agreed });
            }),
            Effect::FetchSummary { turn, url } => spawn_local(async move {
                let summary = status_summary::fetch(&url).await;
                dispatch.emit(Event::SummaryLoaded { turn, summary });
            }),
            Effect::OpenPage(address) => {
                // The tab is told nothing of this one; nor is this one told whether it opened.
                let _ = window().open_with_url_and_target_and_features(
                    &page_address(&address),
                    "_blank",
                    "noopener,noreferrer",
                );
            }
            // The style sheet knows the themes by this attribute, whose name is valid.
            Effect::SetTheme(theme) => {
                let _ = document_element().set_attribute("data-theme", theme.id());
            }
        }
    }
}

//! A remedy: what to do, what to click, and between the two the place for the steps.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view_model::{RemedyAction, RemedyActions, RemedyModel};
use crate::components::{Button, outward_link};
use crate::part::{Part, STEPS};

/// A remedy; `first` is the one to try first.
pub(crate) fn remedy_card(
    words: &Words,
    model: &RemedyModel,
    first: bool,
    dispatch: &Callback<Event>,
) -> Html {
    html! {
        <article
            key={model.remedy.id()}
            class={classes!("now", (!first).then_some("other"))}
            data-remedy={model.remedy.id()}
        >
            <h3>{ &model.title }</h3>
            <Part program={STEPS} content={model.remedy.id()} />
            { match &model.actions {
                RemedyActions::Watching(text) => watching(words, text, dispatch),
                RemedyActions::Row(actions) => html! {
                    <p class="row">
                        { for actions.iter().map(|each| action(model.remedy, each, dispatch)) }
                    </p>
                },
            } }
        </article>
    }
}

fn action(remedy: Remedy, action: &RemedyAction, dispatch: &Callback<Event>) -> Html {
    match action {
        RemedyAction::Again { label, quiet } => html! {
            <Button
                action="again"
                quiet={*quiet}
                onclick={dispatch.reform(move |_| Event::RemedyDone(remedy))}
            >
                { label }
            </Button>
        },
        RemedyAction::Skip { label } => html! {
            <Button
                action="skip"
                quiet=true
                onclick={dispatch.reform(move |_| Event::RemedySkipped(remedy))}
            >
                { label }
            </Button>
        },
        RemedyAction::Watch { label } => html! {
            <Button action="watch" onclick={dispatch.reform(|_| Event::WatchChanged(true))}>
                { label }
            </Button>
        },
        RemedyAction::Open { url, label, quiet } => outward_link(
            url,
            classes!("button", quiet.then_some("quiet")),
            None,
            html! { label },
        ),
    }
}

/// The watch under way.
fn watching(words: &Words, text: &str, dispatch: &Callback<Event>) -> Html {
    let onclick = dispatch.reform(|_| Event::WatchChanged(false));
    html! {
        <p class="row watching">
            <span>{ text }</span>
            <Button action="unwatch" quiet=true {onclick}>
                { words.text(PageKey::StopWatching) }
            </Button>
        </p>
    }
}

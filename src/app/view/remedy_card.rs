//! A remedy: what to do, how, and what to click.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::instructions::Instructions;
use crate::app::event::Event;
use crate::app::view_model::{RemedyAction, RemedyActions, RemedyModel};
use crate::components::{Button, OutwardLink, use_translations};

#[derive(Properties, PartialEq)]
pub(crate) struct RemedyCardProps {
    pub(crate) model: RemedyModel,
    /// It is the one to try first.
    pub(crate) first: bool,
    pub(crate) dispatch: Callback<Event>,
}

/// A remedy.
#[component]
pub(crate) fn RemedyCard(props: &RemedyCardProps) -> Html {
    let RemedyCardProps {
        model,
        first,
        dispatch,
    } = props;
    html! {
        <article class={classes!("now", (!first).then_some("other"))} data-remedy={model.remedy.id()}>
            <h3>{ &model.title }</h3>
            <Instructions model={model.instructions.clone()} {dispatch} />
            { match &model.actions {
                RemedyActions::Watching(text) => html! { <Watching text={text.clone()} {dispatch} /> },
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
        RemedyAction::Open { url, label, quiet } => html! {
            <OutwardLink href={url.clone()} class={classes!("button", quiet.then_some("quiet"))}>
                { label }
            </OutwardLink>
        },
    }
}

#[derive(Properties, PartialEq)]
struct WatchingProps {
    text: AttrValue,
    dispatch: Callback<Event>,
}

/// The watch under way.
#[component]
fn Watching(props: &WatchingProps) -> Html {
    let words = use_translations();
    let onclick = props.dispatch.reform(|_| Event::WatchChanged(false));
    html! {
        <p class="row watching">
            <span>{ &props.text }</span>
            <Button action="unwatch" quiet=true {onclick}>
                { words.text(PageKey::StopWatching) }
            </Button>
        </p>
    }
}

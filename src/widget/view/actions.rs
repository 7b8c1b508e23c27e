//! What stands below the verdict: what is sent, or what there is to do with the check.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::app::event::Event;
use crate::components::{Button, OutwardLink, use_translations};
use crate::widget::view_model::ActionsModel;

/// The part of the whole page that says what is sent.
const SENT: &str = "./#sent";

#[derive(Properties, PartialEq)]
pub(super) struct DisclosureProps {
    pub(super) text: AttrValue,
    pub(super) more: AttrValue,
}

/// What is sent, before anything is.
#[component]
pub(super) fn Disclosure(props: &DisclosureProps) -> Html {
    html! {
        <p class="note">
            { &props.text }
            { " " }
            <OutwardLink href={SENT}>{ &props.more }</OutwardLink>
        </p>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ActionsProps {
    pub(super) model: ActionsModel,
    /// The whole page, with the address filled in.
    pub(super) page: AttrValue,
    pub(super) dispatch: Callback<Event>,
}

/// What there is to do with the check.
#[component]
pub(super) fn Actions(props: &ActionsProps) -> Html {
    let words = use_translations();
    let ActionsProps {
        model,
        page,
        dispatch,
    } = props;
    html! {
        <p class="row">
            if model.cancel {
                <Button
                    action="cancel"
                    quiet=true
                    onclick={dispatch.reform(|_| Event::CancelRequested)}
                >
                    { words.text(PageKey::Cancel) }
                </Button>
            }
            if model.again {
                <Button action="again" quiet=true onclick={dispatch.reform(|_| Event::Submitted)}>
                    { words.text(PageKey::CheckAgain) }
                </Button>
            }
            if let Some(label) = &model.watch {
                <Button
                    action="watch"
                    quiet=true
                    onclick={dispatch.reform(|_| Event::WatchChanged(true))}
                >
                    { label }
                </Button>
            }
            if model.unwatch {
                <Button
                    action="unwatch"
                    quiet=true
                    onclick={dispatch.reform(|_| Event::WatchChanged(false))}
                >
                    { words.text(PageKey::StopWatching) }
                </Button>
            }
            <OutwardLink href={page.clone()} class="button quiet" action="details">
                { &model.details }
            </OutwardLink>
        </p>
    }
}

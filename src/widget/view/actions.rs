//! What stands below the verdict: what is sent, or what there is to do with the check.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::Event;
use crate::components::{Button, outward_link};
use crate::widget::view_model::ActionsModel;

/// The part of the whole page that says what is sent.
const SENT: &str = "./#sent";

/// What is sent, before anything is.
pub(super) fn disclosure(text: &str, more: &str) -> Html {
    html! {
        <p class="note">
            { text }
            { " " }
            { outward_link(SENT, Classes::new(), None, html! { more }) }
        </p>
    }
}

/// What there is to do with the check. `page` is the whole page, with the address filled in.
pub(super) fn actions(
    words: &Words,
    model: &ActionsModel,
    page: &str,
    dispatch: &Callback<Event>,
) -> Html {
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
            { outward_link(
                page,
                classes!("button", "quiet"),
                Some("details"),
                html! { &model.details },
            ) }
        </p>
    }
}

//! Who may look at the site: the switch that stands beside the address, and what is folded away.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view_model::FormModel;
use crate::components::{Button, Switch};

/// Who learns of the site's name, and the switch that spares it.
pub(super) fn only_here(words: &Words, model: &FormModel, dispatch: &Callback<Event>) -> Html {
    html! {
        <Switch
            name="only-here"
            checked={model.only_here}
            onchange={dispatch.reform(Event::OnlyHereChanged)}
        >
            <b>{ words.text(PageKey::OnlyHere) }</b>
            <small>{ words.text(PageKey::OnlyHereMeans) }</small>
        </Switch>
    }
}

/// What is shared besides, and what is remembered on this device.
pub(super) fn options(words: &Words, model: &FormModel, dispatch: &Callback<Event>) -> Html {
    html! {
        <div class="options">
            if let Some(share_path) = model.share_path {
                <Switch
                    name="share-path"
                    checked={share_path}
                    onchange={dispatch.reform(Event::SharePathChanged)}
                >
                    <b>{ words.text(PageKey::SharePath) }</b>
                    <small>{ words.text(PageKey::SharePathMeans) }</small>
                </Switch>
            }
            if model.remembers {
                <p class="note">
                    { words.text(PageKey::Remembers) }
                    { " " }
                    <Button
                        action="forget"
                        quiet=true
                        onclick={dispatch.reform(|_| Event::HistoryCleared)}
                    >
                        { words.text(PageKey::Forget) }
                    </Button>
                </p>
            }
        </div>
    }
}

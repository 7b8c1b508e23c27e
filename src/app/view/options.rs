//! Who may look at the site: the switch that stands beside the address, and what is folded away.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view_model::FormModel;
use crate::components::{Button, switch};

/// Who learns of the site's name, and the switch that spares it.
pub(super) fn only_here(words: &Words, model: &FormModel, dispatch: &Callback<Event>) -> Html {
    let onchange = dispatch.reform(Event::OnlyHereChanged);
    let label = label(words, PageKey::OnlyHere, PageKey::OnlyHereMeans);
    switch("only-here", model.only_here, &onchange, label)
}

/// What a switch is called, and what it means.
fn label(words: &Words, name: PageKey, meaning: PageKey) -> Html {
    html! {
        <>
            <b>{ words.text(name) }</b>
            <small>{ words.text(meaning) }</small>
        </>
    }
}

/// What is shared besides, and what is remembered on this device.
pub(super) fn options(words: &Words, model: &FormModel, dispatch: &Callback<Event>) -> Html {
    html! {
        <div class="options">
            if !model.prominent {
                { only_here(words, model, dispatch) }
            }
            if let Some(share_path) = model.share_path {
                { switch(
                    "share-path",
                    share_path,
                    &dispatch.reform(Event::SharePathChanged),
                    label(words, PageKey::SharePath, PageKey::SharePathMeans),
                ) }
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

//! What to do now: one remedy, large, and the others one tap away.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::remedy_card::remedy_card;
use crate::app::event::Event;
use crate::app::view_model::{AdviceModel, RemedyModel};
use crate::components::use_translations;

#[derive(Properties, PartialEq)]
pub(super) struct AdviceProps {
    pub(super) model: AdviceModel,
    pub(super) dispatch: Callback<Event>,
}

/// What to do now.
#[component]
pub(super) fn Advice(props: &AdviceProps) -> Html {
    let words = use_translations();
    let AdviceProps { model, dispatch } = props;
    let card = |remedy: &RemedyModel, first| remedy_card(&words, remedy, first, dispatch);
    html! {
        <section
            class="advice"
            id="advice"
            tabindex="-1"
            aria-label={words.text(PageKey::Now).to_owned()}
        >
            <h2>{ words.text(PageKey::Now) }</h2>
            if model.first.is_none() {
                <p class="now">{ words.text(PageKey::TriedAll) }</p>
            }
            { for model.first.iter().map(|remedy| card(remedy, true)) }
            if !model.others.is_empty() {
                <details class="others">
                    <summary>{ &model.others_label }</summary>
                    { for model.others.iter().map(|remedy| card(remedy, false)) }
                </details>
            }
        </section>
    }
}

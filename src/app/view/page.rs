//! The whole page.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use super::advice::Advice;
use super::form::AddressForm;
use super::question::question_card;
use super::verdict_card::VerdictCard;
use crate::app::event::Event;
use crate::app::view_model::ViewModel;
use crate::components::{Shape, mark};
use crate::owner::OwnerSection;
use crate::part::{EVIDENCE, Part};

/// The whole page.
pub fn page(words: &Words, model: ViewModel, dispatch: &Callback<Event>) -> Html {
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Event::CancelRequested);
            }
        }
    };
    html! {
        <main class="page" {onkeydown}>
            if model.offline {
                { offline_note(words) }
            }
            <AddressForm model={model.form} {dispatch} />
            <VerdictCard model={model.verdict} />
            if let Some(question) = &model.question {
                { question_card(words, question, dispatch) }
            }
            if let Some(model) = model.advice {
                <Advice {model} {dispatch} />
            }
            if let Some(owner) = model.owner {
                <OwnerSection site={owner.site} />
            }
            if let Some(findings) = model.findings {
                <Part program={EVIDENCE} content={findings} />
            }
        </main>
    }
}

fn offline_note(words: &Words) -> Html {
    html! {
        <p class="offline" role="status">
            { mark(Shape::Broken) }
            <span>
                <b>{ words.text(PageKey::Offline) }</b>
                { " " }
                { words.text(PageKey::OfflineMeans) }
            </span>
        </p>
    }
}

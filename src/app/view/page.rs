//! The whole page.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use super::advice::Advice;
use super::evidence::Evidence;
use super::form::AddressForm;
use super::mark::mark;
use super::question::question_card;
use super::report::report_section;
use super::verdict_card::VerdictCard;
use crate::app::event::Event;
use crate::app::view_model::{Shape, ViewModel};
use crate::components::use_translations;
use crate::owner::OwnerSection;

/// The properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What the page shows.
    pub model: ViewModel,
    /// Takes what the visitor does.
    pub dispatch: Callback<Event>,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let words = use_translations();
    let PageProps { model, dispatch } = props;
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
                { offline_note(&words) }
            }
            <AddressForm model={model.form.clone()} {dispatch} />
            <VerdictCard model={model.verdict.clone()} />
            if let Some(question) = &model.question {
                { question_card(&words, question, dispatch) }
            }
            if let Some(advice) = &model.advice {
                <Advice model={advice.clone()} {dispatch} />
            }
            if let Some(owner) = &model.owner {
                <OwnerSection site={owner.site.clone()} />
            }
            if let Some(evidence) = &model.evidence {
                <Evidence model={evidence.clone()} />
            }
            if let Some(report) = &model.report {
                { report_section(&words, report, dispatch) }
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

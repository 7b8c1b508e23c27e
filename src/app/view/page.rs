//! The whole page.

use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use super::advice::Advice;
use super::evidence::Evidence;
use super::form::AddressForm;
use super::mark::Mark;
use super::question::QuestionCard;
use super::report::ReportSection;
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
                <OfflineNote />
            }
            <AddressForm model={model.form.clone()} {dispatch} />
            <VerdictCard model={model.verdict.clone()} />
            if let Some(question) = &model.question {
                <QuestionCard model={question.clone()} {dispatch} />
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
                <ReportSection model={report.clone()} {dispatch} />
            }
        </main>
    }
}

#[component]
fn OfflineNote() -> Html {
    let words = use_translations();
    html! {
        <p class="offline" role="status">
            <Mark shape={Shape::Broken} />
            <span>
                <b>{ words.text(PageKey::Offline) }</b>
                { " " }
                { words.text(PageKey::OfflineMeans) }
            </span>
        </p>
    }
}

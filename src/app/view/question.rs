//! The question that only the visitor can answer.

use whichside_diagnosis::words::{PageKey, Words};
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::view_model::QuestionModel;
use crate::components::Button;

/// The question that only the visitor can answer.
pub(super) fn question_card(
    words: &Words,
    model: &QuestionModel,
    dispatch: &Callback<Event>,
) -> Html {
    let question = model.question;
    let answer = |answer| dispatch.reform(move |_| Event::QuestionAnswered(question, answer));
    html! {
        <section
            class="asked-of-you"
            aria-label={words.text(PageKey::ToYou).to_owned()}
            data-question={question.id()}
        >
            <h2>{ &model.text }</h2>
            <p class="row">
                <Button action="yes" quiet=true onclick={answer(Some(true))}>{ &model.yes }</Button>
                <Button action="no" quiet=true onclick={answer(Some(false))}>{ &model.no }</Button>
                <Button action="unsure" quiet=true onclick={answer(None)}>{ &model.unsure }</Button>
            </p>
        </section>
    }
}

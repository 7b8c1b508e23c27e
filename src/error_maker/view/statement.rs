//! The owner's own word on an incident: written here, shown in the preview, copied from here.

use whichside_error_page::MakerLabel;
use yew::prelude::*;

use super::written::Written;
use crate::components::{Button, use_translations};
use crate::error_maker::event::{Copied, Event};
use crate::error_maker::view_model::ViewModel;

/// The properties of a [`StatementSection`].
#[derive(Properties, PartialEq)]
pub struct StatementSectionProps {
    /// What is shown.
    pub model: ViewModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The owner's own word on an incident.
#[component]
pub fn StatementSection(props: &StatementSectionProps) -> Html {
    let words = use_translations();
    let StatementSectionProps { model, dispatch } = props;
    let written = |word| dispatch.reform(move |value| Event::Written(word, value));
    let copied = match model.copied {
        Some((Copied::Statement, label)) => words.text(label),
        Some(_) | None => "",
    };
    html! {
        <section class="statement">
            <h2>{ words.text(MakerLabel::Statement) }</h2>
            <p class="note">{ words.text(MakerLabel::StatementMeans) }</p>
            { for model.words.iter().map(|word| html! {
                <Written
                    key={word.word.id()}
                    id={word.word.id()}
                    label={word.label}
                    typed={word.typed.clone()}
                    direction={word.direction}
                    wrong={word.wrong}
                    oninput={written(word.word)}
                />
            }) }
            <pre dir="ltr" translate="no" data-statement=""><code>{ &model.statement }</code></pre>
            <p class="row">
                <Button
                    action="copy-statement"
                    onclick={dispatch.reform(|_| Event::CopyClicked(Copied::Statement))}
                >
                    { words.text(MakerLabel::CopyStatement) }
                </Button>
                <span role="status">{ copied }</span>
            </p>
        </section>
    }
}

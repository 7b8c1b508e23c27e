//! The owner's own word on an incident: written here, shown in the preview, copied from here.

use web_sys::HtmlInputElement;
use whichside_error_page::MakerLabel;
use yew::prelude::*;

use crate::components::{Button, use_translations};
use crate::error_maker::event::{Copied, Event, Word};
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
    let field = |(word, label, value): &(Word, MakerLabel, AttrValue)| {
        let (word, label) = (*word, *label);
        let id = match word {
            Word::Title => "incident",
            Word::Started => "started",
            Word::Expected => "expected",
        };
        let direction = match word {
            Word::Title => "auto",
            Word::Started | Word::Expected => "ltr",
        };
        let oninput = dispatch.reform(move |event: InputEvent| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            Event::Written(word, input.value())
        });
        html! {
            <div class="choice" key={id}>
                <label for={id}>{ words.text(label) }</label>
                <input
                    {id}
                    name={id}
                    type="text"
                    autocomplete="off"
                    dir={direction}
                    value={value.clone()}
                    {oninput}
                />
            </div>
        }
    };
    let copied = match model.copied {
        Some((Copied::Statement, label)) => words.text(label),
        Some(_) | None => "",
    };
    html! {
        <section class="statement">
            <h2>{ words.text(MakerLabel::Statement) }</h2>
            <p class="note">{ words.text(MakerLabel::StatementMeans) }</p>
            { for model.word.iter().map(field) }
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

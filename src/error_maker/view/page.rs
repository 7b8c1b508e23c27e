//! The whole page that makes the error page.

use whichside_error_page::MakerLabel;
use yew::prelude::*;

use super::files::FilesSection;
use super::form::Form;
use super::preview::Preview;
use super::statement::StatementSection;
use crate::components::{ToolPage, Translations};
use crate::error_maker::event::Event;
use crate::error_maker::view_model::ViewModel;

/// How it works, and how to test it.
const MANUAL: &str = "error-page/about.txt";
/// The properties of a [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What is shown.
    pub model: ViewModel,
    /// The words of the page's language.
    pub words: Translations,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The whole page that makes the error page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps {
        model,
        words,
        dispatch,
    } = props;
    let say = |label| words.text(label).to_owned();
    html! {
        <ToolPage
            words={words.clone()}
            to_check={say(MakerLabel::ToCheck)}
            title={say(MakerLabel::Title)}
            introduction={say(MakerLabel::Introduction)}
            manual={MANUAL}
            to_manual={say(MakerLabel::Manual)}
        >
            if model.has_no_parts {
                <p class="told" role="alert">{ words.text(MakerLabel::NoParts) }</p>
            }
            <div class="desk">
                <Form model={model.clone()} {dispatch} />
                <Preview model={model.clone()} {dispatch} />
            </div>
            <FilesSection model={model.clone()} {dispatch} />
            <StatementSection model={model.clone()} {dispatch} />
        </ToolPage>
    }
}

//! The whole page that makes the error page.

use whichside_error_page::MakerLabel;
use yew::prelude::*;

use super::files::FilesSection;
use super::form::Form;
use super::preview::Preview;
use super::statement::StatementSection;
use crate::components::{Translations, outward_link};
use crate::error_maker::event::Event;
use crate::error_maker::view_model::ViewModel;

/// How it works, and how to test it.
const MANUAL: &str = "error-page/about.txt";
/// The name of the product, in every language.
const NAME: &str = "whichside";

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
    html! {
        <ContextProvider<Translations> context={words.clone()}>
            <div class="configurator page">
                <header class="top">
                    <a class="brand" href="./">
                        <bdi lang="en">{ NAME }</bdi>
                        <span>{ words.text(MakerLabel::ToCheck) }</span>
                    </a>
                </header>
                <main>
                    <h1 class="question">{ words.text(MakerLabel::Title) }</h1>
                    <p class="lead">{ words.text(MakerLabel::Introduction) }</p>
                    if model.has_no_parts {
                        <p class="told" role="alert">{ words.text(MakerLabel::NoParts) }</p>
                    }
                    <div class="desk">
                        <Form model={model.clone()} {dispatch} />
                        <Preview model={model.clone()} {dispatch} />
                    </div>
                    <FilesSection model={model.clone()} {dispatch} />
                    <StatementSection model={model.clone()} {dispatch} />
                </main>
                <footer>
                    <p>
                        { outward_link(MANUAL, Classes::new(), None, html! { words.text(MakerLabel::Manual) }) }
                    </p>
                </footer>
            </div>
        </ContextProvider<Translations>>
    }
}

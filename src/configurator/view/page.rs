//! The whole page of the configurator.

use yew::prelude::*;

use super::code_section::CodeSection;
use super::findings_section::FindingsSection;
use super::form::Form;
use super::policy_section::PolicySection;
use super::preview::Preview;
use super::relation_section::RelationSection;
use crate::components::Translations;
use crate::components::outward_link;
use crate::configurator::event::Event;
use crate::configurator::view_model::ViewModel;
use whichside_embed::OwnerLabel;

/// The file with the rule, the messages and their reasons.
const MANUAL: &str = "embed/about.txt";

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

/// The whole page of the configurator.
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
                        <span>{ words.text(OwnerLabel::ToCheck) }</span>
                    </a>
                </header>
                <main>
                    <h1 class="question">{ words.text(OwnerLabel::Title) }</h1>
                    <p class="lead">{ words.text(OwnerLabel::Introduction) }</p>
                    <div class="desk">
                        <Form model={model.form.clone()} {dispatch} />
                        <Preview model={model.preview.clone()} />
                    </div>
                    <CodeSection model={model.code.clone()} {dispatch} />
                    <RelationSection model={model.relation.clone()} />
                    <PolicySection model={model.policy.clone()} {dispatch} />
                    <FindingsSection findings={model.findings.clone()} {dispatch} />
                </main>
                <footer>
                    <p>
                        { outward_link(MANUAL, Classes::new(), None, html! { words.text(OwnerLabel::Manual) }) }
                    </p>
                </footer>
            </div>
        </ContextProvider<Translations>>
    }
}

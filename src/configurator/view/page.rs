//! The whole page of the configurator.

use yew::prelude::*;

use super::code_section::CodeSection;
use super::findings_section::FindingsSection;
use super::form::Form;
use super::policy_section::PolicySection;
use super::preview::Preview;
use super::relation_section::RelationSection;
use crate::components::{ToolPage, Translations};
use crate::configurator::event::Event;
use crate::configurator::view_model::ViewModel;
use whichside_embed::OwnerLabel;

/// The file with the rule, the messages and their reasons.
const MANUAL: &str = "embed/about.txt";

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
    let say = |label| words.text(label).to_owned();
    html! {
        <ToolPage
            words={words.clone()}
            to_check={say(OwnerLabel::ToCheck)}
            title={say(OwnerLabel::Title)}
            introduction={say(OwnerLabel::Introduction)}
            manual={MANUAL}
            to_manual={say(OwnerLabel::Manual)}
        >
            <div class="desk">
                <Form model={model.form.clone()} {dispatch} />
                <Preview model={model.preview.clone()} />
            </div>
            <CodeSection model={model.code.clone()} {dispatch} />
            <RelationSection model={model.relation.clone()} />
            <PolicySection model={model.policy.clone()} {dispatch} />
            <FindingsSection findings={model.findings.clone()} {dispatch} />
        </ToolPage>
    }
}

//! What can be found out from the owner's own browser, once it is asked for.

use whichside_embed::{Label, OwnerLabel};
use yew::prelude::*;

use super::code_block::CodeBlock;
use crate::components::Button;
use crate::components::{Translations, use_translations};
use crate::configurator::event::Event;
use crate::configurator::view_model::{Finding, FindingText};

/// The properties of a [`FindingsSection`].
#[derive(Properties, PartialEq)]
pub struct FindingsSectionProps {
    /// What is shown.
    pub findings: Vec<Finding>,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// What can be found out from the owner's own browser, once it is asked for.
#[component]
pub fn FindingsSection(props: &FindingsSectionProps) -> Html {
    let words = use_translations();
    html! {
        <section class="check">
            <h2>{ words.text(OwnerLabel::Check) }</h2>
            <p class="note">{ words.text(OwnerLabel::CheckMeans) }</p>
            <p class="row">
                <Button action="check" onclick={props.dispatch.reform(|_| Event::CheckClicked)}>
                    { words.text(OwnerLabel::Check) }
                </Button>
            </p>
            <ul class="results" aria-live="polite">
                { for props.findings.iter().map(|finding| html! {
                    <li key={finding.id} data-seen={finding.id}>
                        { show_finding(&words, &finding.text) }
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn show_finding(words: &Translations, text: &FindingText) -> Html {
    match text {
        FindingText::Label(label) => html! { <span>{ words.text(*label) }</span> },
        FindingText::OfHost(label, host) => html! {
            <span>{ words.fill(*label, &[("host", host)]) }</span>
        },
        FindingText::Incident {
            impact,
            label,
            name,
        } => html! {
            <span data-incident={*impact}>
                { words.text(*label) }
                { " " }
                if let Some(name) = name {
                    <bdi>{ words.fill(Label::Called, &[("name", name)]) }</bdi>
                }
            </span>
        },
        FindingText::Command(label, command) => html! {
            <div>
                <span>{ words.text(*label) }</span>
                <CodeBlock code={command.clone()} />
            </div>
        },
    }
}

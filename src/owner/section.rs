//! The folded section under the advice: what is in it is asked of the worker when it is opened, and follows the verdict and
//! the language while it is open.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use whichside_diagnosis::words::{Language, PageKey};
use whichside_owner::response::{Request, Section, Task};
use whichside_owner::{Choice, Site};
use yew::prelude::*;

use super::asker::{Asked, Asker, Progress, use_response};
use super::missing::Missing;
use super::section_body::SectionBody;
use super::{kept_choice, worker};
use crate::components::use_translations;

/// The properties of [`OwnerSection`].
#[derive(Properties, PartialEq)]
pub struct OwnerSectionProps {
    /// What the check found out; none while it runs. The section is hidden then, so that what was pasted is not lost.
    pub site: Option<Site>,
    /// Whom to ask, where it is not the worker.
    #[prop_or_default]
    pub asker: Option<Asker>,
}

/// “I run this site”.
#[component]
pub fn OwnerSection(props: &OwnerSectionProps) -> Html {
    let words = use_translations();
    let language = words.language();
    let opened = use_state(|| false);
    let choice = use_state(Choice::default);
    let asker = use_memo(props.asker.clone(), |asker| {
        asker.clone().unwrap_or_else(worker::asker)
    });

    let site = props.site.clone().filter(|_| *opened);
    let request = site.map(|site| Request {
        language: language.code().to_owned(),
        site,
        task: Task::Section(*choice),
    });
    let Asked {
        latest,
        progress,
        retry,
    } = use_response::<Section>(&asker, request);

    let ontoggle = {
        let (opened, choice) = (opened.clone(), choice.clone());
        Callback::from(move |event: Event| {
            opened.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
            choice.set(kept_choice::load());
        })
    };
    let onchoose = Callback::from(move |chosen: Choice| {
        kept_choice::store(chosen);
        choice.set(chosen);
    });
    html! {
        <details class="others owner" hidden={props.site.is_none()} {ontoggle}>
            <summary>{ words.text(PageKey::Owner) }</summary>
            <div role="status">
                if progress == Progress::Waiting {
                    <p class="note">{ words.text(PageKey::OwnerComing) }</p>
                }
                if progress == Progress::Missing {
                    <Missing {retry} />
                }
            </div>
            { place(language, latest, &asker, onchoose) }
        </details>
    }
}

/// The place of the section's body. English stands in for a language that is missing, and is marked as such.
fn place(
    language: Language,
    section: Option<Rc<Section>>,
    asker: &Asker,
    onchoose: Callback<Choice>,
) -> Html {
    let other = section
        .as_ref()
        .and_then(|section| Language::of_tag(&section.language))
        .filter(|shown| *shown != language);
    html! {
        <div id="owner" lang={other.map(Language::code)} dir={other.map(Language::direction)}>
            if let Some(section) = section {
                <SectionBody language={language.code()} {section} asker={asker.clone()} {onchoose} />
            }
        </div>
    }
}

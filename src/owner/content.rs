//! What is in the opened section: it is asked of the worker, and follows the verdict and the language that the page hands over.

use std::rc::Rc;

use whichside_diagnosis::words::Language;
use whichside_owner::response::{Request, Section, Task};
use whichside_owner::{Choice, Site};
use yew::prelude::*;

use super::asker::{Asked, Asker, use_response};
use super::section_body::SectionBody;
use super::{kept_choice, worker};
use crate::components::use_translations;
use crate::part::loading;

/// The properties of [`Content`].
#[derive(Properties, PartialEq)]
pub struct ContentProps {
    /// What the check found out.
    pub site: Site,
    /// The page's language.
    pub language: Language,
    /// Whom to ask, where it is not the worker.
    pub asker: Option<Asker>,
}

/// What is in the opened section.
#[component]
pub fn Content(props: &ContentProps) -> Html {
    let words = use_translations();
    let language = props.language;
    let choice = use_state(kept_choice::load);
    let asker = use_memo(props.asker.clone(), |asker| {
        asker.clone().unwrap_or_else(worker::asker)
    });
    let request = Request {
        language: language.code().to_owned(),
        site: props.site.clone(),
        task: Task::Section(*choice),
    };
    let Asked {
        latest,
        progress,
        retry,
    } = use_response::<Section>(&asker, Some(request));
    let onchoose = Callback::from(move |chosen: Choice| {
        kept_choice::store(chosen);
        choice.set(chosen);
    });
    html! {
        <>
            { loading(&words, progress, &retry) }
            { place(language, latest, &asker, onchoose) }
        </>
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

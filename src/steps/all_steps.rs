//! The steps of every remedy that the page shows, each in its own place.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::Language;
use whichside_guide::Instructions;
use yew::prelude::*;

use super::view::steps;
use super::view_model::{StepsFile, view_model};
use super::visitor::visitor;
use crate::browser::file;
use crate::components::use_translations;
use crate::part::InLanguage;

/// The properties of [`AllSteps`].
#[derive(Clone, Properties, PartialEq)]
pub(super) struct AllStepsProps {
    /// Where the steps of which remedy are shown.
    pub(super) places: Vec<(Element, Remedy)>,
    /// The page's language.
    pub(super) language: Language,
}

/// The steps, in the page's language.
#[component]
pub(super) fn AllSteps(props: &AllStepsProps) -> Html {
    html! {
        <InLanguage language={props.language}>
            <InPlaces ..props.clone() />
        </InLanguage>
    }
}

#[component]
fn InPlaces(props: &AllStepsProps) -> Html {
    let words = use_translations();
    let corrected = use_state(|| visitor(&window().navigator()));
    let file = use_state(StepsFile::default);
    let attempt = use_state(|| 0_u32);
    {
        let file = file.setter();
        use_effect_with((props.language, *attempt), move |(language, _)| {
            let language = *language;
            // What comes when another language is wanted says nothing any more.
            let wanted = Rc::new(Cell::new(true));
            let is_wanted = Rc::clone(&wanted);
            file.set(StepsFile::Awaited);
            spawn_local(async move {
                let came = fetched(language).await;
                if is_wanted.get() {
                    file.set(
                        came.map_or(StepsFile::Missing, |came| StepsFile::Here(Rc::new(came))),
                    );
                }
            });
            move || wanted.set(false)
        });
    }
    let retry = {
        let attempt = attempt.clone();
        Callback::from(move |()| attempt.set(*attempt + 1))
    };
    {
        let retry = retry.clone();
        let missing = matches!(*file, StepsFile::Missing);
        use_effect_with((missing, *attempt), move |(missing, _)| {
            let online =
                missing.then(|| EventListener::once(&window(), "online", move |_| retry.emit(())));
            move || drop(online)
        });
    }
    let correct = {
        let corrected = corrected.clone();
        Callback::from(move |visitor| corrected.set(visitor))
    };
    html! {
        <>
            { for props.places.iter().map(|(place, remedy)| {
                let model = view_model(&words, *remedy, &file, *corrected);
                create_portal(steps(&words, &model, *corrected, &correct, &retry), place.clone())
            }) }
        </>
    }
}

/// The file of a language, if it came and is one.
async fn fetched(language: Language) -> Option<Instructions> {
    let file = file::text(&format!("remedies/{}.json", language.code())).await?;
    Instructions::read(&file, language.code())
}

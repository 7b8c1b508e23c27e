//! The place of a part in the page: it has the program fetched once there is something to show, and tells it of each change.

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::loading::{Progress, loading};
use super::program::{Handover, Program};
use crate::components::use_translations;

/// The properties of [`Part`].
#[derive(Properties, PartialEq)]
pub struct PartProps {
    /// What draws it.
    pub program: Program,
    /// What is to be shown; none leaves what is shown as it is.
    pub content: Option<AttrValue>,
}

/// The place of a part in the page.
#[component]
pub fn Part(props: &PartProps) -> Html {
    let words = use_translations();
    let language = words.language();
    let progress = use_state(|| Progress::Idle);
    let attempt = use_state(|| 0_u32);
    let place = use_node_ref();
    {
        let (place, progress) = (place.clone(), progress.clone());
        use_effect_with(
            (
                props.program.clone(),
                props.content.clone(),
                language,
                *attempt,
            ),
            move |(program, content, language, _)| {
                let (Some(content), Some(place)) = (content.clone(), place.cast::<Element>())
                else {
                    return;
                };
                if *progress != Progress::Here {
                    progress.set(Progress::Coming);
                }
                let shown = program.clone().show(Handover {
                    place,
                    content: content.to_string(),
                    language: *language,
                });
                spawn_local(async move {
                    progress.set(match shown.await {
                        Ok(()) => Progress::Here,
                        Err(_) => Progress::Missing,
                    });
                });
            },
        );
    }
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    html! {
        <>
            { loading(&words, *progress, &retry) }
            <div ref={place} />
        </>
    }
}

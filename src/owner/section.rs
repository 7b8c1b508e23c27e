//! The folded section under the advice, which is the page's: opening it fetches the owner's program, which then draws what is
//! in it. While the section is open, the program is told of each new verdict and language.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDetailsElement};
use whichside_diagnosis::words::PageKey;
use whichside_owner::Site;
use yew::prelude::*;

use super::missing::Missing;
use super::program::{Handover, Program};
use crate::components::use_translations;

/// The properties of [`OwnerSection`].
#[derive(Properties, PartialEq)]
pub struct OwnerSectionProps {
    /// What the check found out; none while it runs. The section is hidden then, so that what was pasted is not lost.
    pub site: Option<Site>,
    /// What draws the content, where it is not the program that is fetched.
    #[prop_or_default]
    pub program: Option<Program>,
}

/// How far the program is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// It was not needed yet.
    Idle,
    /// It is being fetched.
    Coming,
    /// It draws the content.
    Here,
    /// It did not come.
    Missing,
}

/// “I run this site”.
#[component]
pub fn OwnerSection(props: &OwnerSectionProps) -> Html {
    let words = use_translations();
    let language = words.language();
    let opened = use_state(|| false);
    let progress = use_state(|| Progress::Idle);
    let attempt = use_state(|| 0_u32);
    let place = use_node_ref();
    let program = use_memo(props.program.clone(), |program| {
        program.clone().unwrap_or_else(Program::fetched)
    });
    {
        let (place, progress) = (place.clone(), progress.clone());
        let site = props.site.clone().filter(|_| *opened);
        use_effect_with(
            (program, site, language, *attempt),
            move |(program, site, language, _)| {
                let (Some(site), Some(place)) = (site.clone(), place.cast::<Element>()) else {
                    return;
                };
                if *progress != Progress::Here {
                    progress.set(Progress::Coming);
                }
                let language = *language;
                let shown = program.show(Handover {
                    place,
                    site,
                    language,
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
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            opened.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let state = *progress;
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    html! {
        <details class="others owner" hidden={props.site.is_none()} {ontoggle}>
            <summary>{ words.text(PageKey::Owner) }</summary>
            <div role="status">
                if state == Progress::Coming {
                    <p class="note">{ words.text(PageKey::OwnerComing) }</p>
                }
                if state == Progress::Missing {
                    <Missing {retry} />
                }
            </div>
            <div ref={place} />
        </details>
    }
}

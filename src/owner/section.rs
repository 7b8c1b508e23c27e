//! The folded section under the advice, which is the page's: opening it fetches the owner's program, which then draws what is
//! in it. While the section is open, the program is told of each new verdict and language.

use web_sys::HtmlDetailsElement;
use whichside_diagnosis::words::PageKey;
use whichside_owner::Site;
use yew::prelude::*;

use crate::components::use_translations;
use crate::part::{OWNER, Part, Program};

/// The properties of [`OwnerSection`].
#[derive(Properties, PartialEq)]
pub struct OwnerSectionProps {
    /// What the check found out; none while it runs. The section is hidden then, so that what was pasted is not lost.
    pub site: Option<Site>,
    /// What draws the content.
    #[prop_or(OWNER)]
    pub program: Program,
}

/// “I run this site”.
#[component]
pub fn OwnerSection(props: &OwnerSectionProps) -> Html {
    let words = use_translations();
    let opened = use_state(|| false);
    let site = props.site.as_ref().filter(|_| *opened);
    let content = site.and_then(|site| serde_json::to_string(site).ok());
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            opened.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    html! {
        <details class="others owner" hidden={props.site.is_none()} {ontoggle}>
            <summary>{ words.text(PageKey::Owner) }</summary>
            <Part program={props.program.clone()} content={content.map(AttrValue::from)} />
        </details>
    }
}

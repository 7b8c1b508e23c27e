//! “I run this site”: a folded section, and the place in it that the owner's module draws into.

use web_sys::Element;
use whichside_diagnosis::words::PageKey;
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::state::Owner;
use crate::app::view_model::OwnerModel;
use crate::components::{Button, use_translations};

/// The id of the element that the module draws into.
pub(crate) const PLACE: &str = "owner";

#[derive(Properties, PartialEq)]
pub(super) struct OwnerSectionProps {
    pub(super) model: OwnerModel,
    pub(super) dispatch: Callback<Event>,
}

/// “I run this site”.
#[component]
pub(super) fn OwnerSection(props: &OwnerSectionProps) -> Html {
    let words = use_translations();
    let OwnerSectionProps { model, dispatch } = props;
    let ontoggle = dispatch.reform(|event: yew::events::Event| {
        Event::OwnerOpened(
            event
                .target_unchecked_into::<Element>()
                .has_attribute("open"),
        )
    });
    html! {
        <details class="others owner" hidden={model.hidden} {ontoggle}>
            <summary>{ words.text(PageKey::Owner) }</summary>
            <div role="status">
                if model.owner == Owner::Coming {
                    <p class="note">{ words.text(PageKey::OwnerComing) }</p>
                }
                if model.owner == Owner::Missing {
                    <p class="row">
                        <span>{ words.text(PageKey::OwnerMissing) }</span>
                        <Button
                            action="owner"
                            quiet=true
                            onclick={dispatch.reform(|_| Event::OwnerOpened(true))}
                        >
                            { words.text(PageKey::TryAgain) }
                        </Button>
                    </p>
                }
            </div>
            <div id={PLACE} />
        </details>
    }
}

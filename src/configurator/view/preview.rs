//! An invented status page with the real widget in it: the loader turns the element `which-side` into one.

use whichside_diagnosis::words::Language;
use whichside_embed::{Mode, OwnerLabel};
use yew::prelude::*;

use crate::components::use_translations;
use crate::configurator::view_model::PreviewModel;

/// The properties of a [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What is shown.
    pub model: PreviewModel,
}

/// An invented status page with the real widget in it.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let words = use_translations();
    let model = &props.model;
    let heading = words.text(OwnerLabel::Preview);
    let works = |name, works| {
        let (label, class) = if works {
            (OwnerLabel::MockWorks, "chip ok")
        } else {
            (OwnerLabel::MockFails, "chip bad")
        };
        html! {
            <li>
                <span>{ words.text(name) }</span>
                <span {class}>{ words.text(label) }</span>
            </li>
        }
    };
    html! {
        <section class="looks">
            <h2>{ heading }</h2>
            <p class="note">{ words.text(OwnerLabel::PreviewMeans) }</p>
            <div
                class="mock"
                data-preview=""
                role="group"
                data-mode={model.mode.id()}
                aria-label={heading.to_owned()}
            >
                <p class="mock-address" dir="ltr">{ &model.host }</p>
                <p class="mock-title">{ words.text(OwnerLabel::MockTitle) }</p>
                <div class="mock-incident">
                    <b>{ words.text(OwnerLabel::MockIncident) }</b>
                    <p>{ words.text(OwnerLabel::MockAccount) }</p>
                </div>
                // As owners place them: the button and the box within the text, the badge in the corner.
                if model.mode != Mode::Badge {
                    { widget(model) }
                }
                <ul class="mock-parts">
                    { works(OwnerLabel::MockWebsite, true) }
                    { works(OwnerLabel::MockCheckout, false) }
                    { works(OwnerLabel::MockSearch, true) }
                </ul>
                if model.mode == Mode::Badge {
                    { widget(model) }
                }
            </div>
        </section>
    }
}

fn widget(model: &PreviewModel) -> Html {
    html! {
        <which-side
            key={model.language.code()}
            target={model.target.clone()}
            theme={model.theme.id()}
            mode={model.mode.id()}
            status={model.status.clone()}
            lang={model.lang.map(Language::code)}
        />
    }
}

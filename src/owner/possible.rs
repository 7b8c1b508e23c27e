//! What the owner can change on a hosting, what not, and when to move on.

use std::rc::Rc;

use whichside_owner::Label;
use whichside_owner::response::Section;
use yew::prelude::*;

/// The properties of [`PossibleDetails`].
#[derive(Properties, PartialEq)]
pub(super) struct PossibleDetailsProps {
    /// The section.
    pub section: Rc<Section>,
}

/// What the owner can change on a hosting, what not, and when to move on; folded.
#[component]
pub(super) fn PossibleDetails(props: &PossibleDetailsProps) -> Html {
    let (labels, possible) = (&props.section.labels, &props.section.possible);
    let list = |label, points: &[String]| {
        html! {
            <div>
                <h4>{ labels.text(label) }</h4>
                <ul>{ for points.iter().map(|point| html! { <li>{ point }</li> }) }</ul>
            </div>
        }
    };
    html! {
        <details class="others">
            <summary>{ labels.text(Label::Possible) }</summary>
            { list(Label::Can, &possible.can) }
            { list(Label::Cannot, &possible.cannot) }
            <h4>{ labels.text(Label::Upgrade) }</h4>
            <p>{ &possible.upgrade }</p>
        </details>
    }
}

//! A link to a step. The section follows it itself, since the page's own address must not change.

use whichside_owner::Label;
use whichside_owner::response::StepLink;
use yew::prelude::*;

use super::context::SectionContext;
use super::navigation::anchor;

/// The properties of [`StepLinkText`].
#[derive(Properties, PartialEq)]
pub(super) struct StepLinkTextProps {
    /// What it is drawn with.
    pub context: SectionContext,
    /// Where it leads.
    pub link: StepLink,
}

/// A link to a step.
#[component]
pub(super) fn StepLinkText(props: &StepLinkTextProps) -> Html {
    let step = props.link.step;
    let onclick = props.context.go_to.reform(move |event: MouseEvent| {
        event.prevent_default();
        step
    });
    html! {
        <p class="owner-next">
            { props.context.text(Label::Next) }
            { " " }
            <a href={format!("#{}", anchor(step))} data-to={step.id()} {onclick}>
                { &props.link.title }
            </a>
        </p>
    }
}

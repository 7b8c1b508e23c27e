//! What stands in the frame before a check, or in its place.

use yew::prelude::*;

use crate::components::{Button, OutwardLink};
use crate::widget::event::Event;
use crate::widget::view_model::BeforeModel;

#[derive(Properties, PartialEq)]
pub(super) struct BeforeProps {
    pub(super) model: BeforeModel,
    /// The whole page, with the address filled in.
    pub(super) page: AttrValue,
    pub(super) dispatch: Callback<Event>,
}

/// What stands in the frame before a check, or in its place.
#[component]
pub(super) fn Before(props: &BeforeProps) -> Html {
    let BeforeProps {
        model,
        page,
        dispatch,
    } = props;
    html! {
        <div>
            <h1>{ &model.question }</h1>
            if let Some(text) = &model.text {
                <p role={model.announced.then_some("status")}>{ text }</p>
            }
            if let Some(start) = &model.start {
                <Button
                    action="start"
                    disabled={model.asking}
                    onclick={dispatch.reform(|_| Event::StartClicked)}
                >
                    { start }
                </Button>
            }
            if let Some((text, link)) = &model.obscured {
                <p role="alert" data-covered="">
                    { text }
                    { " " }
                    <OutwardLink href={page.clone()}>{ link }</OutwardLink>
                </p>
            }
            if let Some(label) = &model.open_page {
                <OutwardLink href={page.clone()} class="button" action="elsewhere">
                    { label }
                </OutwardLink>
            }
        </div>
    }
}

//! What stands in the frame before a check, or in its place.

use yew::prelude::*;

use crate::components::{Button, outward_link};
use crate::widget::event::Event;
use crate::widget::view_model::BeforeModel;

/// What stands in the frame before a check, or in its place. `page` is the whole page, with the address filled in.
pub(super) fn before(model: &BeforeModel, page: &str, dispatch: &Callback<Event>) -> Html {
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
                    { outward_link(page, Classes::new(), None, html! { link }) }
                </p>
            }
            if let Some(label) = &model.open_page {
                { outward_link(page, classes!("button"), Some("elsewhere"), html! { label }) }
            }
        </div>
    }
}

//! The widget's views: the same check as the page's in one small column. They draw the view model.

mod actions;
mod before;
mod found;

use yew::prelude::*;

use self::actions::{actions, disclosure};
use self::before::before;
use self::found::found;
use super::event::Event;
use super::view_model::{Body, Foot, ViewModel};
use crate::app::event as page;
use crate::app::view::{remedy_card, verdict_section};
use crate::components::use_translations;

/// The properties of [`WidgetFrame`].
#[derive(Properties, PartialEq)]
pub struct WidgetFrameProps {
    /// What the widget shows.
    pub model: ViewModel,
    /// Takes what the visitor does with the widget.
    pub dispatch: Callback<Event>,
    /// Takes what the visitor does with the check.
    pub dispatch_page: Callback<page::Event>,
}

/// The whole frame.
#[component]
pub fn WidgetFrame(props: &WidgetFrameProps) -> Html {
    let words = use_translations();
    let WidgetFrameProps {
        model,
        dispatch,
        dispatch_page,
    } = props;
    let page = &model.page;
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Event::EscapePressed);
            }
        }
    };
    let body = match &model.body {
        Body::Before(model) => before(model, page, dispatch),
        Body::Found(model) => found(&words, model),
    };
    html! {
        <main class="widget" {onkeydown}>
            { verdict_section(&words, &model.attributes, body) }
            if let Some(remedy) = &model.remedy {
                { remedy_card(&words, remedy, true, dispatch_page) }
            }
            { match &model.foot {
                Some(Foot::Actions(model)) => actions(&words, model, page, dispatch_page),
                Some(Foot::Disclosure { text, more }) => disclosure(text, more),
                None => Html::default(),
            } }
        </main>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

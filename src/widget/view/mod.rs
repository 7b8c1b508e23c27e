//! The widget's views: the same check as the page's in one small column. They draw the view model.

mod actions;
mod before;
mod found;

use yew::prelude::*;

use self::actions::{Actions, Disclosure};
use self::before::Before;
use self::found::Found;
use super::event::Event;
use super::view_model::{Body, Foot, ViewModel};
use crate::app::event as page;
use crate::app::view::{RemedyCard, VerdictSection};

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
    let WidgetFrameProps {
        model,
        dispatch,
        dispatch_page,
    } = props;
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Event::EscapePressed);
            }
        }
    };
    html! {
        <main class="widget" {onkeydown}>
            <VerdictSection attributes={model.attributes.clone()}>
                { match &model.body {
                    Body::Before(before) => html! {
                        <Before model={before.clone()} page={model.page.clone()} {dispatch} />
                    },
                    Body::Found(found) => html! { <Found model={found.clone()} /> },
                } }
            </VerdictSection>
            if let Some(remedy) = &model.remedy {
                <RemedyCard
                    key={remedy.remedy.id()}
                    model={remedy.clone()}
                    first=true
                    dispatch={dispatch_page}
                />
            }
            { match &model.foot {
                Some(Foot::Actions(actions)) => html! {
                    <Actions
                        model={actions.clone()}
                        page={model.page.clone()}
                        dispatch={dispatch_page}
                    />
                },
                Some(Foot::Disclosure { text, more }) => html! {
                    <Disclosure text={text.clone()} more={more.clone()} />
                },
                None => Html::default(),
            } }
        </main>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

//! The error page in a frame of its own, in the state that is chosen. It asks nobody anything there.

use whichside_error_page::MakerLabel;
use yew::prelude::*;

use crate::components::{Menu, MenuOption, use_translations};
use crate::error_maker::event::Event;
use crate::error_maker::view_model::{KINDS, ViewModel, statuses};

/// The preview's page.
const PREVIEW: &str = "error-page/preview.html";

/// The properties of a [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What is shown.
    pub model: ViewModel,
    /// Called with each event.
    pub dispatch: Callback<Event>,
}

/// The error page in a frame of its own, in the state that is chosen.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let words = use_translations();
    let PreviewProps { model, dispatch } = props;
    let heading = words.text(MakerLabel::Preview).to_owned();
    let kinds: Vec<MenuOption> = KINDS.map(|kind| MenuOption::new(kind, kind)).into();
    let codes: Vec<MenuOption> = statuses()
        .map(|code| MenuOption::new(code.clone(), code))
        .into();
    html! {
        <section class="looks">
            <h2>{ &heading }</h2>
            <div class="menus">
                <div class="choice">
                    <label for="kind">{ words.text(MakerLabel::State) }</label>
                    <Menu
                        id="kind"
                        name="kind"
                        selected={model.kind.clone()}
                        options={kinds}
                        onchange={dispatch.reform(Event::KindChosen)}
                    />
                </div>
                <div class="choice">
                    <label for="status">{ words.text(MakerLabel::Status) }</label>
                    <Menu
                        id="status"
                        name="status"
                        selected={model.status.clone()}
                        options={codes}
                        onchange={dispatch.reform(Event::StatusChosen)}
                    />
                </div>
            </div>
            <iframe class="shown" data-preview="" src={PREVIEW} title={heading} />
        </section>
    }
}

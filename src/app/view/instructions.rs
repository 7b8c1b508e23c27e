//! How a remedy is done: why, the steps, what it takes, and the two menus that correct which browser and system they are
//! for.

use whichside_diagnosis::words::{PageKey, Words};
use whichside_guide::visitor::{Browser, System};
use yew::prelude::*;

use super::guide_link::guide_link;
use crate::app::event::Event;
use crate::app::view_model::{Choice, FitsModel, FitsPart, InstructionsModel};
use crate::components::{Menu, MenuOption, code_text};

/// How a remedy is done.
pub(super) fn instructions(
    words: &Words,
    model: &InstructionsModel,
    dispatch: &Callback<Event>,
) -> Html {
    let shown = match model {
        InstructionsModel::Absent { text, guide } => html! {
            <p class="note">{ text }{ " " }{ guide_link(words, guide) }</p>
        },
        InstructionsModel::Steps {
            why,
            steps,
            fits,
            facts,
        } => html! {
            <>
                <p>{ code_text(why) }</p>
                <ol class="steps">
                    { for steps.iter().map(|step| html! {
                        <li>{ code_text(step) }</li>
                    }) }
                </ol>
                if let Some(fits) = fits {
                    { which_fit(words, fits, dispatch) }
                }
                <dl class="takes">
                    { for facts.iter().map(|(label, text)| html! {
                        <>
                            <dt>{ label }</dt>
                            <dd>{ code_text(text) }</dd>
                        </>
                    }) }
                </dl>
            </>
        },
    };
    html! { <div>{ shown }</div> }
}

/// Which browser and system the steps are for: a sentence whose two names are menus.
fn which_fit(words: &Words, model: &FitsModel, dispatch: &Callback<Event>) -> Html {
    let part = |part: &FitsPart| match part {
        FitsPart::Text(text) => html! { text },
        FitsPart::Browsers => html! {
            <Menu
                label={words.text(PageKey::YourBrowser).to_owned()}
                options={options(&model.browsers)}
                selected={model.browser}
                onchange={dispatch.reform(|id: String| Event::BrowserCorrected(Browser::of_id(&id)))}
            />
        },
        FitsPart::Systems => html! {
            <Menu
                label={words.text(PageKey::YourSystem).to_owned()}
                options={options(&model.systems)}
                selected={model.system}
                onchange={dispatch.reform(|id: String| Event::SystemCorrected(System::of_id(&id)))}
            />
        },
    };
    html! {
        <p class="fits">{ for model.sentence.iter().map(part) }</p>
    }
}

fn options(choices: &[Choice]) -> Vec<MenuOption> {
    choices
        .iter()
        .map(|choice| MenuOption::new(choice.value, choice.text.clone()))
        .collect()
}

//! How a remedy is done: why, the steps, what it takes, and the two menus that correct which browser and system they are
//! for.

use whichside_diagnosis::words::PageKey;
use whichside_guide::visitor::{Browser, System};
use yew::prelude::*;

use super::guide_link::GuideLink;
use crate::app::event::Event;
use crate::app::view_model::{Choice, FitsModel, FitsPart, InstructionsModel};
use crate::components::{CodeText, Menu, MenuOption, use_translations};

#[derive(Properties, PartialEq)]
pub(super) struct InstructionsProps {
    pub(super) model: InstructionsModel,
    pub(super) dispatch: Callback<Event>,
}

/// How a remedy is done.
#[component]
pub(super) fn Instructions(props: &InstructionsProps) -> Html {
    let InstructionsProps { model, dispatch } = props;
    let shown = match model {
        InstructionsModel::Absent { text, guide } => html! {
            <p class="note">{ text }{ " " }<GuideLink href={guide.clone()} /></p>
        },
        InstructionsModel::Steps {
            why,
            steps,
            fits,
            facts,
        } => html! {
            <>
                <p><CodeText text={why.clone()} /></p>
                <ol class="steps">
                    { for steps.iter().map(|step| html! {
                        <li><CodeText text={step.clone()} /></li>
                    }) }
                </ol>
                if let Some(fits) = fits {
                    <Fits model={fits.clone()} {dispatch} />
                }
                <dl class="takes">
                    { for facts.iter().map(|(label, text)| html! {
                        <>
                            <dt>{ label }</dt>
                            <dd><CodeText text={text.clone()} /></dd>
                        </>
                    }) }
                </dl>
            </>
        },
    };
    html! { <div>{ shown }</div> }
}

#[derive(Properties, PartialEq)]
struct FitsProps {
    model: FitsModel,
    dispatch: Callback<Event>,
}

/// Which browser and system the steps are for: a sentence whose two names are menus.
#[component]
fn Fits(props: &FitsProps) -> Html {
    let words = use_translations();
    let FitsProps { model, dispatch } = props;
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

//! How a remedy is done: why, the steps, what it takes, and the two menus that correct which browser and system they are
//! for.

use whichside_diagnosis::words::{PageKey, Words};
use whichside_guide::visitor::{Browser, System, Visitor};
use yew::prelude::*;

use super::view_model::{Choice, FitsModel, FitsPart, StepsModel};
use crate::components::{Button, Menu, MenuOption, code_text, guide_link};

/// How a remedy is done. `correct` takes the visitor as they correct it, `retry` asks for what did not come.
pub(super) fn steps(
    words: &Words,
    model: &StepsModel,
    visitor: Visitor,
    correct: &Callback<Visitor>,
    retry: &Callback<()>,
) -> Html {
    match model {
        StepsModel::Awaited { text } => html! { <p class="note">{ text }</p> },
        StepsModel::Missing { text, guide } => html! {
            <>
                <p class="note">{ text }{ " " }{ guide_link(words, guide) }</p>
                <p class="row">
                    <Button action="load" quiet=true onclick={retry.reform(|_: MouseEvent| ())}>
                        { words.text(PageKey::TryAgain) }
                    </Button>
                </p>
            </>
        },
        StepsModel::Steps {
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
                    { which_fit(words, fits, visitor, correct) }
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
    }
}

/// Which browser and system the steps are for: a sentence whose two names are menus.
fn which_fit(
    words: &Words,
    model: &FitsModel,
    visitor: Visitor,
    correct: &Callback<Visitor>,
) -> Html {
    let part = |part: &FitsPart| match part {
        FitsPart::Text(text) => html! { text },
        FitsPart::Browsers => html! {
            <Menu
                label={words.text(PageKey::YourBrowser).to_owned()}
                options={options(&model.browsers)}
                selected={model.browser}
                onchange={correct.reform(move |id: String| Visitor {
                    browser: Browser::of_id(&id),
                    ..visitor
                })}
            />
        },
        FitsPart::Systems => html! {
            <Menu
                label={words.text(PageKey::YourSystem).to_owned()}
                options={options(&model.systems)}
                selected={model.system}
                onchange={correct.reform(move |id: String| Visitor {
                    system: System::of_id(&id),
                    ..visitor
                })}
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

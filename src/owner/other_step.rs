//! A step that a link led to, though it is not among the ordered ones. It is asked for, and then gone to.

use whichside_owner::Step;
use whichside_owner::response::{ShownStep, Task};
use yew::prelude::*;

use super::asker::use_response;
use super::context::SectionContext;
use super::navigation;
use super::step_details::StepDetails;
use crate::components::use_translations;
use crate::part::{Progress, loading};

/// The properties of [`OtherStep`].
#[derive(Properties, PartialEq)]
pub(super) struct OtherStepProps {
    /// What it is drawn with.
    pub context: SectionContext,
    /// The step.
    pub step: Step,
}

/// A step that is not among the ordered ones.
#[component]
pub(super) fn OtherStep(props: &OtherStepProps) -> Html {
    let words = use_translations();
    let (context, step) = (&props.context, props.step);
    let request = context.request(Task::Step(step, context.section.choice));
    let asked = use_response::<ShownStep>(&context.asker, Some(request));
    use_effect_with(asked.latest.is_some(), move |shown| {
        if *shown {
            navigation::go_to(step);
        }
    });
    if let Some(step) = asked.latest {
        return html! { <StepDetails context={context.clone()} {step} open=true /> };
    }
    if asked.progress == Progress::Missing {
        return html! { <li>{ loading(&words, asked.progress, &asked.retry) }</li> };
    }
    Html::default()
}

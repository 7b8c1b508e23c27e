//! What is in the section: the choice, what the hosting allows, the steps, the two boxes, and what is announced.

use std::rc::Rc;

use whichside_owner::response::Section;
use whichside_owner::{Choice, Label, Step};
use yew::prelude::*;

use super::asker::Asker;
use super::choice_menus::ChoiceMenus;
use super::config_box::ConfigBox;
use super::context::SectionContext;
use super::log_box::LogBox;
use super::navigation;
use super::other_step::OtherStep;
use super::possible::PossibleDetails;
use super::step_details::StepDetails;

/// The properties of [`SectionBody`].
#[derive(Properties, PartialEq)]
pub(super) struct SectionBodyProps {
    /// The BCP 47 code of the page's language.
    pub language: AttrValue,
    /// The section.
    pub section: Rc<Section>,
    /// Whom to ask.
    pub asker: Asker,
    /// Called with what the owner chose.
    pub onchoose: Callback<Choice>,
}

/// Steps of a section that a link led to, beyond the ordered ones.
struct OtherSteps {
    section: Rc<Section>,
    steps: Vec<Step>,
}

impl OtherSteps {
    /// The other steps of this section: a new one begins without any.
    fn of(&self, section: &Rc<Section>) -> &[Step] {
        match Rc::ptr_eq(&self.section, section) {
            true => &self.steps,
            false => &[],
        }
    }
}

impl Reducible for OtherSteps {
    type Action = (Rc<Section>, Step);

    fn reduce(self: Rc<Self>, (section, step): (Rc<Section>, Step)) -> Rc<Self> {
        let mut steps = self.of(&section).to_vec();
        if !steps.contains(&step) {
            steps.push(step);
        }
        Rc::new(OtherSteps { section, steps })
    }
}

/// What is in the section.
#[component]
pub(super) fn SectionBody(props: &SectionBodyProps) -> Html {
    let section = &props.section;
    let announced = use_state(String::new);
    let others = {
        let section = Rc::clone(section);
        use_reducer(move || OtherSteps {
            section,
            steps: Vec::new(),
        })
    };
    let announce = {
        let announced = announced.setter();
        use_callback((), move |sentence, ()| announced.set(sentence))
    };
    let go_to = {
        let others = others.dispatcher();
        use_callback(Rc::clone(section), move |step, section| {
            if !navigation::go_to(step) {
                others.dispatch((Rc::clone(section), step));
            }
        })
    };
    {
        let announce = announce.clone();
        use_effect_with(Rc::clone(section), move |section| {
            announce.emit(section.summary.clone());
        });
    }
    let context = SectionContext {
        language: props.language.clone(),
        section: Rc::clone(section),
        asker: props.asker.clone(),
        announce,
        go_to,
    };
    html! {
        <>
            <p>{ context.text(Label::Intro) }</p>
            <ChoiceMenus section={Rc::clone(section)} onchoose={props.onchoose.clone()} />
            <div data-part="possible"><PossibleDetails section={Rc::clone(section)} /></div>
            <h3>{ context.text(Label::Steps) }</h3>
            <ol class="owner-steps" data-part="steps">
                { for section.steps.iter().enumerate().map(|(at, step)| html! {
                    <StepDetails
                        key={step.step.id()}
                        context={context.clone()}
                        step={Rc::new(step.clone())}
                        open={at == 0}
                    />
                }) }
            </ol>
            <div data-part="others">
                if !others.of(section).is_empty() {
                    <h3>{ context.text(Label::Others) }</h3>
                    <ul class="owner-steps">
                        { for others.of(section).iter().map(|step| html! {
                            <OtherStep key={step.id()} context={context.clone()} step={*step} />
                        }) }
                    </ul>
                }
            </div>
            <LogBox context={context.clone()} />
            <ConfigBox context={context.clone()} />
            <p class="unseen" role="status" data-part="status">{ (*announced).clone() }</p>
        </>
    }
}

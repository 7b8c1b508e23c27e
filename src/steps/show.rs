//! Draws the steps of a remedy in the place that the page keeps for them, beside those that are shown already.

use std::cell::RefCell;
use std::fmt;

use gloo_utils::document;
use whichside_diagnosis::Remedy;
use yew::{AppHandle, Renderer};

use super::all_steps::{AllSteps, AllStepsProps};
use crate::part::Handover;

thread_local! {
    static DRAWN: RefCell<Option<Drawn>> = const { RefCell::new(None) };
}

/// What is drawn.
struct Drawn {
    props: AllStepsProps,
    root: AppHandle<AllSteps>,
}

/// The page handed over something that is no remedy's id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRemedy(pub String);

impl fmt::Display for UnknownRemedy {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "there is no remedy “{}”", self.0)
    }
}

impl std::error::Error for UnknownRemedy {}

/// Draws the steps of the remedy with the id that is handed over, or draws them anew.
///
/// # Errors
///
/// What was handed over is no remedy's id.
pub fn show(handover: Handover) -> Result<(), UnknownRemedy> {
    let Handover {
        place,
        content,
        language,
    } = handover;
    let remedy = Remedy::ALL.iter().find(|remedy| remedy.id() == content);
    let remedy = *remedy.ok_or(UnknownRemedy(content))?;
    DRAWN.with_borrow_mut(|drawn| match drawn {
        Some(drawn) => {
            drawn.props.language = language;
            // Cards come and go with the verdict.
            let places = &mut drawn.props.places;
            places.retain(|(other, _)| other.is_connected() && *other != place);
            places.push((place, remedy));
            drawn.root.update(drawn.props.clone());
        }
        None => {
            let props = AllStepsProps {
                places: vec![(place, remedy)],
                language,
            };
            // Everything is drawn in the remedies' places; nothing is in the page for the root itself.
            if let Ok(nowhere) = document().create_element("div") {
                let root =
                    Renderer::<AllSteps>::with_root_and_props(nowhere, props.clone()).render();
                *drawn = Some(Drawn { props, root });
            }
        }
    });
    Ok(())
}

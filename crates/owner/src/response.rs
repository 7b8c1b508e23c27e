//! What a page asks and what it shows, as data: texts that are translated, filled in and bounded, ready to be drawn.
//!
//! A page that draws it needs none of this crate's texts itself: it can leave them to a Web Worker. How requests get there is
//! left to the caller.

mod config;
mod log;
mod section;
mod step;

use serde::{Deserialize, Serialize};

pub use config::{ConfigReport, ShownMistake, ShownPaste};
pub use log::{LogReport, ShownKind};
pub use section::{Labels, Possible, Section};
pub use step::{
    ShownCommand, ShownExample, ShownFinding, ShownFragment, ShownPiece, ShownStep, StepLink,
};

use crate::choice::Choice;
use crate::labels::Label;
use crate::pasted::Pasted;
use crate::site::Site;
use crate::steps::Step;
use whichside_words::Words;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The BCP 47 code of the language that the response is wanted in.
    pub language: String,
    /// The site that was checked.
    pub site: Site,
    /// What is to be done.
    pub task: Task,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// Order the steps.
    Section(Choice),
    /// Describe one step, whether or not it is among the ordered ones.
    Step(Step, Choice),
    /// Explain the lines of a log.
    Log(Pasted),
    /// Check an nginx configuration.
    Config(Pasted),
}

/// The response to each [`Task`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The section.
    Section(Section),
    /// The step.
    Step(ShownStep),
    /// The log, explained.
    Log(LogReport),
    /// The configuration, checked.
    Config(ConfigReport),
}

/// Turns the response into the content of one task, or gives it back if it is of another.
macro_rules! contents {
    ($($variant:ident($content:ty),)+) => {$(
        impl TryFrom<Response> for $content {
            type Error = Response;

            fn try_from(response: Response) -> Result<$content, Response> {
                if let Response::$variant(content) = response {
                    Ok(content)
                } else {
                    Err(response)
                }
            }
        }
    )+};
}

contents! {
    Section(Section),
    Step(ShownStep),
    Log(LogReport),
    Config(ConfigReport),
}

/// Does what is asked, in these words.
///
/// ```
/// use whichside_diagnosis::Cause;
/// use whichside_owner::response::{Request, Response, Task, respond};
/// use whichside_owner::{Choice, Site, Words};
///
/// let request = Request {
///     language: "en".to_owned(),
///     site: Site {
///         cause: Cause::BadGateway,
///         status: Some(502),
///         server: Some("nginx".to_owned()),
///         host: "shop.example".to_owned(),
///     },
///     task: Task::Section(Choice::default()),
/// };
/// let response = respond(&request, &Words::english());
/// assert!(matches!(response, Response::Section(section) if section.steps.len() >= 2));
/// ```
#[must_use]
pub fn respond(request: &Request, words: &Words) -> Response {
    let site = &request.site;
    match &request.task {
        Task::Section(choice) => Response::Section(Section::new(words, site, *choice)),
        Task::Step(step, choice) => Response::Step(ShownStep::new(words, site, *choice, *step)),
        Task::Log(pasted) => Response::Log(LogReport::new(words, site, pasted)),
        Task::Config(pasted) => Response::Config(ConfigReport::new(words, site, pasted)),
    }
}

/// The text of a label with a number in it.
fn count(words: &Words, label: Label, number: usize) -> String {
    words.count(label, u32::try_from(number).unwrap_or(u32::MAX), 0)
}

//! How a remedy is done by this visitor: why, the steps, what it takes, and which browser and system they are for.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::{PageKey, Words};
use whichside_guide::Instructions;
use whichside_guide::visitor::{Browser, System, Visitor};

use super::guide_address;
use crate::app::state::{InstructionsFile, State};

/// How a remedy is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstructionsModel {
    /// The file of instructions is not here, or says nothing of this remedy.
    Absent {
        /// What is said instead.
        text: String,
        /// The address of what the guide says.
        guide: String,
    },
    /// The steps. Code stands between backticks.
    Steps {
        /// Why it may help.
        why: String,
        /// Each step.
        steps: Vec<String>,
        /// Which browser and system they are for, where others have others.
        fits: Option<FitsModel>,
        /// What it takes, may lose, and how one can tell: each with its label.
        facts: Vec<(String, String)>,
    },
}

/// Which browser and system the steps are for: a sentence whose two names are menus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FitsModel {
    /// The sentence.
    pub sentence: Vec<FitsPart>,
    /// The browsers to choose from.
    pub browsers: Vec<Choice>,
    /// The value of the one that was detected or chosen.
    pub browser: &'static str,
    /// The systems to choose from.
    pub systems: Vec<Choice>,
    /// The value of the one that was detected or chosen.
    pub system: &'static str,
}

/// A part of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FitsPart {
    /// A text.
    Text(String),
    /// The menu of browsers.
    Browsers,
    /// The menu of systems.
    Systems,
}

/// A value of a menu. The value of another browser or system than those listed is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: &'static str,
    /// The text.
    pub text: String,
}

pub(super) fn instructions(state: &State, remedy: Remedy) -> InstructionsModel {
    let words = &state.language.words;
    let visitor = state.guidance.visitor;
    let (file, absent) = match &state.guidance.instructions {
        InstructionsFile::Awaited => (None, PageKey::StepsAwaited),
        InstructionsFile::Missing => (None, PageKey::StepsMissing),
        InstructionsFile::Loaded(file) => (Some(file), PageKey::StepsMissing),
    };
    let Some((file, how)) = file.and_then(|file| Some((file, file.of(remedy, visitor)?))) else {
        return InstructionsModel::Absent {
            text: words.text(absent).to_owned(),
            guide: guide_address(words.language(), remedy.id()),
        };
    };
    let facts = [
        (PageKey::Takes, Some(how.time)),
        (PageKey::MayLose, how.loss),
        (PageKey::Tells, Some(how.tells)),
    ];
    InstructionsModel::Steps {
        why: how.why.to_owned(),
        steps: how.steps.to_vec(),
        fits: how.varies.then(|| fits(words, visitor, file)),
        facts: facts
            .into_iter()
            .filter_map(|(label, text)| Some((words.text(label).to_owned(), text?.to_owned())))
            .collect(),
    }
}

fn fits(words: &Words, visitor: Visitor, file: &Instructions) -> FitsModel {
    let browsers = Browser::ALL.iter().map(|browser| Choice {
        value: browser.id(),
        text: browser.name().to_owned(),
    });
    let systems = System::ALL.iter().map(|system| Choice {
        value: system.id(),
        text: file.system(*system).unwrap_or(system.id()).to_owned(),
    });
    let other = |key| Choice {
        value: "",
        text: words.text(key).to_owned(),
    };
    FitsModel {
        sentence: sentence(words.text(PageKey::StepsFor)),
        browsers: browsers.chain([other(PageKey::OtherBrowser)]).collect(),
        browser: visitor.browser.map_or("", Browser::id),
        systems: systems.chain([other(PageKey::OtherSystem)]).collect(),
        system: visitor.system.map_or("", System::id),
    }
}

/// The parts of a sentence in which `{browser}` and `{system}` stand for the menus.
fn sentence(text: &str) -> Vec<FitsPart> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, (name, after))) = rest
        .split_once('{')
        .and_then(|(before, from)| Some((before, from.split_once('}')?)))
    {
        parts.push(FitsPart::Text(before.to_owned()));
        parts.push(if name == "browser" {
            FitsPart::Browsers
        } else {
            FitsPart::Systems
        });
        rest = after;
    }
    parts.push(FitsPart::Text(rest.to_owned()));
    parts
}

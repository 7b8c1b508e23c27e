//! How a remedy is done by this visitor: why, the steps, what it takes, and which browser and system they are for.

use std::rc::Rc;

use whichside_diagnosis::Remedy;
use whichside_diagnosis::words::{PageKey, Words};
use whichside_guide::Instructions;
use whichside_guide::page::address;
use whichside_guide::visitor::{Browser, System, Visitor};

/// The file of steps in the page's language.
#[derive(Clone, Debug, Default)]
pub enum StepsFile {
    /// It may come yet.
    #[default]
    Awaited,
    /// It did not come, or is not what it should be.
    Missing,
    /// It is here.
    Here(Rc<Instructions>),
}

/// How a remedy is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepsModel {
    /// The file is on its way.
    Awaited {
        /// What is said instead.
        text: String,
    },
    /// The file did not come, or says nothing of this remedy.
    Missing {
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

/// How a visitor does a remedy, as far as it is known.
#[must_use]
pub fn view_model(words: &Words, remedy: Remedy, file: &StepsFile, visitor: Visitor) -> StepsModel {
    let file = match file {
        StepsFile::Awaited => {
            return StepsModel::Awaited {
                text: words.text(PageKey::StepsAwaited).to_owned(),
            };
        }
        StepsFile::Missing => None,
        StepsFile::Here(file) => Some(file),
    };
    let Some((file, how)) = file.and_then(|file| Some((file, file.of(remedy, visitor)?))) else {
        return StepsModel::Missing {
            text: words.text(PageKey::StepsMissing).to_owned(),
            guide: address(words.language().code(), remedy.id()),
        };
    };
    let facts = [
        (PageKey::Takes, Some(how.time)),
        (PageKey::MayLose, how.loss),
        (PageKey::Tells, Some(how.tells)),
    ];
    StepsModel::Steps {
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

#[cfg(test)]
mod tests {
    use whichside_diagnosis::words::Language;
    use whichside_guide::{json, steps};

    use super::*;

    /// The file of a language, in which each sentence is the English with a mark before it.
    fn text(language: Language) -> String {
        let marked = |text: &str| (text.to_owned(), vec![format!("~{text}")]);
        let translations = whichside_guide::texts().into_iter().map(marked).collect();
        json::render(&Words::new(language, translations))
    }

    fn here(language: Language) -> StepsFile {
        let read = Instructions::read(&text(language), language.code());
        StepsFile::Here(Rc::new(read.expect("a file")))
    }

    /// The steps without the marks; none where there are none.
    fn shown(file: &StepsFile, remedy: Remedy, visitor: Visitor) -> Vec<String> {
        match view_model(&Words::english(), remedy, file, visitor) {
            StepsModel::Steps { steps, .. } => steps
                .iter()
                .map(|step| step.trim_start_matches('~').to_owned())
                .collect(),
            StepsModel::Awaited { .. } | StepsModel::Missing { .. } => Vec::new(),
        }
    }

    #[test]
    fn every_remedy_has_the_steps_of_the_browser_and_system_that_were_told() {
        let file = here(Language::English);
        for visitor in [
            Visitor::of(Browser::Firefox, System::Linux),
            Visitor::of(Browser::Safari, System::Ios),
        ] {
            for &remedy in Remedy::ALL {
                let steps = steps(remedy, visitor);
                assert_eq!(shown(&file, remedy, visitor), steps, "{}", remedy.id());
            }
        }
    }

    #[test]
    fn another_browser_than_those_listed_has_steps_too() {
        let other = Visitor {
            browser: None,
            ..Visitor::of(Browser::Safari, System::Ios)
        };
        assert!(!shown(&here(Language::English), Remedy::Reload, other).is_empty());
    }

    #[test]
    fn without_the_file_a_remedy_leads_to_the_guide() {
        let words = Words::english();
        let model = |file| view_model(&words, Remedy::Reload, &file, Visitor::default());
        assert_eq!(
            model(StepsFile::Awaited),
            StepsModel::Awaited {
                text: words.text(PageKey::StepsAwaited).to_owned()
            }
        );
        assert_eq!(
            model(StepsFile::Missing),
            StepsModel::Missing {
                text: words.text(PageKey::StepsMissing).to_owned(),
                guide: format!("guide/#{}", Remedy::Reload.id()),
            }
        );
    }

    #[test]
    fn a_wrong_file_or_a_part_of_one_is_none() {
        let whole = text(Language::English);
        let half: String = whole.chars().take(whole.len() / 2).collect();
        let astray = whole.replacen("\"how\":[", "\"how\":[99999,", 1);
        for wrong in [
            String::new(),
            "<!doctype html>\n<title>Sign in</title>\n".into(),
            half,
            astray,
            text(Language::German),
        ] {
            let read = Instructions::read(&wrong, Language::English.code());
            assert!(read.is_none(), "{wrong:.60}");
        }
    }

    #[test]
    fn the_sentence_on_browser_and_system_holds_both_menus() {
        let visitor = Visitor::of(Browser::Firefox, System::Linux);
        let file = here(Language::English);
        let fits = Remedy::ALL.iter().find_map(|&remedy| {
            match view_model(&Words::english(), remedy, &file, visitor) {
                StepsModel::Steps { fits, .. } => fits,
                StepsModel::Awaited { .. } | StepsModel::Missing { .. } => None,
            }
        });
        let fits = fits.expect("steps that vary");
        assert!(fits.sentence.contains(&FitsPart::Browsers));
        assert!(fits.sentence.contains(&FitsPart::Systems));
        assert_eq!((fits.browser, fits.system), ("firefox", "linux"));
    }
}

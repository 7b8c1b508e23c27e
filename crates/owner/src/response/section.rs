//! The section: its labels, what there is to choose, what the hosting allows, and the ordered steps.

use serde::{Deserialize, Serialize};

use super::step::ShownStep;
use crate::choice::Choice;
use crate::hosting::{Hosting, System};
use crate::labels::Label;
use crate::site::Site;
use whichside_words::Words;

use super::count;

/// The section for a site and a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The BCP 47 code of the language of its texts: English if the one that was asked for is missing.
    pub language: String,
    /// The site that it is about.
    pub site: Site,
    /// What was chosen.
    pub choice: Choice,
    /// The text of each label.
    pub labels: Labels,
    /// The hostings to choose from, with their names.
    pub hostings: Vec<(Hosting, String)>,
    /// The systems to choose from, with their names.
    pub systems: Vec<(System, String)>,
    /// What the hosting allows.
    pub possible: Possible,
    /// The steps in their order.
    pub steps: Vec<ShownStep>,
    /// Says how many steps there are, to be announced.
    pub summary: String,
}

/// The text of each label, in the order of [`Label::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels(Vec<String>);

/// What the owner can change on a hosting, what not, and when to move on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Possible {
    /// What the owner can change.
    pub can: Vec<String>,
    /// What only somebody else can change.
    pub cannot: Vec<String>,
    /// When another hosting pays.
    pub upgrade: String,
}

impl Labels {
    /// The text of a label.
    #[must_use]
    pub fn text(&self, label: Label) -> &str {
        self.0.get(label as usize).map_or("", String::as_str)
    }
}

impl Section {
    pub(super) fn new(words: &Words, site: &Site, choice: Choice) -> Section {
        let steps: Vec<ShownStep> = site
            .steps(choice.hosting)
            .into_iter()
            .map(|step| ShownStep::new(words, site, choice, step))
            .collect();
        let all = |texts: &[&'static str]| {
            texts
                .iter()
                .map(|text| words.say(text).to_owned())
                .collect()
        };
        Section {
            language: words.language().code().to_owned(),
            site: site.clone(),
            choice,
            labels: Labels(
                Label::ALL
                    .iter()
                    .map(|label| words.text(*label).to_owned())
                    .collect(),
            ),
            hostings: Hosting::ALL
                .map(|hosting| (hosting, words.say(hosting.name()).to_owned()))
                .to_vec(),
            systems: Choice::systems_on(choice.hosting)
                .iter()
                .map(|system| (*system, system.name().to_owned()))
                .collect(),
            possible: Possible {
                can: all(choice.hosting.can()),
                cannot: all(choice.hosting.cannot()),
                upgrade: words.say(choice.hosting.upgrade()).to_owned(),
            },
            summary: count(words, Label::StepsShown, steps.len()),
            steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use whichside_diagnosis::Cause;

    use super::*;

    fn section(host: &str) -> Section {
        let site = Site {
            cause: Cause::BadGateway,
            status: Some(502),
            server: Some("nginx/1.22.1".to_owned()),
            host: host.to_owned(),
        };
        Section::new(&Words::english(), &site, Choice::default())
    }

    #[test]
    fn the_steps_for_a_502_of_nginx_stand_in_their_order_with_the_host_filled_in() {
        let section = section("shop.example");
        let shown: Vec<_> = section.steps.iter().map(|step| step.step).collect();
        assert_eq!(shown, section.site.steps(Hosting::Unknown));
        let texts = format!("{:?}", section.steps);
        assert!(texts.contains("https://shop.example/") && !texts.contains("{host}"));
    }

    #[test]
    fn a_host_that_a_shell_would_run_is_nowhere_in_the_steps() {
        let texts = format!("{:?}", section("$(reboot)").steps);
        assert!(texts.contains("example.com") && !texts.contains("reboot"));
    }

    #[test]
    fn each_label_has_its_text() {
        let labels = section("shop.example").labels;
        for label in Label::ALL {
            assert_eq!(labels.text(*label), Words::english().text(*label));
        }
    }
}

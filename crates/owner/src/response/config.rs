//! A pasted nginx configuration: its mistakes by line, what each does, and the mended lines to copy.

use serde::{Deserialize, Serialize};

use crate::config::{self, Mistake};
use crate::labels::Label;
use crate::pasted::Pasted;
use crate::site::Site;
use whichside_words::Words;

use super::count;

/// Mistakes that are shown.
const MAX_MISTAKES: usize = 40;

/// A configuration, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfigReport {
    /// How many mistakes there are, in a sentence.
    pub summary: String,
    /// The mistakes to show.
    pub mistakes: Vec<ShownMistake>,
    /// Says how many more there are, if so.
    pub hidden: Option<String>,
}

/// A mistake. Its texts may hold words of the configuration, which are untrusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownMistake {
    /// The public name of its kind.
    pub id: String,
    /// The public name of its severity.
    pub severity: String,
    /// The line it is on, in words.
    pub line: String,
    /// Its severity in words.
    pub severity_name: String,
    /// What is wrong.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// The mended lines, if there are any.
    pub mended: Option<String>,
}

impl ConfigReport {
    pub(super) fn new(words: &Words, site: &Site, pasted: &Pasted) -> ConfigReport {
        let mistakes = config::check(&pasted.text).mistakes;
        let hidden = mistakes.len().saturating_sub(MAX_MISTAKES);
        ConfigReport {
            summary: match mistakes.len() {
                _ if pasted.cut => words.text(Label::ConfigTooLong).to_owned(),
                0 => words.text(Label::ConfigNone).to_owned(),
                found => count(words, Label::ConfigFound, found),
            },
            mistakes: mistakes
                .iter()
                .take(MAX_MISTAKES)
                .map(|mistake| ShownMistake::new(words, site, mistake))
                .collect(),
            hidden: (hidden > 0).then(|| count(words, Label::Hidden, hidden)),
        }
    }
}

impl ShownMistake {
    fn new(words: &Words, site: &Site, mistake: &Mistake) -> ShownMistake {
        let kind = mistake.kind;
        // Words of the configuration are filled in last: they may look like placeholders themselves.
        let say = |text| mistake.said(words.say(text));
        ShownMistake {
            id: kind.id().to_owned(),
            severity: kind.severity().id().to_owned(),
            line: count(words, Label::ConfigLine, mistake.line),
            severity_name: words.say(kind.severity().name()).to_owned(),
            what: say(kind.what()),
            why: say(kind.why()),
            mended: (!mistake.mended.is_empty()).then(|| site.filled(&mistake.mended)),
        }
    }
}

#[cfg(test)]
mod tests {
    use whichside_diagnosis::Cause;

    use super::*;

    fn report(nginx_config: &str) -> ConfigReport {
        let site = Site {
            cause: Cause::BadGateway,
            status: Some(502),
            server: Some("nginx".to_owned()),
            host: "shop.example".to_owned(),
        };
        ConfigReport::new(&Words::english(), &site, &Pasted::config(nginx_config))
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let report =
            report("server {\n    location / {\n        proxy_pass http://$backend;\n    }\n}\n");
        let mistake = &report.mistakes[0];
        assert_eq!(mistake.id, "variable-without-resolver");
        assert_eq!(mistake.line, "Line 3");
    }

    #[test]
    fn a_configuration_without_mistakes_is_said_to_be_so() {
        let report = report("server { listen 80; root /srv; }");
        assert_eq!(report.summary, Label::ConfigNone.english());
        assert!(report.mistakes.is_empty());
    }

    #[test]
    fn of_many_mistakes_some_are_shown_and_the_others_counted() {
        let many = "upstream empty {}\n".repeat(100);
        let report = report(&many);
        assert_eq!(report.mistakes.len(), MAX_MISTAKES);
        let others = config::check(&many).mistakes.len() - MAX_MISTAKES;
        assert_eq!(report.hidden, Some(format!("Not shown: {others} more.")));
    }

    #[test]
    fn a_configuration_that_is_too_long_is_refused() {
        let report = report(&"upstream empty {}\n".repeat(200_000));
        assert_eq!(report.summary, Label::ConfigTooLong.english());
        assert!(report.mistakes.is_empty() && report.hidden.is_none());
    }
}

//! A pasted nginx configuration: what it is, its mistakes by line, what each does, and the mended lines to copy.

use serde::{Deserialize, Serialize};

use crate::config::{self, Mistake, Paste, Severity};
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
    /// What was pasted, where that is not a whole file of nginx.
    pub pasted: Vec<ShownPaste>,
    /// The mistakes to show.
    pub mistakes: Vec<ShownMistake>,
    /// Says how many more there are, if so.
    pub hidden: Option<String>,
}

/// What was pasted, or what was taken off it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownPaste {
    /// The public name of its kind.
    pub id: String,
    /// What it is, in words.
    pub what: String,
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
    /// How many of its kind there are, in words, where it stands for many.
    pub times: Option<String>,
    /// The mended lines, if there are any.
    pub mended: Option<String>,
}

impl ConfigReport {
    pub(super) fn new(words: &Words, site: &Site, pasted: &Pasted) -> ConfigReport {
        let checked = config::check(&pasted.text);
        let mistakes = &checked.mistakes;
        let hidden = mistakes.len().saturating_sub(MAX_MISTAKES);
        let is_foreign = checked.pasted.iter().any(|paste| paste.is_foreign());
        let found: usize = mistakes
            .iter()
            .filter(|mistake| mistake.severity != Severity::Note)
            .map(|mistake| mistake.count)
            .sum();
        ConfigReport {
            summary: match found {
                _ if pasted.cut => words.text(Label::ConfigTooLong).to_owned(),
                _ if is_foreign => words.text(Label::ConfigForeign).to_owned(),
                0 => words.text(Label::ConfigNone).to_owned(),
                found => count(words, Label::ConfigFound, found),
            },
            pasted: checked
                .pasted
                .iter()
                .filter(|paste| **paste != Paste::WholeFile && !pasted.cut)
                .map(|paste| ShownPaste {
                    id: paste.id().to_owned(),
                    what: words.say(paste.what()).to_owned(),
                })
                .collect(),
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
            severity: mistake.severity.id().to_owned(),
            line: count(words, Label::ConfigLine, mistake.line),
            severity_name: words.say(mistake.severity.name()).to_owned(),
            what: say(kind.what()),
            why: say(kind.why()),
            times: (mistake.count > 1).then(|| count(words, Label::ConfigTimes, mistake.count)),
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
            report("server {\n    location / {\n        proxy_pass 127.0.0.1:3000;\n    }\n}\n");
        let mistake = report
            .mistakes
            .iter()
            .find(|mistake| mistake.severity == "breaks")
            .expect("an address without its scheme");
        assert_eq!(mistake.id, "scheme-missing");
        assert_eq!(mistake.line, "Line 3");
        assert_eq!(report.pasted[0].id, "site-file");
    }

    #[test]
    fn a_configuration_without_mistakes_is_said_to_be_so() {
        let report = report("server { listen 80; root /srv; }");
        assert_eq!(report.summary, Label::ConfigNone.english());
        assert!(report.mistakes.is_empty());
    }

    #[test]
    fn what_is_no_configuration_is_named() {
        let report = report("<VirtualHost *:80>\n    ServerName example.com\n</VirtualHost>\n");
        assert_eq!(report.pasted[0].id, "apache");
        assert_eq!(report.summary, Label::ConfigForeign.english());
    }

    #[test]
    fn of_many_mistakes_of_one_kind_one_is_shown_with_their_number() {
        let report = report(&"upstream empty {}\n".repeat(100));
        let empty = report
            .mistakes
            .iter()
            .find(|mistake| mistake.id == "upstream-empty")
            .expect("it has no server");
        assert_eq!(
            empty.times.as_deref(),
            Some("There are 100 of this kind. The first is shown.")
        );
        assert_eq!(report.hidden, None);
    }

    #[test]
    fn a_configuration_that_is_too_long_is_refused() {
        let report = report(&"upstream empty {}\n".repeat(200_000));
        assert_eq!(report.summary, Label::ConfigTooLong.english());
        assert!(report.mistakes.is_empty() && report.hidden.is_none());
        assert!(report.pasted.is_empty());
    }
}

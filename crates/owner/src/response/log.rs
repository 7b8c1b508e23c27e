//! A pasted log: each kind of line that is understood, what it means, how often it is there, and the step to take.

use serde::{Deserialize, Serialize};

use super::step::StepLink;
use crate::labels::Label;
use crate::logs::{self, Explained};
use crate::pasted::Pasted;
use crate::site::Site;
use whichside_words::Words;

use super::count;

/// Kinds of lines that are shown; the most frequent come first.
const MAX_KINDS: usize = 20;
/// Characters of a line that are shown.
const MAX_LINE: usize = 400;

/// A log, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogReport {
    /// How much of it is understood, in a sentence.
    pub summary: String,
    /// Says that only the last lines were read, if so.
    pub cut: Option<String>,
    /// The kinds of lines to show.
    pub kinds: Vec<ShownKind>,
    /// Says how many more there are, if so.
    pub hidden: Option<String>,
}

/// A kind of line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownKind {
    /// The public name.
    pub id: String,
    /// Which program wrote such lines, in words.
    pub source: String,
    /// How many there are, in a sentence.
    pub count: String,
    /// What they mean.
    pub meaning: String,
    /// What is likely behind them.
    pub likely: String,
    /// Some of them, cut short. Untrusted.
    pub lines: Vec<String>,
    /// The step to take.
    pub next: StepLink,
}

impl LogReport {
    pub(super) fn new(words: &Words, site: &Site, pasted: &Pasted) -> LogReport {
        let kinds = logs::explain(&pasted.text);
        let hidden = kinds.len().saturating_sub(MAX_KINDS);
        LogReport {
            summary: match kinds.len() {
                0 => words.text(Label::LogNone).to_owned(),
                found => count(words, Label::LogFound, found),
            },
            cut: pasted
                .cut
                .then(|| count(words, Label::LogCut, pasted.text.lines().count())),
            kinds: kinds
                .iter()
                .take(MAX_KINDS)
                .map(|kind| ShownKind::new(words, site, kind))
                .collect(),
            hidden: (hidden > 0).then(|| count(words, Label::Hidden, hidden)),
        }
    }
}

impl ShownKind {
    fn new(words: &Words, site: &Site, kind: &Explained) -> ShownKind {
        let pattern = kind.pattern;
        let say = |text| site.filled(words.say(text));
        ShownKind {
            id: pattern.id.to_owned(),
            source: say(pattern.source.name()),
            count: count(words, Label::LogCount, kind.count),
            meaning: say(pattern.meaning),
            likely: say(pattern.likely),
            lines: kind.lines.iter().map(|line| shortened(line)).collect(),
            next: StepLink::new(words, site, pattern.step),
        }
    }
}

fn shortened(line: &str) -> String {
    let mut shown: String = line.chars().take(MAX_LINE).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use whichside_diagnosis::Cause;

    use super::*;

    const REFUSED: &str = "2026/11/21 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9";

    fn report(log: &str) -> LogReport {
        let site = Site {
            cause: Cause::BadGateway,
            status: Some(502),
            server: Some("nginx".to_owned()),
            host: "shop.example".to_owned(),
        };
        LogReport::new(&Words::english(), &site, &Pasted::log(log))
    }

    #[test]
    fn a_line_that_is_understood_leads_to_its_step_and_is_counted() {
        let report = report(&format!("nothing to see here\n{REFUSED}\n{REFUSED}"));
        assert_eq!(report.kinds.len(), 1);
        assert_eq!(report.kinds[0].count, "Lines like this: 2");
        assert_eq!(report.summary, "Kinds of lines understood: 1.");
        assert_eq!((report.cut, report.hidden), (None, None));
    }

    #[test]
    fn of_a_log_that_is_too_long_the_newest_lines_are_read() {
        let noise = "nothing to see here\n".repeat(200_000);
        let report = report(&format!("{REFUSED}\n{noise}{REFUSED}"));
        assert_eq!(report.kinds[0].count, "Lines like this: 1");
        assert!(report.cut.is_some_and(|cut| cut.contains("Only the last")));
    }

    #[test]
    fn a_log_without_a_line_that_is_known_is_said_to_be_so() {
        for log in ["hello", &"é".repeat(3_000_000)] {
            assert_eq!(report(log).summary, Label::LogNone.english());
        }
    }

    #[test]
    fn a_long_line_is_shown_in_part() {
        assert_eq!(shortened(&"é".repeat(1_000)).chars().count(), MAX_LINE + 1);
        assert_eq!(shortened("short"), "short");
    }
}

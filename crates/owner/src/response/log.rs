//! A pasted log: each kind of line that is understood, what it means, how often it is there, when first, and the step to take.

use serde::{Deserialize, Serialize};

use super::step::StepLink;
use crate::labels::Label;
use crate::logs::{self, Explained, Share, Tone};
use crate::pasted::Pasted;
use crate::site::Site;
use whichside_words::Words;

use super::count;

/// Kinds of lines that are shown; reasons come first.
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
    /// When the first of them was written, in a sentence.
    pub first: Option<String>,
    /// Which share of the requests has this status, in a sentence.
    pub share: Option<String>,
    /// Whether visitors do not notice it.
    pub is_harmless: bool,
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
            source: say(kind.program.name()),
            count: count(words, Label::LogCount, kind.count),
            first: kind
                .first
                .as_ref()
                .map(|time| words.fill(Label::LogFirst, &[("time", time.as_str())])),
            share: kind
                .share
                .as_ref()
                .map(|share| shared(words, kind.count, share)),
            is_harmless: pattern.tone == Tone::Harmless,
            meaning: say(pattern.meaning),
            likely: say(pattern.likely),
            lines: kind.lines.iter().map(|line| shortened(line)).collect(),
            next: StepLink::new(words, site, pattern.step),
        }
    }
}

/// Which share of the requests it is, and where they all are.
fn shared(words: &Words, number: usize, share: &Share) -> String {
    let (number, all) = (number.to_string(), share.all.to_string());
    match &share.under {
        Some(path) => words.fill(
            Label::LogShareUnder,
            &[
                ("number", &number),
                ("all", &all),
                ("path", &shortened(path)),
            ],
        ),
        None => words.fill(Label::LogShare, &[("number", &number), ("all", &all)]),
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
    fn the_share_of_a_status_and_the_time_of_the_first_line_are_told() {
        let line = |path, status| {
            format!(
                "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET {path} HTTP/1.1\" {status} 157 \"-\" \"-\"\n"
            )
        };
        let pasted = line("/api/a", 504) + &line("/api/b", 504) + &line("/", 200);
        let report = report(&pasted);
        let kind = &report.kinds[0];
        assert_eq!(
            kind.share.as_deref(),
            Some("2 of 3 requests, all under /api")
        );
        assert_eq!(kind.first.as_deref(), Some("First at 2026-03-01 10:00:00"));
        assert!(!kind.is_harmless);
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

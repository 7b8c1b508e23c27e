//! How we know: each question as a line with its vantage, its answer, and when it was asked and answered.

use whichside_diagnosis::lines::{self, Line, Mark};
use whichside_diagnosis::words::{self, PageKey, Words};
use whichside_diagnosis::{Cause, Check, Millis, Side, Verdict};

use super::findings::Findings;
use crate::components::Shape;

/// How we know.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceModel {
    /// A line for each question.
    pub lines: Vec<LineModel>,
    /// The runner-up causes, in a sentence.
    pub runners_up: Option<String>,
    /// Why the verdict names its cause, a line for each signal; none while the check runs, or where no side is named.
    pub reasons: Vec<String>,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineModel {
    /// Names the line among the check's lines.
    pub key: String,
    /// The probe's kind (`data-probe`).
    pub probe: &'static str,
    /// The outcome in a word (`data-outcome`).
    pub outcome: &'static str,
    /// How it stands.
    pub shape: Shape,
    /// Who asked what.
    pub title: String,
    /// What came back.
    pub text: String,
    /// When it was asked and answered.
    pub bar: BarModel,
    /// The observations behind it, as text.
    pub raw: Vec<String>,
}

/// When a question was asked and answered, within the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarModel {
    /// Where it begins, in thousandths of the check.
    pub start: u64,
    /// How long it is, in thousandths of the check.
    pub width: u64,
    /// The same in words.
    pub label: String,
}

/// The smallest width that can be seen, in thousandths of the check.
const MIN_WIDTH: u64 = 20;
/// A runner-up is named from this probability on.
const NAMED_FROM: f64 = 0.05;
/// How many runners-up are named at most.
const MOST_NAMED: usize = 3;

/// How we know what follows from these findings.
#[must_use]
pub fn evidence(words: &Words, findings: &Findings<'_>, check: &Check) -> EvidenceModel {
    let lines = lines::lines(words, &findings.record);
    let last = lines.iter().filter_map(|line| line.ended).max();
    let last = last.unwrap_or_default();
    let span = if findings.ended {
        last
    } else {
        findings.elapsed.max(last)
    };
    let verdict = check.verdict();
    let concluded = findings.ended && verdict.side != Side::Unknown;
    EvidenceModel {
        lines: lines
            .into_iter()
            .map(|each| line(words, each, span))
            .collect(),
        runners_up: concluded.then(|| runners_up(words, verdict)).flatten(),
        reasons: if concluded {
            reasons(words, check)
        } else {
            Vec::new()
        },
    }
}

fn line(words: &Words, line: Line, span: Millis) -> LineModel {
    LineModel {
        shape: match line.mark {
            Mark::Fine => Shape::Fine,
            Mark::Broken => Shape::Broken,
            Mark::Unknown if line.outcome == "waiting" => Shape::Asking,
            Mark::Unknown => Shape::Unknown,
        },
        bar: bar(words, line.began, line.ended.unwrap_or(span), span),
        key: line.key,
        probe: line.probe,
        outcome: line.outcome,
        title: line.title,
        text: line.text,
        raw: line.raw,
    }
}

fn bar(words: &Words, began: Millis, ended: Millis, span: Millis) -> BarModel {
    let part = |time: Millis| time.0.min(span.0).saturating_mul(1_000) / span.0.max(1);
    let width = (part(ended) - part(began).min(part(ended))).clamp(MIN_WIDTH, 1_000);
    let (from, to) = (began.0.to_string(), ended.0.to_string());
    BarModel {
        start: part(began).min(1_000 - width),
        width,
        label: words.fill(PageKey::Bar, &[("began", &from), ("ended", &to)]),
    }
}

fn reasons(words: &Words, check: &Check) -> Vec<String> {
    check
        .reasons()
        .iter()
        .map(|reason| words::reason(words, reason))
        .collect()
}

fn runners_up(words: &Words, verdict: &Verdict) -> Option<String> {
    let others = verdict
        .ranked
        .iter()
        .filter(|(cause, probability)| {
            *cause != verdict.cause
                && *cause != Cause::Unclear
                && probability.fraction() >= NAMED_FROM
        })
        .take(MOST_NAMED)
        .map(|(cause, _)| words::cause_name(words, *cause).to_owned())
        .reduce(|list, next| words.fill(PageKey::Listed, &[("list", &list), ("next", &next)]))?;
    Some(words.fill(PageKey::LessLikely, &[("causes", &others)]))
}

//! How we know: each question as a line with its vantage, its answer, and when it was asked and answered.

use whichside_diagnosis::lines::{self, Line, Mark};
use whichside_diagnosis::words::{self, PageKey, Words};
use whichside_diagnosis::{Cause, Check, Millis, Side};

use super::Shape;
use crate::app::state::{Phase, State};

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
    pub start: u32,
    /// How long it is, in thousandths of the check.
    pub width: u32,
    /// The same in words.
    pub label: String,
}

/// The smallest width that can be seen, in thousandths of the check.
const MIN_WIDTH: u32 = 20;
/// A runner-up is named from this probability on.
const NAMED_FROM: f64 = 0.05;
/// How many runners-up are named at most.
const MOST_NAMED: usize = 3;

pub(super) fn evidence(state: &State) -> Option<EvidenceModel> {
    let run = &state.run;
    let check = run.check.as_ref().filter(|_| run.phase != Phase::Idle)?;
    let words = &state.language.words;
    let lines = lines::lines(words, check.record());
    let last = lines.iter().filter_map(|line| line.ended).max();
    let last = last.unwrap_or_default();
    let span = if run.phase == Phase::Running {
        run.elapsed.max(last)
    } else {
        last
    };
    Some(EvidenceModel {
        lines: lines
            .into_iter()
            .map(|each| line(words, each, span))
            .collect(),
        runners_up: runners_up(state),
        reasons: reasons(state, check),
    })
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

fn reasons(state: &State, check: &Check) -> Vec<String> {
    if state.run.phase != Phase::Done || check.verdict().side == Side::Unknown {
        return Vec::new();
    }
    let words = &state.language.words;
    check
        .reasons()
        .iter()
        .map(|reason| words::reason(words, reason))
        .collect()
}

fn runners_up(state: &State) -> Option<String> {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    if state.run.phase != Phase::Done || verdict.side == Side::Unknown {
        return None;
    }
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

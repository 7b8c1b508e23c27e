//! "How we know": each question as a line with its vantage, its answer, and when it was asked and answered.

use whichside_diagnosis::lines::{self, Line, Mark};
use whichside_diagnosis::words::{self, PageKey, Words};
use whichside_diagnosis::{Cause, Millis, Side};

use super::element::{Element, classed, element};
use super::marks::{self, Shape};
use crate::app::state::{Phase, State};

/// The evidence.
pub(super) fn evidence(state: &State) -> Option<Element> {
    let check = state.run.check.as_ref()?;
    let words = &state.language.words;
    let lines = lines::lines(words, check.record());
    let running = state.run.phase == Phase::Running;
    let last = lines
        .iter()
        .filter_map(|line| line.ended)
        .max()
        .unwrap_or_default();
    let span = if running {
        state.run.elapsed.max(last)
    } else {
        last
    };
    let shown = classed("section", "evidence")
        .labelled(words, PageKey::How)
        .has(element("h2").say(words, PageKey::How))
        .has(classed("ul", "know").each(lines.into_iter().map(|each| line(words, each, span))))
        .has(also(state));
    Some(shown)
}

fn line(words: &Words, line: Line, span: Millis) -> Element {
    let shape = match line.mark {
        Mark::Fine => Shape::Fine,
        Mark::Broken => Shape::Broken,
        Mark::Unknown if line.outcome == "waiting" => Shape::Asking,
        Mark::Unknown => Shape::Unknown,
    };
    let ended = line.ended.unwrap_or(span);
    let raw = |raw| element("li").has(element("code").with("dir", "ltr").own_text(raw));
    element("li")
        .key(&line.key)
        .with("data-probe", line.probe)
        .with("data-outcome", line.outcome)
        .has(
            element("details")
                .has(
                    element("summary")
                        .has(marks::mark(shape))
                        .has(element("b").own_text(line.title))
                        .has(classed("span", "came").own_text(line.text))
                        .has(bar(words, line.began, ended, span, shape)),
                )
                .has(classed("ul", "raw").each(line.raw.into_iter().map(raw))),
        )
}

/// When it was asked and answered, within the check.
fn bar(words: &Words, began: Millis, ended: Millis, span: Millis, shape: Shape) -> Element {
    // In per mille of the check.
    let part = |moment: Millis| moment.0.min(span.0).saturating_mul(1_000) / span.0.max(1);
    let width = (part(ended) - part(began).min(part(ended))).clamp(20, 1_000);
    let start = part(began).min(1_000 - width);
    let class = match shape {
        Shape::Fine => "bar ok",
        Shape::Broken => "bar bad",
        Shape::Unknown | Shape::Asking => "bar unknown",
    };
    let (from, to) = (began.0.to_string(), ended.0.to_string());
    let label = words.fill(PageKey::Bar, &[("began", &from), ("ended", &to)]);
    let rect = |class| classed("rect", class).with("height", "8");
    classed("svg", class)
        .with("viewBox", "0 0 1000 8")
        .with("preserveAspectRatio", "none")
        .with("role", "img")
        .with_own("aria-label", label)
        .has(rect("track").with("width", "1000"))
        .has(
            rect("span")
                .with_own("x", start.to_string())
                .with_own("width", width.to_string()),
        )
}

/// The runner-up causes, in words.
fn also(state: &State) -> Option<Element> {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    let others = verdict
        .ranked
        .iter()
        .filter(|(cause, probability)| {
            *cause != verdict.cause && *cause != Cause::Unclear && probability.fraction() >= 0.05
        })
        .take(3)
        .map(|(cause, _)| words::cause_name(words, *cause))
        .fold(String::new(), |list, next| {
            if list.is_empty() {
                next.to_owned()
            } else {
                words.fill(PageKey::Listed, &[("list", &list), ("next", next)])
            }
        });
    if others.is_empty() || state.run.phase != Phase::Done || verdict.side == Side::Unknown {
        return None;
    }
    let causes = words.fill(PageKey::LessLikely, &[("causes", &others)]);
    Some(classed("p", "also").own_text(causes))
}

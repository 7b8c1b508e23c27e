//! "How we know": each question as a line with its vantage, its answer, and when it was asked and answered.

use whichside_diagnosis::lines::{self, Line, Mark};
use whichside_diagnosis::{Cause, Millis, Side, words};
use yew::prelude::*;

use super::marks::{self, Shape};
use crate::app::state::{Phase, State};

/// The evidence.
pub(super) fn evidence(state: &State) -> Html {
    let Some(check) = &state.check else {
        return Html::default();
    };
    let lines = lines::lines(check);
    let running = state.phase == Phase::Running;
    let last = lines
        .iter()
        .filter_map(|line| line.ended)
        .max()
        .unwrap_or_default();
    let span = if running {
        state.elapsed.max(last)
    } else {
        last
    };
    html! {
        <section class="evidence" aria-label="How we know">
            <h2>{"How we know"}</h2>
            <ul class="know">{ for lines.iter().map(|each| line(each, span)) }</ul>
            { also(state) }
        </section>
    }
}

fn line(line: &Line, span: Millis) -> Html {
    let shape = match line.mark {
        Mark::Fine => Shape::Fine,
        Mark::Broken => Shape::Broken,
        Mark::Unknown if line.outcome == "waiting" => Shape::Asking,
        Mark::Unknown => Shape::Unknown,
    };
    let ended = line.ended.unwrap_or(span);
    html! {
        <li key={line.key.clone()} data-probe={line.probe} data-outcome={line.outcome}>
            <details>
                <summary>
                    { marks::mark(shape, "mark") }
                    <b>{ &line.title }</b>
                    <span class="came">{ &line.text }</span>
                    { bar(line.began, ended, span, shape) }
                </summary>
                <ul class="raw">{ for line.raw.iter().map(|raw| html! { <li><code>{ raw }</code></li> }) }</ul>
            </details>
        </li>
    }
}

/// When it was asked and answered, within the check.
fn bar(began: Millis, ended: Millis, span: Millis, shape: Shape) -> Html {
    // In per mille of the check.
    let part = |moment: Millis| moment.0.min(span.0).saturating_mul(1_000) / span.0.max(1);
    let width = (part(ended) - part(began).min(part(ended))).clamp(20, 1_000);
    let start = part(began).min(1_000 - width);
    let class = match shape {
        Shape::Fine => "bar ok",
        Shape::Broken => "bar bad",
        Shape::Unknown | Shape::Asking => "bar unknown",
    };
    html! {
        <svg {class} viewBox="0 0 1000 8" preserveAspectRatio="none" role="img"
            aria-label={format!("from {} to {} ms", began.0, ended.0)}>
            <rect class="track" width="1000" height="8" />
            <rect class="span" x={start.to_string()} width={width.to_string()} height="8" />
        </svg>
    }
}

/// The runner-up causes, in words.
fn also(state: &State) -> Html {
    let verdict = &state.verdict;
    let others: Vec<&'static str> = verdict
        .ranked
        .iter()
        .filter(|(cause, probability)| {
            *cause != verdict.cause && *cause != Cause::Unclear && *probability >= 0.05
        })
        .take(3)
        .map(|(cause, _)| words::cause_name(*cause))
        .collect();
    if others.is_empty() || state.phase != Phase::Done || verdict.side == Side::Unknown {
        return Html::default();
    }
    html! { <p class="also">{ format!("Less likely, but possible: {}.", others.join("; ")) }</p> }
}

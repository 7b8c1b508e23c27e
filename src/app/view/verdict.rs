//! The verdict: the split disc, one sentence, the cause, how sure, and the path of hops.

use whichside_diagnosis::path::{self, Hop, HopState};
use whichside_diagnosis::words::{self, HalfState};
use whichside_diagnosis::{Check, Side};
use yew::prelude::*;

use super::marks::{self, Shape};
use crate::app::state::{Phase, State};

/// The one element that machines read, in the document from the first moment on.
pub(super) fn card(state: &State) -> Html {
    let verdict = &state.verdict;
    let (headline, explanation) = said(state);
    html! {
        <section id="verdict" class="verdict" tabindex="-1" aria-label="Verdict"
            data-verdict="" data-state={state.phase.id()} data-side={verdict.side.id()} data-cause={verdict.cause.id()}
            data-confidence={words::hundredths(verdict.confidence)}
            data-cause-confidence={words::hundredths(verdict.cause_confidence)}>
            <div class="top">
                { emblem(state.check.as_ref().map_or((HalfState::Unknown, HalfState::Unknown), |check| words::emblem(check, verdict))) }
                <div class="said">
                    <h2 class="headline">{ headline }</h2>
                    <p class="cause">{ &explanation }</p>
                    // Announced: the sentence when it changes, its cause once it stands, and no tick of a clock.
                    <p class="unseen" role="status">{ announced(state, headline, &explanation) }</p>
                    if let Some(check) = &state.check {
                        { facts(state, check) }
                    }
                </div>
            </div>
            if let Some(check) = &state.check {
                <ol class="path" aria-label="The way to the site">
                    { for path::hops(check, verdict).into_iter().map(|each| hop(&each)) }
                </ol>
            }
        </section>
    }
}

/// The sentence, and its cause in plain words.
fn said(state: &State) -> (&'static str, String) {
    let verdict = &state.verdict;
    let running = state.phase == Phase::Running;
    match &state.check {
        None => (
            "Is it me, or them?",
            "Type the address that fails. Your browser measures, and ten seconds later you know whose side it is.".to_owned(),
        ),
        Some(_) if state.cancelled => (
            "Stopped.",
            "You stopped the check before it ended. What was seen so far stands below.".to_owned(),
        ),
        Some(check) => (
            words::headline(verdict, running),
            words::explanation(check, verdict, running),
        ),
    }
}

fn announced(state: &State, headline: &str, explanation: &str) -> String {
    match state.phase {
        Phase::Idle => String::new(),
        Phase::Running => headline.to_owned(),
        Phase::Done => [headline, explanation].join(" "),
    }
}

/// How sure, the technical name, what was asked, and how far it is.
fn facts(state: &State, check: &Check) -> Html {
    let verdict = &state.verdict;
    let running = state.phase == Phase::Running;
    let progress = check.progress();
    let tone = match verdict.side {
        Side::Works => "chip ok",
        Side::Yours | Side::Theirs => "chip bad",
        Side::Unknown => "chip",
    };
    html! {
        <>
            <p class="facts">
                <span class={tone}>{ words::sureness(verdict, running) }</span>
                if let Some(technical) = words::technical(verdict) {
                    <code>{ technical }</code>
                }
                <a class="host" href={check.target().url()} target="_blank" rel="noopener noreferrer">{ check.target().shown() }</a>
                if running {
                    <span class="count">{ format!("{} of {} answers · {}.{} s", progress.answered, progress.asked, state.elapsed.0 / 1_000, state.elapsed.0 / 100 % 10) }</span>
                }
            </p>
            if running {
                <progress class="progress" max={progress.asked.to_string()} value={progress.answered.to_string()} aria-label="Answers so far" />
                if verdict.side != Side::Unknown {
                    <p class="now-asking">{ words::running_line(check) }</p>
                }
            }
            if let Some(again) = words::failed_before(check) {
                <p class="changed">{ again }</p>
            }
            if let (Phase::Done, Some((side, cause))) = (state.phase, state.before) {
                <p class="changed">{ changed(state, side, cause) }</p>
            }
        </>
    }
}

/// What a remedy changed.
fn changed(state: &State, side: Side, cause: whichside_diagnosis::Cause) -> String {
    let verdict = &state.verdict;
    if verdict.side == side && verdict.cause == cause {
        "Nothing has changed: it is still the same. Here is the next thing to try.".to_owned()
    } else if verdict.side == Side::Works {
        "That helped.".to_owned()
    } else {
        format!(
            "Something has changed: before, it looked like {}.",
            words::cause_name(cause)
        )
    }
}

fn hop(hop: &Hop) -> Html {
    let (class, shape) = match hop.state {
        HopState::Fine => ("fine", Shape::Fine),
        HopState::Broken => ("broken", Shape::Broken),
        HopState::Asking => ("asked", Shape::Asking),
        HopState::Unknown => ("unknown", Shape::Unknown),
        HopState::NotReached => ("off", Shape::Unknown),
    };
    let name = words::hop(hop.place);
    html! {
        <li key={name} {class}>
            { marks::mark(shape, "mark") }
            <span class="hop"><b>{ name }</b><span class="unseen">{ format!(": {}. ", shape.word()) }</span><span class="hop-note">{ hop.note.clone() }</span></span>
        </li>
    }
}

/// The split disc: the left half is the visitor, the right half the site; what is broken is hatched.
fn emblem((you, them): (HalfState, HalfState)) -> Html {
    let word = |half| match half {
        HalfState::Fine => "fine",
        HalfState::Broken => "broken",
        HalfState::Unknown => "not known",
    };
    let label = format!("Your side: {}. Their side: {}.", word(you), word(them));
    html! {
        <svg class="emblem" viewBox="0 0 104 104" role="img" aria-label={label}>
            <defs>
                <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="7" height="7" class="bad-bg" />
                    <path d="M0 0V7" class="hatch-line" />
                </pattern>
            </defs>
            <path d="M49 4a48 48 0 0 0 0 96Z" class={half(you)} />
            <path d="M55 4a48 48 0 0 1 0 96Z" class={half(them)} />
            <text x="27" y="56" text-anchor="middle">{"YOU"}</text>
            <text x="77" y="56" text-anchor="middle">{"THEM"}</text>
        </svg>
    }
}

const fn half(state: HalfState) -> &'static str {
    match state {
        HalfState::Fine => "half fine",
        HalfState::Broken => "half broken",
        HalfState::Unknown => "half unknown",
    }
}

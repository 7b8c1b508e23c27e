//! The verdict: the split disc, one sentence, the cause, how sure, and the path of hops.

use whichside_diagnosis::path::{self, Hop, HopState};
use whichside_diagnosis::words::{self, HalfState, PageKey, Words};
use whichside_diagnosis::{Cause, Check, Millis, Side, Verdict};

use super::element::{Element, classed, element};
use super::guide;
use super::marks::{self, Shape};
use crate::app::state::{Phase, State};

/// The one element that machines read, in the document from the first moment on.
pub(super) fn card(state: &State) -> Element {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    let (headline, explanation) = said(state);
    let check = state.run.check.as_ref();
    let stands = state.run.phase == Phase::Done && !state.run.cancelled;
    let halves = check.map_or((HalfState::Unknown, HalfState::Unknown), |check| {
        words::emblem(check, verdict)
    });
    let path = |check: &Check| {
        classed("ol", "path")
            .labelled(words, PageKey::Way)
            .each(path::hops(check.record(), verdict).map(|each| hop(words, each)))
    };
    marked(words, state.run.phase, verdict)
        .has(
            classed("div", "top").has(emblem(words, halves)).has(
                classed("div", "said")
                    .has(classed("h2", "headline").text(headline))
                    .has(classed("p", "cause").own_text(explanation.clone()))
                    // Announced: the sentence when it changes, its cause once it stands, and no tick of a clock.
                    .has(
                        classed("p", "unseen")
                            .with("role", "status")
                            .own_text(announced(state, headline, explanation)),
                    )
                    .each(check.map(|check| facts(state, check)).into_iter().flatten())
                    .has(
                        stands.then(|| {
                            classed("p", "to-guide").has(guide(words, verdict.cause.id()))
                        }),
                    ),
            ),
        )
        .has(check.map(path))
}

/// The element that machines read, with what it promises them and nothing in it yet.
pub(crate) fn marked(words: &Words, phase: Phase, verdict: &Verdict) -> Element {
    let mut card = classed("section", "verdict");
    for (name, value) in [
        ("id", "verdict"),
        ("tabindex", "-1"),
        ("aria-label", words.text(PageKey::Verdict)),
        ("data-verdict", ""),
        ("data-state", phase.id()),
        ("data-side", verdict.side.id()),
        ("data-cause", verdict.cause.id()),
    ] {
        card = card.with(name, value);
    }
    for (name, value) in [
        ("data-confidence", verdict.confidence),
        ("data-cause-confidence", verdict.cause_confidence),
    ] {
        card = card.with_own(name, value.to_string());
    }
    card
}

/// The sentence, and its cause in plain words.
fn said(state: &State) -> (&str, String) {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    let running = state.run.phase == Phase::Running;
    let (sentence, why) = match &state.run.check {
        None => (PageKey::Question, PageKey::Introduction),
        Some(_) if state.run.cancelled => (PageKey::Stopped, PageKey::StoppedMeans),
        Some(check) => {
            return (
                words::headline(words, verdict, running),
                words::explanation(words, check, verdict, running),
            );
        }
    };
    (words.text(sentence), words.text(why).to_owned())
}

fn announced(state: &State, headline: &str, explanation: String) -> String {
    match state.run.phase {
        Phase::Idle => String::new(),
        Phase::Running => headline.to_owned(),
        Phase::Done => [headline, " ", &explanation].concat(),
    }
}

/// How sure, the technical name, what was asked, how far it is, and what is known of before.
fn facts(state: &State, check: &Check) -> Vec<Element> {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    let running = state.run.phase == Phase::Running;
    let progress = check.progress();
    let (answered, asked) = (progress.answered.to_string(), progress.asked.to_string());
    let tone = match verdict.side {
        Side::Works => "chip ok",
        Side::Yours | Side::Theirs => "chip bad",
        Side::Unknown => "chip",
    };
    let technical = words::technical(words, verdict)
        .map(|technical| element("code").with("dir", "auto").own_text(technical));
    let link = classed("a", "host")
        .with_own("href", check.target().url())
        .with("target", "_blank")
        .with("rel", "noopener noreferrer")
        .with("dir", "ltr")
        .own_text(check.target().shown());
    let mut facts = classed("p", "facts")
        .has(classed("span", tone).text(words::sureness(words, verdict, running)))
        .has(technical)
        .has(link);
    let mut below = Vec::new();
    if running {
        let far = so_far(words, &answered, &asked, state.run.elapsed);
        facts = facts.has(classed("span", "count").own_text(far));
        below.push(
            classed("progress", "progress")
                .with_own("max", asked)
                .with_own("value", answered)
                .labelled(words, PageKey::ProgressLabel),
        );
        if verdict.side != Side::Unknown {
            below.push(classed("p", "now-asking").own_text(words::running_line(words, check)));
        }
    }
    let before = words::failed_before(words, check);
    let now = match (state.run.phase, state.remedies.before) {
        (Phase::Done, Some((side, cause))) => Some(changed(state, side, cause)),
        _ => None,
    };
    let lines = before.into_iter().chain(now);
    below.extend(lines.map(|line| classed("p", "changed").own_text(line)));
    below.insert(0, facts);
    below
}

/// How far the check is.
fn so_far(words: &Words, answered: &str, asked: &str, elapsed: Millis) -> String {
    let seconds = (elapsed.0 / 1_000).to_string();
    let tenths = (elapsed.0 / 100 % 10).to_string();
    words.fill(
        PageKey::Progress,
        &[
            ("answered", answered),
            ("asked", asked),
            ("seconds", &seconds),
            ("tenths", &tenths),
        ],
    )
}

/// What a remedy changed.
fn changed(state: &State, side: Side, cause: Cause) -> String {
    let (words, verdict) = (&state.language.words, &state.run.verdict);
    let key = if verdict.side == side && verdict.cause == cause {
        PageKey::Unchanged
    } else if verdict.side == Side::Works {
        PageKey::Helped
    } else {
        PageKey::Changed
    };
    words.fill(key, &[("cause", words::cause_name(words, cause))])
}

fn hop(words: &Words, hop: Hop) -> Element {
    let (class, shape) = match hop.state {
        HopState::Fine => ("fine", Shape::Fine),
        HopState::Broken => ("broken", Shape::Broken),
        HopState::Asking => ("asked", Shape::Asking),
        HopState::Unknown => ("unknown", Shape::Unknown),
        HopState::NotReached => ("off", Shape::Unknown),
    };
    let name = words::hop(words, hop.place);
    classed("li", class).key(name).has(marks::mark(shape)).has(
        classed("span", "hop")
            .has(element("b").text(name))
            .has(
                classed("span", "unseen")
                    .text(": ")
                    .say(words, shape.word())
                    .text(". "),
            )
            .has(classed("span", "hop-note").own_text(words::hop_note(words, hop.note))),
    )
}

/// The split disc: one half is the visitor, the other the site; what is broken is hatched.
fn emblem(words: &Words, (you, them): (HalfState, HalfState)) -> Element {
    let word = |half| {
        words.text(match half {
            HalfState::Fine => PageKey::HalfFine,
            HalfState::Broken => PageKey::HalfBroken,
            HalfState::Unknown => PageKey::HalfUnknown,
        })
    };
    let label = words.fill(PageKey::Sides, &[("you", word(you)), ("them", word(them))]);
    let path = |class, d| classed("path", class).with("d", d);
    // The visitor comes first in the direction of reading.
    let (left, right) = if words.language().runs_leftwards() {
        ((them, PageKey::Them), (you, PageKey::You))
    } else {
        ((you, PageKey::You), (them, PageKey::Them))
    };
    let hatch = element("pattern")
        .with("id", "hatch")
        .with("width", "7")
        .with("height", "7")
        .with("patternUnits", "userSpaceOnUse")
        .with("patternTransform", "rotate(45)")
        .has(
            classed("rect", "bad-bg")
                .with("width", "7")
                .with("height", "7"),
        )
        .has(path("hatch-line", "M0 0V7"));
    classed("svg", "emblem")
        .with("viewBox", "0 0 104 104")
        .with("role", "img")
        .with_own("aria-label", label)
        .has(element("defs").has(hatch))
        .has(path(half(left.0), "M49 4a48 48 0 0 0 0 96Z"))
        .has(path(half(right.0), "M55 4a48 48 0 0 1 0 96Z"))
        .has(marks::text("27", "56").say(words, left.1))
        .has(marks::text("77", "56").say(words, right.1))
}

const fn half(state: HalfState) -> &'static str {
    match state {
        HalfState::Fine => "half fine",
        HalfState::Broken => "half broken",
        HalfState::Unknown => "half unknown",
    }
}

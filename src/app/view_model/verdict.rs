//! The verdict: the sentence, its cause, how sure it is, the two halves of the emblem, and the path of hops.

use whichside_diagnosis::path::{self, Hop, HopState};
use whichside_diagnosis::words::{self, HalfState, PageKey, Words};
use whichside_diagnosis::{Cause, Check, Millis, Side, Verdict};
use whichside_guide::page::address;

use crate::app::state::{Phase, State};
use crate::components::Shape;

/// The verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictModel {
    /// What the page contract promises to machines.
    pub attributes: VerdictAttributes,
    /// The sentence.
    pub headline: String,
    /// Its cause in plain words.
    pub explanation: String,
    /// What screen readers announce: the sentence when it changes, its cause once it stands, and no tick of a clock.
    pub announcement: String,
    /// What there is to know beyond it, once a check has begun.
    pub facts: Option<FactsModel>,
    /// The address of what the guide says of the cause, once the verdict stands.
    pub guide: Option<String>,
    /// The emblem.
    pub emblem: EmblemModel,
    /// The path from the visitor to the site's application; empty before a check.
    pub hops: Vec<HopModel>,
}

/// The attributes of the one element that machines read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictAttributes {
    /// `data-state`.
    pub phase: &'static str,
    /// `data-side`.
    pub side: &'static str,
    /// `data-cause`.
    pub cause: &'static str,
    /// `data-confidence`.
    pub confidence: String,
    /// `data-cause-confidence`.
    pub cause_confidence: String,
}

impl VerdictAttributes {
    /// The attributes of a verdict.
    #[must_use]
    pub fn new(phase: Phase, verdict: &Verdict) -> VerdictAttributes {
        VerdictAttributes {
            phase: phase.id(),
            side: verdict.side.id(),
            cause: verdict.cause.id(),
            confidence: verdict.confidence.to_string(),
            cause_confidence: verdict.cause_confidence.to_string(),
        }
    }
}

/// What there is to know beyond the sentence and its cause.
#[derive(Clone, Debug, PartialEq)]
pub struct FactsModel {
    /// The side that the chip is coloured by.
    pub side: Side,
    /// How sure the verdict is.
    pub sureness: String,
    /// The technical name of what is broken.
    pub technical: Option<String>,
    /// What was asked.
    pub host: HostModel,
    /// How far the check is, while it runs.
    pub progress: Option<ProgressModel>,
    /// What is being asked, while a running check has a verdict already.
    pub now_asking: Option<String>,
    /// What is known of earlier checks, and what a remedy changed.
    pub changes: Vec<String>,
}

/// The target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostModel {
    /// Its address.
    pub url: String,
    /// As it is shown.
    pub text: String,
}

/// How far a check is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressModel {
    /// How many questions were asked.
    pub asked: usize,
    /// How many of them were answered.
    pub answered: usize,
    /// The same in words, with the time.
    pub text: String,
}

/// The emblem: one half is the visitor, the other the site, and the visitor comes first in the direction of reading.
#[derive(Clone, Debug, PartialEq)]
pub struct EmblemModel {
    /// Both halves in words.
    pub label: String,
    /// The left half.
    pub left: HalfModel,
    /// The right half.
    pub right: HalfModel,
}

/// A half of the emblem.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfModel {
    /// How this side stands.
    pub state: HalfState,
    /// Whose side it is.
    pub text: String,
}

/// A hop of the path.
#[derive(Clone, Debug, PartialEq)]
pub struct HopModel {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: HopState,
    /// The shape of its mark.
    pub shape: Shape,
    /// What is known of it beyond that.
    pub note: String,
}

pub(super) fn verdict(state: &State) -> VerdictModel {
    let (words, run) = (&state.language.words, &state.run);
    let (headline, explanation) = headline_and_explanation(state);
    let stands = run.phase == Phase::Done && !run.cancelled;
    VerdictModel {
        attributes: VerdictAttributes::new(run.phase, &run.verdict),
        announcement: match run.phase {
            Phase::Idle => String::new(),
            Phase::Running => headline.clone(),
            Phase::Done => format!("{headline} {explanation}"),
        },
        headline,
        explanation,
        facts: run.check.as_ref().map(|check| facts(state, check)),
        guide: (stands && run.verdict.tells_cause())
            .then(|| address(words.language().code(), run.verdict.cause.id())),
        emblem: emblem(state),
        hops: run.check.as_ref().map_or_else(Vec::new, |check| {
            path::hops(check.record(), &run.verdict)
                .map(|each| hop(words, each))
                .into()
        }),
    }
}

/// The sentence, and its cause in plain words.
pub(crate) fn headline_and_explanation(state: &State) -> (String, String) {
    let (words, run) = (&state.language.words, &state.run);
    let running = run.phase == Phase::Running;
    match &run.check {
        None => (
            words.text(PageKey::Question).to_owned(),
            words.text(PageKey::Introduction).to_owned(),
        ),
        Some(_) if run.cancelled => (
            words.text(PageKey::Stopped).to_owned(),
            words.text(PageKey::StoppedMeans).to_owned(),
        ),
        Some(check) => (
            words::headline(words, &run.verdict, running).to_owned(),
            words::explanation(words, check, &run.verdict, running),
        ),
    }
}

fn facts(state: &State, check: &Check) -> FactsModel {
    let (words, run) = (&state.language.words, &state.run);
    let verdict = &run.verdict;
    let running = run.phase == Phase::Running;
    let changed = match (run.phase, state.remedies.before) {
        (Phase::Done, Some(before)) => Some(what_changed(words, verdict, before)),
        (Phase::Idle | Phase::Running, _) | (Phase::Done, None) => None,
    };
    FactsModel {
        side: verdict.side,
        sureness: words::sureness(words, verdict, running).to_owned(),
        technical: words::technical(words, verdict),
        host: HostModel {
            url: check.target().url(),
            text: check.target().shown(),
        },
        progress: running.then(|| progress(words, check, run.elapsed)),
        now_asking: (running && verdict.side != Side::Unknown)
            .then(|| words::running_line(words, check)),
        changes: words::failed_before(words, check)
            .into_iter()
            .chain(changed)
            .collect(),
    }
}

fn progress(words: &Words, check: &Check, elapsed: Millis) -> ProgressModel {
    let progress = check.progress();
    let values = [
        ("answered", progress.answered.to_string()),
        ("asked", progress.asked.to_string()),
        ("seconds", (elapsed.0 / 1_000).to_string()),
        ("tenths", (elapsed.0 / 100 % 10).to_string()),
    ];
    ProgressModel {
        asked: progress.asked,
        answered: progress.answered,
        text: words.fill(
            PageKey::Progress,
            &values.each_ref().map(|(name, value)| (*name, &**value)),
        ),
    }
}

/// What a remedy changed since the verdict before.
fn what_changed(words: &Words, verdict: &Verdict, (side, cause): (Side, Cause)) -> String {
    let key = if verdict.side == side && verdict.cause == cause {
        PageKey::Unchanged
    } else if verdict.side == Side::Works {
        PageKey::Helped
    } else {
        PageKey::Changed
    };
    words.fill(key, &[("cause", words::cause_name(words, cause))])
}

fn emblem(state: &State) -> EmblemModel {
    let words = &state.language.words;
    let (you, them) = match &state.run.check {
        Some(check) => words::emblem(check, &state.run.verdict),
        None => (HalfState::Unknown, HalfState::Unknown),
    };
    let word = |half| {
        words.text(match half {
            HalfState::Fine => PageKey::HalfFine,
            HalfState::Broken => PageKey::HalfBroken,
            HalfState::Unknown => PageKey::HalfUnknown,
        })
    };
    let half = |state, key| HalfModel {
        state,
        text: words.text(key).to_owned(),
    };
    let label = words.fill(PageKey::Sides, &[("you", word(you)), ("them", word(them))]);
    let (you, them) = (half(you, PageKey::You), half(them, PageKey::Them));
    let (left, right) = if words.language().runs_leftwards() {
        (them, you)
    } else {
        (you, them)
    };
    EmblemModel { label, left, right }
}

fn hop(words: &Words, hop: Hop) -> HopModel {
    HopModel {
        name: words::hop(words, hop.place).to_owned(),
        state: hop.state,
        shape: match hop.state {
            HopState::Fine => Shape::Fine,
            HopState::Broken => Shape::Broken,
            HopState::Asking => Shape::Asking,
            HopState::Unknown | HopState::NotReached => Shape::Unknown,
        },
        note: words::hop_note(words, hop.note),
    }
}

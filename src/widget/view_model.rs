//! What the widget shows, as data: every choice of what is said and what is shown is made here. It knows no browser.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use whichside_diagnosis::advice::{self, Action};
use whichside_diagnosis::words::{self, PageKey};
use whichside_diagnosis::{Check, Remedy, Side, Verdict};
use whichside_embed::{Incident, Label};

use super::state::{Stage, State};
use crate::app::state::Phase;
use crate::app::view_model::{
    self as page, RemedyModel, VerdictAttributes, first_remedy, headline_and_explanation,
};

/// What the widget shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewModel {
    /// The document's title, which is the frame's for those who do not see it.
    pub title: String,
    /// What the page contract promises to machines.
    pub attributes: VerdictAttributes,
    /// The whole page, with the address filled in.
    pub page: String,
    /// What stands in the verdict.
    pub body: Body,
    /// The remedy to try first.
    pub remedy: Option<RemedyModel>,
    /// What stands below.
    pub foot: Option<Foot>,
}

/// What stands in the verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// What stands there before a check, or in its place.
    Before(BeforeModel),
    /// What the check has found so far.
    Found(FoundModel),
}

/// What stands there before a check, or in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BeforeModel {
    /// The question that a check answers.
    pub question: String,
    /// What there is to say before one.
    pub text: Option<String>,
    /// Screen readers announce it.
    pub announced: bool,
    /// The label of the button that starts a check, where one can be started.
    pub start: Option<String>,
    /// The button cannot be clicked, as the target is being asked.
    pub asking: bool,
    /// The last click did not count: why, and the label of the link to the whole page.
    pub obscured: Option<(String, String)>,
    /// The label of the link to the whole page, where no check runs in here.
    pub open_page: Option<String>,
}

/// What the check has found so far.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundModel {
    /// The target.
    pub host: String,
    /// The sentence.
    pub headline: String,
    /// Its cause in plain words.
    pub explanation: String,
    /// What screen readers announce.
    pub announcement: String,
    /// The side that the chip is coloured by.
    pub side: Side,
    /// How sure the verdict is.
    pub sureness: String,
    /// The technical name of what is broken.
    pub technical: Option<String>,
    /// How many questions were asked and how many of them answered, while the check runs.
    pub progress: Option<(usize, usize)>,
    /// What the status page says of itself.
    pub incident: Option<IncidentModel>,
}

/// What the status page says of itself, once a verdict stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IncidentModel {
    /// `data-incident`.
    pub impact: &'static str,
    /// What it says.
    pub summary: String,
    /// What it calls the incident.
    pub name: Option<String>,
}

/// What stands below the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foot {
    /// What is sent, before anything is.
    Disclosure {
        /// In a sentence.
        text: String,
        /// The label of the link to more.
        more: String,
    },
    /// What there is to do with the check.
    Actions(ActionsModel),
}

/// What there is to do with the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionsModel {
    /// It can be stopped.
    pub cancel: bool,
    /// It can be repeated.
    pub again: bool,
    /// The label of the button that starts a watch, where one can be started.
    pub watch: Option<String>,
    /// A watch can be ended.
    pub unwatch: bool,
    /// The label of the link to the whole page.
    pub details: String,
}

/// What the widget shows in a state.
#[must_use]
pub fn view_model(state: &State) -> ViewModel {
    let inside = state.stage == Stage::Inside;
    let found = state.page.run.check.as_ref().filter(|_| inside);
    let none = Verdict::default();
    let (phase, verdict) = if inside {
        (state.page.run.phase, &state.page.run.verdict)
    } else {
        (Phase::Idle, &none)
    };
    ViewModel {
        title: if inside {
            page::title(&state.page)
        } else {
            state.page.language.words.text(PageKey::Title).to_owned()
        },
        attributes: VerdictAttributes::new(phase, verdict),
        page: page_address(state.address()),
        body: match found {
            Some(check) => Body::Found(body_found(state, check)),
            None => Body::Before(body_before(state)),
        },
        remedy: remedy(state),
        foot: match state.stage {
            Stage::Inside => Some(Foot::Actions(actions(state))),
            Stage::Ready | Stage::Asking => Some(Foot::Disclosure {
                text: text(state, Label::Sent),
                more: text(state, Label::SentMore),
            }),
            Stage::Waiting | Stage::Alone | Stage::Invalid | Stage::Elsewhere => None,
        },
    }
}

/// What JavaScript's `encodeURIComponent` encodes.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The whole page, with an address filled in.
#[must_use]
pub fn page_address(address: &str) -> String {
    format!("./#url={}", utf8_percent_encode(address, COMPONENT))
}

/// A text of the widget's own, with the target's host filled in.
fn text(state: &State, label: Label) -> String {
    let host = state.target.as_ref().map_or("", |target| target.host());
    state.page.language.words.fill(label, &[("host", host)])
}

fn body_before(state: &State) -> BeforeModel {
    let words = &state.page.language.words;
    let asking = state.stage == Stage::Asking;
    let before = BeforeModel {
        question: words.text(PageKey::Question).to_owned(),
        ..BeforeModel::default()
    };
    match state.stage {
        // What the page around wants comes at once.
        Stage::Waiting | Stage::Inside => before,
        Stage::Alone => BeforeModel {
            text: Some(text(state, Label::Alone)),
            open_page: Some(text(state, Label::OpenPage)),
            ..before
        },
        Stage::Invalid => BeforeModel {
            text: Some(text(state, Label::Invalid)),
            open_page: Some(text(state, Label::OpenPage)),
            ..before
        },
        Stage::Elsewhere => BeforeModel {
            text: Some(text(state, Label::Elsewhere)),
            announced: true,
            open_page: Some(text(state, Label::OpenElsewhere)),
            ..before
        },
        Stage::Ready | Stage::Asking => BeforeModel {
            text: Some(text(state, Label::Introduction)),
            start: Some(text(
                state,
                if asking { Label::Asking } else { Label::Start },
            )),
            asking,
            obscured: state.obscured.then(|| {
                (
                    text(state, Label::Covered),
                    text(state, Label::OpenElsewhere),
                )
            }),
            ..before
        },
    }
}

fn body_found(state: &State, check: &Check) -> FoundModel {
    let (words, run) = (&state.page.language.words, &state.page.run);
    let running = run.phase == Phase::Running;
    let progress = check.progress();
    let (headline, explanation) = headline_and_explanation(&state.page);
    FoundModel {
        host: check.target().shown(),
        announcement: if running {
            headline.clone()
        } else {
            format!("{headline} {explanation}")
        },
        headline,
        explanation,
        side: run.verdict.side,
        sureness: words::sureness(words, &run.verdict, running).to_owned(),
        technical: words::technical(words, &run.verdict),
        progress: running.then_some((progress.asked, progress.answered)),
        incident: state
            .incident
            .as_ref()
            .filter(|_| run.phase == Phase::Done && !run.cancelled)
            .map(|each| incident(state, each)),
    }
}

fn incident(state: &State, incident: &Incident) -> IncidentModel {
    let theirs = state.page.run.verdict.side == Side::Theirs;
    let name = state
        .page
        .language
        .words
        .fill(Label::Called, &[("name", &incident.name)]);
    IncidentModel {
        impact: incident.impact.id(),
        summary: text(state, Label::of_incident(incident.impact, theirs)),
        name: (!incident.name.is_empty()).then_some(name),
    }
}

fn remedy(state: &State) -> Option<RemedyModel> {
    let run = &state.page.run;
    let undecided = run.phase == Phase::Running && run.verdict.side == Side::Unknown;
    if state.stage != Stage::Inside || undecided || run.cancelled {
        return None;
    }
    first_remedy(&state.page)
}

fn actions(state: &State) -> ActionsModel {
    let (words, run) = (&state.page.language.words, &state.page.run);
    let running = run.phase == Phase::Running;
    let first = advice::for_visitor(&run.verdict, &state.page.remedies.tried)
        .first()
        .filter(|_| !run.cancelled)
        .map(|remedy| remedy.action());
    let watching = state.page.watch.watching.is_some();
    let watches = first == Some(Action::Watch) || watching;
    let checks = matches!(first, Some(Action::CheckAgain | Action::OpenSite));
    let watch = !running && !watches && run.verdict.side != Side::Works;
    ActionsModel {
        cancel: running,
        again: !running && !checks,
        watch: watch.then(|| words::remedy(words, Remedy::Watch).done.to_owned()),
        unwatch: watching && first != Some(Action::Watch),
        details: text(state, Label::Details),
    }
}

#[cfg(test)]
mod tests;

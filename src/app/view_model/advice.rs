//! What to do now: one remedy first, the others after it, and what can be clicked on each.

use whichside_diagnosis::advice::{self, Action};
use whichside_diagnosis::words::{self, PageKey};
use whichside_diagnosis::{Check, Remedy, Side};

use crate::app::state::{Phase, State, Turn};

/// What to do now.
#[derive(Clone, Debug, PartialEq)]
pub struct AdviceModel {
    /// The remedy to try first; none where all were tried.
    pub first: Option<RemedyModel>,
    /// The others, best first.
    pub others: Vec<RemedyModel>,
    /// How many others there are, in words.
    pub others_label: String,
}

/// A remedy.
#[derive(Clone, Debug, PartialEq)]
pub struct RemedyModel {
    /// Which.
    pub remedy: Remedy,
    /// What to do, in a line.
    pub title: String,
    /// What can be clicked.
    pub actions: RemedyActions,
}

/// What can be clicked on a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemedyActions {
    /// The watch is under way, with this text, and can be stopped.
    Watching(String),
    /// These buttons and links.
    Row(Vec<RemedyAction>),
}

/// A button or a link of a remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemedyAction {
    /// It was done: check again.
    Again {
        /// The label.
        label: String,
        /// It stands beside a more prominent one.
        quiet: bool,
    },
    /// It cannot be done: show the next.
    Skip {
        /// The label.
        label: String,
    },
    /// Watch the target.
    Watch {
        /// The label.
        label: String,
    },
    /// Open a page.
    Open {
        /// Its address.
        url: String,
        /// The label.
        label: String,
        /// It stands beside a more prominent one.
        quiet: bool,
    },
}

/// From this many seconds on, the time to the next check is given in minutes.
const IN_MINUTES_FROM: u64 = 90;

pub(super) fn advice(state: &State) -> Option<AdviceModel> {
    let run = &state.run;
    let check = run.check.as_ref()?;
    if run.phase == Phase::Running && run.verdict.side == Side::Unknown {
        return None;
    }
    let remedies = advice::for_visitor(&run.verdict, &state.remedies.tried);
    let mut remedies = remedies.into_iter().map(|each| remedy(state, check, each));
    let first = remedies.next();
    let others: Vec<RemedyModel> = remedies.collect();
    let number = others.len().to_string();
    let words = &state.language.words;
    Some(AdviceModel {
        first,
        others_label: words.fill(PageKey::Others, &[("number", &number)]),
        others,
    })
}

/// The remedy to try first, by itself.
#[must_use]
pub fn first_remedy(state: &State) -> Option<RemedyModel> {
    let check = state.run.check.as_ref()?;
    let remedies = advice::for_visitor(&state.run.verdict, &state.remedies.tried);
    remedies.first().map(|first| remedy(state, check, *first))
}

fn remedy(state: &State, check: &Check, remedy: Remedy) -> RemedyModel {
    let words = &state.language.words;
    let watched = state.watch.watching.is_some() && remedy.action() == Action::Watch;
    RemedyModel {
        remedy,
        title: words::remedy(words, remedy).title.to_owned(),
        actions: if watched {
            RemedyActions::Watching(watching(state))
        } else {
            RemedyActions::Row(actions(state, check, remedy))
        },
    }
}

/// When the next check of the watch is due.
fn watching(state: &State) -> String {
    let next = state.watch.watching.map_or(0, |watch| {
        watch.due.since(state.timer.now).0.div_ceil(1_000)
    });
    let (key, number) = if state.run.phase == Phase::Running {
        (PageKey::WatchingNow, 0)
    } else if next == 0 && state.watch.turn == Turn::Awaited {
        (PageKey::WatchingElsewhere, 0)
    } else if state.timer.now < state.watch.not_before {
        (PageKey::WatchingAsked, next.div_ceil(60))
    } else if next < IN_MINUTES_FROM {
        (PageKey::Watching, next)
    } else {
        (PageKey::WatchingLong, next / 60)
    };
    let words = &state.language.words;
    words.fill(key, &[("number", &number.to_string())])
}

fn actions(state: &State, check: &Check, remedy: Remedy) -> Vec<RemedyAction> {
    let words = &state.language.words;
    let text = |key| words.text(key).to_owned();
    let done = words::remedy(words, remedy).done.to_owned();
    let target = check.target();
    let open = |url, label, quiet| RemedyAction::Open { url, label, quiet };
    match remedy.action() {
        Action::CheckAgain => vec![
            RemedyAction::Again {
                label: done,
                quiet: false,
            },
            RemedyAction::Skip {
                label: text(PageKey::Skip),
            },
        ],
        Action::Watch => vec![
            RemedyAction::Watch {
                label: if state.watch.ended {
                    text(PageKey::WatchOn)
                } else {
                    done
                },
            },
            open(advice::archive_url(target), text(PageKey::Archive), true),
        ],
        Action::OpenArchive => vec![open(advice::archive_url(target), done, false)],
        Action::SecondOpinions => advice::second_opinions(target)
            .into_iter()
            .map(|(name, url)| open(url, name.to_owned(), true))
            .collect(),
        Action::OpenSite => {
            let url = if remedy == Remedy::FrontPage {
                format!("{}/", target.origin())
            } else {
                target.url()
            };
            vec![
                open(url, done, false),
                RemedyAction::Again {
                    label: text(PageKey::CheckAgain),
                    quiet: true,
                },
            ]
        }
    }
}

//! The way from the visitor to the site's application, hop by hop, and how far it was seen to work.

use crate::cause::{Cause, Side};
use crate::endpoints::{Control, Record, Resolver};
pub use crate::hop::HopPlace;
use crate::millis::Millis;
use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;
use crate::signals::{Finding, Local, Names};
use crate::verdict::Verdict;

/// How a hop stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopState {
    /// It works.
    Fine,
    /// It is what is broken.
    Broken,
    /// It is being asked.
    Asking,
    /// It cannot be told.
    Unknown,
    /// The way broke before it.
    NotReached,
}

/// What is noted on a hop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopNote {
    /// Nothing.
    Nothing,
    /// The way broke before it.
    NotReached,
    /// It is being asked.
    Asking,
    /// It is where the visitor is.
    ThisBrowser,
    /// It answers in this time.
    AnswersIn(Millis),
    /// The name is found.
    FindsName,
    /// What is sent arrives.
    GetsThrough,
    /// It sends the page.
    SendsPage,
    /// It cannot be told.
    CantTell,
    /// It is what is broken: by this cause, with this number.
    Broken(Cause, Option<u16>),
}

/// A hop and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Which.
    pub place: HopPlace,
    /// How it stands.
    pub state: HopState,
    /// What is known of it beyond its state.
    pub note: HopNote,
}

const PLACES: [HopPlace; 6] = [
    HopPlace::You,
    HopPlace::Network,
    HopPlace::Dns,
    HopPlace::Internet,
    HopPlace::Front,
    HopPlace::Application,
];

/// The six hops of a record.
#[must_use]
pub fn hops(record: &CheckRecord, verdict: &Verdict) -> [Hop; 6] {
    // Without a cause, the way is shown as it was measured.
    let told = verdict.side != Side::Unknown && verdict.tells_cause();
    let broken = verdict.cause.spec().hop.filter(|_| told);
    let mut measured = measured(record, verdict);
    if let Some(broken) = broken {
        let at = PLACES
            .iter()
            .position(|place| *place == broken)
            .unwrap_or(0);
        for (index, state) in measured.iter_mut().enumerate() {
            *state = match index.cmp(&at) {
                // What lies before the break carried the question there.
                std::cmp::Ordering::Less if *state != HopState::Unknown => HopState::Fine,
                std::cmp::Ordering::Less => *state,
                std::cmp::Ordering::Equal => HopState::Broken,
                std::cmp::Ordering::Greater => HopState::NotReached,
            };
        }
    } else if verdict.side == Side::Works {
        measured = [HopState::Fine; 6];
    }
    let mut states = measured.into_iter();
    PLACES.map(|place| {
        let state = states.next().unwrap_or(HopState::Unknown);
        Hop {
            place,
            state,
            note: note(record, verdict, place, state),
        }
    })
}

/// How each hop stands by what was measured alone.
fn measured(record: &CheckRecord, verdict: &Verdict) -> [HopState; 6] {
    let find = |wanted: fn(&Finding) -> bool| {
        verdict
            .evidence
            .iter()
            .map(|e| &e.finding)
            .find(|finding| wanted(finding))
    };
    let asking = |probe| record.is_waiting(probe);
    let open = |waiting: bool| {
        if waiting {
            HopState::Asking
        } else {
            HopState::Unknown
        }
    };

    let you = if record.began(Probe::Link).is_some() {
        HopState::Fine
    } else {
        HopState::Unknown
    };
    let network = match verdict.network_works() {
        Some(true) => HopState::Fine,
        Some(false) => HopState::Unknown,
        None => open(
            Control::ALL
                .into_iter()
                .any(|control| asking(Probe::Control(control))),
        ),
    };
    let answers = record.outcome(Probe::Fetch) == Some(&Outcome::Answered);
    let local = match find(|f| matches!(f, Finding::Local(_))) {
        Some(Finding::Local(columns)) if columns.len() == 1 => {
            columns.first().map(|(column, _)| *column)
        }
        _ => None,
    };
    let connects = matches!(
        local,
        Some(Local::TlsFails | Local::HungUp | Local::FetchRefused | Local::Loops | Local::Stalls)
    );
    let dns = if answers || connects {
        HopState::Fine
    } else {
        match find(|f| matches!(f, Finding::Names(_))) {
            Some(Finding::Names(Names::Found)) if local != Some(Local::NameFails) => HopState::Fine,
            Some(_) => HopState::Unknown,
            None => open(
                Resolver::ALL
                    .into_iter()
                    .any(|resolver| asking(Probe::Dns(resolver, Record::A))),
            ),
        }
    };
    let target = open(asking(Probe::Fetch));
    let internet = if answers || connects {
        HopState::Fine
    } else {
        target
    };
    let front = if answers { HopState::Fine } else { target };
    let application = open(asking(Probe::Fetch) || asking(Probe::Commit) || asking(Probe::Status));
    [you, network, dns, internet, front, application]
}

fn note(record: &CheckRecord, verdict: &Verdict, place: HopPlace, state: HopState) -> HopNote {
    match (state, place) {
        (HopState::NotReached, _) => HopNote::NotReached,
        (HopState::Asking, _) => HopNote::Asking,
        (HopState::Broken, _) => HopNote::Broken(verdict.cause, verdict.status),
        (_, HopPlace::You) if record.began(Probe::Link).is_some() => HopNote::ThisBrowser,
        (HopState::Fine, HopPlace::Network) => match record.control_times().first() {
            Some(fastest) => HopNote::AnswersIn(*fastest),
            None => HopNote::Nothing,
        },
        (HopState::Fine, HopPlace::Dns) => HopNote::FindsName,
        (HopState::Fine, HopPlace::Front) => match record.observation(Probe::Fetch) {
            Some(fetch) if fetch.outcome == Outcome::Answered => HopNote::AnswersIn(fetch.took),
            _ => HopNote::Nothing,
        },
        (HopState::Fine, HopPlace::Internet) => HopNote::GetsThrough,
        (HopState::Fine, HopPlace::Application) => HopNote::SendsPage,
        (HopState::Unknown, _) if record.began(Probe::Link).is_some() => HopNote::CantTell,
        _ => HopNote::Nothing,
    }
}

//! The way from the visitor to the site's application, hop by hop, and how far it was seen to work.

use crate::cause::{Cause, Side};
use crate::check::Check;
use crate::evidence::{Finding, Here, Names, Online};
use crate::observation::{Control, Outcome, Probe, Record, Resolver};
use crate::verdict::Verdict;

/// A station on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopPlace {
    /// The visitor's browser.
    You,
    /// Router, Wi-Fi, provider.
    Network,
    /// The name's look-up.
    Dns,
    /// The way to the site's network.
    Internet,
    /// The site's front: nginx, CDN.
    Front,
    /// The application behind it.
    Application,
}

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

/// A hop and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Which.
    pub place: HopPlace,
    /// How it stands.
    pub state: HopState,
    /// A few words on it, empty where there is nothing to say.
    pub note: String,
}

const PLACES: [HopPlace; 6] = [
    HopPlace::You,
    HopPlace::Network,
    HopPlace::Dns,
    HopPlace::Internet,
    HopPlace::Front,
    HopPlace::Application,
];

/// The six hops of a check.
#[must_use]
pub fn hops(check: &Check, verdict: &Verdict) -> [Hop; 6] {
    let shown = verdict.side != Side::Unknown;
    let broken = if shown {
        broken_at(verdict.cause)
    } else {
        None
    };
    let mut measured = measured(check, verdict);
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
            note: note(check, verdict, place, state),
        }
    })
}

/// Where the way breaks for a cause; `None` where it does not, or cannot be told.
const fn broken_at(cause: Cause) -> Option<HopPlace> {
    Some(match cause {
        Cause::BlockedLocally | Cause::Clock | Cause::BrowserState => HopPlace::You,
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::TlsInterception => HopPlace::Network,
        Cause::DnsLocal | Cause::DnsMissing | Cause::DnsBroken => HopPlace::Dns,
        Cause::Path => HopPlace::Internet,
        Cause::RefusedYou
        | Cause::EdgeError
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::Certificate => HopPlace::Front,
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Intermittent
        | Cause::Slow => HopPlace::Application,
        Cause::Healthy | Cause::Recovered | Cause::Unclear => return None,
    })
}

/// How each hop stands by what was measured alone.
fn measured(check: &Check, verdict: &Verdict) -> [HopState; 6] {
    let find = |wanted: fn(&Finding) -> bool| {
        verdict
            .evidence
            .iter()
            .map(|e| &e.finding)
            .find(|finding| wanted(finding))
    };
    let asking = |probe| check.is_waiting(probe);
    let open = |waiting: bool| {
        if waiting {
            HopState::Asking
        } else {
            HopState::Unknown
        }
    };

    let you = if check.began(Probe::Link).is_some() {
        HopState::Fine
    } else {
        HopState::Unknown
    };
    let network = match find(|f| matches!(f, Finding::Online(_))) {
        Some(Finding::Online(columns))
            if columns.iter().all(|c| {
                matches!(c, Online::All | Online::Some | Online::Ragged | Online::One)
            }) =>
        {
            HopState::Fine
        }
        Some(_) => HopState::Unknown,
        None => open(
            Control::ALL
                .into_iter()
                .any(|control| asking(Probe::Control(control))),
        ),
    };
    let answers = check.outcome(Probe::Fetch) == Some(&Outcome::Answered);
    let here = match find(|f| matches!(f, Finding::Here(_))) {
        Some(Finding::Here(columns)) if columns.len() == 1 => {
            columns.first().map(|(column, _)| *column)
        }
        _ => None,
    };
    let connects = matches!(
        here,
        Some(Here::TlsFails | Here::HungUp | Here::FetchRefused | Here::Loops)
    );
    let dns = if answers || connects {
        HopState::Fine
    } else {
        match find(|f| matches!(f, Finding::Names(_))) {
            Some(Finding::Names(Names::Found)) if here != Some(Here::NameFails) => HopState::Fine,
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

fn note(check: &Check, verdict: &Verdict, place: HopPlace, state: HopState) -> String {
    match (state, place) {
        (HopState::NotReached, _) => "not reached".to_owned(),
        (HopState::Asking, _) => "asking".to_owned(),
        (HopState::Broken, _) => broken_note(verdict.cause, verdict.status),
        (_, HopPlace::You) if check.began(Probe::Link).is_some() => "this browser".to_owned(),
        (HopState::Fine, HopPlace::Network) => match check.control_times().first() {
            Some(fastest) => format!("answers in {} ms", fastest.0),
            None => String::new(),
        },
        (HopState::Fine, HopPlace::Dns) => "finds the name".to_owned(),
        (HopState::Fine, HopPlace::Front) => match check.observation(Probe::Fetch) {
            Some(fetch) if fetch.outcome == Outcome::Answered => {
                format!("answers in {} ms", fetch.took.0)
            }
            _ => String::new(),
        },
        (HopState::Fine, HopPlace::Internet) => "gets through".to_owned(),
        (HopState::Fine, HopPlace::Application) => "sends the page".to_owned(),
        (HopState::Unknown, _) if check.began(Probe::Link).is_some() => "can’t tell".to_owned(),
        _ => String::new(),
    }
}

fn broken_note(cause: Cause, status: Option<u16>) -> String {
    if let Some(code) = status
        && cause.side() == Side::Theirs
    {
        return format!("error {code}");
    }
    match cause {
        Cause::Offline => "no connection",
        Cause::NetworkDown => "nothing gets through",
        Cause::CaptivePortal => "wants a sign-in",
        Cause::FlakyNetwork => "loses data",
        Cause::DnsLocal => "name refused here",
        Cause::BlockedLocally => "blocks it",
        Cause::Path => "no way through",
        Cause::TlsInterception => "meddles with it",
        Cause::Clock => "clock is wrong",
        Cause::RefusedYou => "turns you away",
        Cause::BrowserState => "old data",
        Cause::DnsMissing => "no such name",
        Cause::DnsBroken => "look-up fails",
        Cause::RedirectLoop => "goes in circles",
        Cause::ServerDown => "no answer",
        Cause::EmptyReply => "hangs up",
        Cause::Certificate => "bad certificate",
        Cause::Forbidden => "lets nobody in",
        Cause::Slow => "very slow",
        Cause::Intermittent => "fails at times",
        Cause::NotFound => "no such page",
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError => "answers with an error",
        Cause::Healthy | Cause::Recovered | Cause::Unclear => "",
    }
    .to_owned()
}

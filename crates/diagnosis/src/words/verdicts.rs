//! The verdict in plain words: the sentence a parent understands, the cause, the technical name, how sure.

use crate::cause::{Cause, Side};
use crate::check::Check;
use crate::evidence::{self, Finding, Here, Online, Outside};
use crate::observation::{Control, Outcome, Probe, Question, Round};
use crate::path::HopPlace;
use crate::verdict::Verdict;

/// One sentence: whose side.
#[must_use]
pub fn headline(verdict: &Verdict, running: bool) -> &'static str {
    match (verdict.side, running) {
        (Side::Theirs, _) => "It’s the site, not you.",
        (Side::Yours, _) => match verdict.cause {
            Cause::RefusedYou => "The site turns you away.",
            Cause::BrowserState => "It’s your browser’s memory.",
            Cause::Offline => "You are offline.",
            _ => "It’s on your side.",
        },
        (Side::Works, _) => match verdict.cause {
            Cause::Recovered => "It works again.",
            _ => "It opens from here.",
        },
        (Side::Unknown, true) => match online(verdict) {
            Some(true) if answers(verdict) => "It answers. Asking whether with an error…",
            Some(true) if silent(verdict) => "It does not answer you. Asking others…",
            Some(true) if fails(verdict) => "The request fails here. Asking others…",
            Some(true) => "You are online. Asking the site…",
            Some(false) => "Nothing answers yet…",
            None => "Looking…",
        },
        (Side::Unknown, false) => "Can’t tell whose side yet.",
    }
}

fn online(verdict: &Verdict) -> Option<bool> {
    verdict
        .evidence
        .iter()
        .find_map(|evidence| match &evidence.finding {
            Finding::Online(columns) => Some(columns.iter().all(|column| {
                matches!(
                    column,
                    Online::All | Online::Some | Online::Ragged | Online::One
                )
            })),
            _ => None,
        })
}

/// Whether what happened here is surely one of these columns.
fn here_is(verdict: &Verdict, among: fn(Here) -> bool) -> bool {
    verdict
        .evidence
        .iter()
        .any(|evidence| match &evidence.finding {
            Finding::Here(columns) => columns.iter().all(|(column, _)| among(*column)),
            _ => false,
        })
}

fn answers(verdict: &Verdict) -> bool {
    here_is(verdict, |column| {
        matches!(
            column,
            Here::Opens | Here::OpensUnframed | Here::ErrorPage | Here::Varies
        )
    })
}

fn silent(verdict: &Verdict) -> bool {
    here_is(verdict, |column| column == Here::Silent)
}

fn fails(verdict: &Verdict) -> bool {
    here_is(verdict, |column| {
        !matches!(
            column,
            Here::Opens | Here::OpensUnframed | Here::ErrorPage | Here::Varies | Here::Silent
        )
    })
}

/// A cause, in one plain sentence or two.
#[must_use]
pub fn explanation(check: &Check, verdict: &Verdict, running: bool) -> String {
    let host = check.target().host();
    match verdict.cause {
        Cause::Offline => "Your device has no network connection, so no site can open.".to_owned(),
        Cause::NetworkDown => "Your device is linked, but nothing on the internet answers it: look at router, Wi-Fi or provider.".to_owned(),
        Cause::CaptivePortal => "This network wants you to sign in before it lets anything through.".to_owned(),
        Cause::FlakyNetwork => "Your connection loses part of what is sent. Some requests get through, some do not.".to_owned(),
        Cause::DnsLocal => format!("Others find {host}. Your network’s name service does not, or hides it."),
        Cause::BlockedLocally => {
            format!("Something on your device or network blocks {host} at once: an extension, security software, a VPN or a filter.")
        }
        Cause::Path => format!("{host} opens for others. What you send to it gets lost on the way, or is cut off."),
        Cause::TlsInterception => {
            "The site’s certificate is good elsewhere and fails here. Something between you and the site opens your secure connections.".to_owned()
        }
        Cause::Clock => "Your device’s clock is wrong, and with a wrong date every certificate looks false.".to_owned(),
        Cause::RefusedYou => format!("{host} opens for others, and answers you with a refusal: your address or your visit looks unwelcome to it."),
        Cause::BrowserState => {
            format!("{host} answers fresh requests from this browser well. What your tab keeps of it (cache, cookies, extensions) is suspect.")
        }
        Cause::BadGateway => format!("The front server of {host} answers, but the application behind it does not. Its owners have to mend it."),
        Cause::GatewayTimeout => format!("The front server of {host} waited for the application behind it, in vain. Its owners have to mend it."),
        Cause::Unavailable => format!("{host} says it is not available now: it is overloaded, or being worked on."),
        Cause::ServerError => format!("The application of {host} fails on your request. Its owners have to mend it."),
        Cause::EdgeError => format!("{host} sits behind a delivery network that cannot reach the site’s own server."),
        Cause::HttpError => format!("{host} answers, but with an error instead of the page."),
        Cause::NotFound => format!("{host} answers, but has no page at this address."),
        Cause::Forbidden => format!("{host} answers, and lets nobody see this page without permission."),
        Cause::RedirectLoop => format!("{host} sends browsers round in circles."),
        Cause::ServerDown => format!("The server of {host} does not answer anybody."),
        Cause::EmptyReply => format!("The server of {host} takes the call and hangs up without a word, for everybody."),
        Cause::DnsMissing => format!("There is no site named {host}, for anybody: the address is misspelt, or the name has lapsed."),
        Cause::DnsBroken => format!("The name service of {host} is broken, for everybody."),
        Cause::Certificate => format!("The certificate of {host} is not valid, for anybody. Browsers are right to stop."),
        Cause::Intermittent if outside(verdict) == Some(Outside::Regional) => {
            format!("{} Part of {host} is broken.", regions(check))
        }
        Cause::Intermittent => format!("{host} answers some requests and fails others."),
        Cause::Slow => format!("{host} answers, but very slowly."),
        Cause::Healthy => format!("{host} answers this browser well."),
        Cause::Recovered => format!("{host} failed earlier, and answers now."),
        Cause::Unclear if running => running_line(check),
        Cause::Unclear => undecided(check, verdict),
    }
}

/// What is open, and what would settle it.
fn undecided(check: &Check, verdict: &Verdict) -> String {
    let likeliest = |among: &dyn Fn(Cause) -> bool| {
        verdict
            .ranked
            .iter()
            .map(|(cause, _)| *cause)
            .find(|cause| *cause != Cause::Unclear && among(*cause))
    };
    let first = likeliest(&|_| true);
    let tie = match (
        first,
        likeliest(&|cause| first.map(Cause::side) != Some(cause.side())),
    ) {
        (Some(first), Some(other)) => {
            format!("It may be {}, or {}.", cause_name(first), cause_name(other))
        }
        _ => "Too little was seen.".to_owned(),
    };
    let settle = if check.setting().only_this_browser {
        "Let outside vantages look too, and it can be told."
    } else if check.question().is_some() {
        "Your answer below would tell."
    } else {
        "Try it on your phone with Wi-Fi off: that would tell."
    };
    format!("{tie} {settle}")
}

/// A cause's name within a sentence.
#[must_use]
pub const fn cause_name(cause: Cause) -> &'static str {
    match cause {
        Cause::Offline => "no connection on your device",
        Cause::NetworkDown => "your network or provider",
        Cause::CaptivePortal => "a network that wants a sign-in",
        Cause::FlakyNetwork => "an unsteady connection",
        Cause::DnsLocal => "your network’s name service",
        Cause::BlockedLocally => "a block on your device or network",
        Cause::Path => "the way from your network to the site",
        Cause::TlsInterception => "something that opens your secure connections",
        Cause::Clock => "your device’s clock",
        Cause::RefusedYou => "a refusal that only you meet",
        Cause::BrowserState => "what your browser keeps of the site",
        Cause::BadGateway => "a bad gateway (502)",
        Cause::GatewayTimeout => "a gateway time-out (504)",
        Cause::Unavailable => "a site that is not available (503)",
        Cause::ServerError => "a server error (5xx)",
        Cause::EdgeError => "a delivery network’s error (52x)",
        Cause::HttpError => "an error answer of the site",
        Cause::NotFound => "a page that does not exist (404)",
        Cause::Forbidden => "a page closed to everybody (403)",
        Cause::RedirectLoop => "a redirect loop",
        Cause::ServerDown => "a server that is down",
        Cause::EmptyReply => "a server that hangs up",
        Cause::DnsMissing => "a name that does not exist",
        Cause::DnsBroken => "the site’s broken name service",
        Cause::Certificate => "the site’s bad certificate",
        Cause::Intermittent => "a site that fails at times",
        Cause::Slow => "a very slow site",
        Cause::Healthy => "nothing at all: it works",
        Cause::Recovered => "nothing any more: it works again",
        Cause::Unclear => "something not on our list",
    }
}

/// The technical name, such as `502 Bad Gateway · nginx/1.22.1`.
#[must_use]
pub fn technical(verdict: &Verdict) -> Option<String> {
    let name = match verdict.cause {
        Cause::Offline => "no link",
        Cause::NetworkDown => "no connectivity",
        Cause::CaptivePortal => "captive portal",
        Cause::FlakyNetwork => "packet loss",
        Cause::DnsLocal => "DNS answer differs",
        Cause::BlockedLocally => "blocked on the client",
        Cause::Path => "unreachable from this network",
        Cause::TlsInterception => "TLS interception",
        Cause::Clock => "clock skew",
        Cause::RefusedYou => "403, 429 or 451 for this client",
        Cause::BrowserState => "client state",
        Cause::BadGateway => "502 Bad Gateway",
        Cause::GatewayTimeout => "504 Gateway Timeout",
        Cause::Unavailable => "503 Service Unavailable",
        Cause::ServerError => "500 Internal Server Error",
        Cause::EdgeError => "CDN error 52x",
        Cause::HttpError => "HTTP error, number not readable from here",
        Cause::NotFound => "404 Not Found",
        Cause::Forbidden => "403 Forbidden",
        Cause::RedirectLoop => "too many redirects",
        Cause::ServerDown => "connection refused or timed out",
        Cause::EmptyReply => "empty reply",
        Cause::DnsMissing => "NXDOMAIN",
        Cause::DnsBroken => "SERVFAIL",
        Cause::Certificate => "certificate not trusted",
        Cause::Intermittent => "intermittent errors",
        Cause::Slow => "slow response",
        Cause::Healthy | Cause::Recovered => "HTTP 2xx",
        Cause::Unclear => return None,
    };
    let numbered = verdict.cause.side() == Side::Theirs;
    let name = match verdict.status.filter(|_| numbered) {
        Some(code) if !name.starts_with(&code.to_string()) => format!("HTTP {code}"),
        Some(_) | None => name.to_owned(),
    };
    Some(match verdict.server.as_deref().filter(|_| numbered) {
        Some(server) => format!("{name} · {server}"),
        None => name,
    })
}

/// How sure, in a word or two.
#[must_use]
pub fn sureness(verdict: &Verdict, running: bool) -> &'static str {
    match verdict.side {
        Side::Unknown if running => "Looking",
        Side::Unknown => "Can’t tell yet",
        Side::Yours | Side::Theirs | Side::Works if verdict.confidence >= 0.95 => "Certain",
        Side::Yours | Side::Theirs | Side::Works if verdict.is_sure() => "Very likely",
        Side::Yours | Side::Theirs | Side::Works => "Likely",
    }
}

/// What the week before says of this site.
#[must_use]
pub fn failed_before(check: &Check) -> Option<String> {
    let count = check.setting().history.len();
    (count > 1).then(|| format!("It failed here {count} times this week."))
}

/// What is being asked now.
#[must_use]
pub fn running_line(check: &Check) -> String {
    let host = check.target().host();
    let waiting = |probe| check.is_waiting(probe);
    if Control::ALL
        .into_iter()
        .all(|control| waiting(Probe::Control(control)))
    {
        "Asking sites that are known to be good, and yours.".to_owned()
    } else if waiting(Probe::Commit) || waiting(Probe::Status) || waiting(Probe::Again) {
        format!("{host} answers. Asking whether with the page or with an error.")
    } else if waiting(Probe::Fetch) {
        format!("Your browser reaches others. {host} has not answered yet.")
    } else if waiting(Probe::Events) || waiting(Probe::Ice) || waiting(Probe::Twin) {
        format!("The request to {host} failed. Looking for where it broke.")
    } else if Round::ALL
        .into_iter()
        .any(|round| waiting(Probe::Outside(round)))
    {
        match check.outcome(Probe::Fetch) {
            Some(Outcome::Silent) => {
                format!(
                    "{host} has not answered your browser. Asking from other places whether it is silent for everybody."
                )
            }
            Some(Outcome::Failed) => {
                format!(
                    "The request to {host} fails from your browser. Asking other places whether theirs do too."
                )
            }
            _ => "Asking from other places in the world.".to_owned(),
        }
    } else if check.awaits_a_late_answer() {
        format!("{host} is silent. Waiting whether it answers late.")
    } else {
        "Putting the answers together.".to_owned()
    }
}

/// How one half of the emblem stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfState {
    /// It works.
    Fine,
    /// It is what is broken.
    Broken,
    /// Not known.
    Unknown,
}

/// The split disc: the visitor's half and the site's.
#[must_use]
pub fn emblem(check: &Check, verdict: &Verdict) -> (HalfState, HalfState) {
    let reached =
        online(verdict) == Some(true) && check.outcome(Probe::Link) != Some(&Outcome::Link(false));
    let you = if reached {
        HalfState::Fine
    } else {
        HalfState::Unknown
    };
    match verdict.side {
        Side::Yours => (HalfState::Broken, theirs_beside_yours(verdict)),
        Side::Theirs => (HalfState::Fine, HalfState::Broken),
        Side::Works => (HalfState::Fine, HalfState::Fine),
        Side::Unknown => (you, HalfState::Unknown),
    }
}

/// What the vantages saw.
fn outside(verdict: &Verdict) -> Option<Outside> {
    verdict
        .evidence
        .iter()
        .find_map(|evidence| match &evidence.finding {
            Finding::Outside(columns) => columns.first().map(|(column, _)| *column),
            _ => None,
        })
}

/// Where the site opens, and where it fails, for the vantages.
fn regions(check: &Check) -> String {
    let mut opens: Vec<&str> = Vec::new();
    let mut fails: Vec<&str> = Vec::new();
    for vantage in evidence::outside_vantages(check) {
        let place = &vantage.place;
        let at = if place.city.is_empty() {
            place.country.as_str()
        } else {
            place.city.as_str()
        };
        match vantage.saw.opens() {
            Some(true) => opens.push(at),
            Some(false) => fails.push(at),
            None => {}
        }
    }
    format!(
        "It opens from {} and fails from {}.",
        opens.join(" and "),
        fails.join(" and ")
    )
}

/// Where the visitor's side is broken, the site's is known to be well only if others open it.
fn theirs_beside_yours(verdict: &Verdict) -> HalfState {
    if outside(verdict)
        .is_some_and(|column| matches!(column, Outside::Opens | Outside::OpensSlowly))
    {
        HalfState::Fine
    } else {
        HalfState::Unknown
    }
}

/// A hop's name.
#[must_use]
pub const fn hop(place: HopPlace) -> &'static str {
    match place {
        HopPlace::You => "You",
        HopPlace::Network => "Your network",
        HopPlace::Dns => "DNS",
        HopPlace::Internet => "Internet",
        HopPlace::Front => "Front server",
        HopPlace::Application => "Application",
    }
}

/// A question with its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionWords {
    /// The question.
    pub text: &'static str,
    /// The label for yes.
    pub yes: &'static str,
    /// The label for no.
    pub no: &'static str,
}

/// A question in words.
#[must_use]
pub const fn question(question: Question) -> QuestionWords {
    match question {
        Question::StillFails => QuestionWords {
            text: "Load it again in your tab. Does it still fail there?",
            yes: "Yes, it still fails",
            no: "No, it works now",
        },
        Question::PrivateWindow => QuestionWords {
            text: "Does it fail in a private window too?",
            yes: "Yes, there too",
            no: "No, it opens there",
        },
        Question::OtherNetwork => QuestionWords {
            text: "Does it open on your phone with Wi-Fi off?",
            yes: "Yes, it opens there",
            no: "No, it fails there too",
        },
        Question::ErrorNumber => QuestionWords {
            text: "Does your tab show an error number, such as 502?",
            yes: "Yes, a number",
            no: "No, none",
        },
        Question::Refusal => QuestionWords {
            text: "Does your tab say 403 or 429, or that you are blocked?",
            yes: "Yes, it turns me away",
            no: "No, something else",
        },
        Question::RightDate => QuestionWords {
            text: "Look at the date on this device. Is it right?",
            yes: "Yes, it is right",
            no: "No, it is wrong",
        },
    }
}

//! The few words on each hop of the way.

use super::english::{BrokenKey, HopKey};
use super::{Words, number};
use crate::cause::{Cause, Side};
use crate::path::{HopNote, HopPlace};

/// A hop's name.
#[must_use]
pub fn hop(words: &Words, place: HopPlace) -> &str {
    words.text(match place {
        HopPlace::You => HopKey::You,
        HopPlace::Network => HopKey::Network,
        HopPlace::Dns => HopKey::Dns,
        HopPlace::Internet => HopKey::Internet,
        HopPlace::Front => HopKey::Front,
        HopPlace::Application => HopKey::Application,
    })
}

/// A note in words; empty where there is nothing to say.
#[must_use]
pub fn hop_note(words: &Words, note: HopNote) -> String {
    let key = match note {
        HopNote::Nothing => return String::new(),
        HopNote::NotReached => HopKey::NotReached,
        HopNote::Asking => HopKey::Asking,
        HopNote::ThisBrowser => HopKey::ThisBrowser,
        HopNote::AnswersIn(took) => {
            return words.fill(HopKey::AnswersIn, &[("ms", &number(took.0))]);
        }
        HopNote::FindsName => HopKey::FindsName,
        HopNote::GetsThrough => HopKey::GetsThrough,
        HopNote::SendsPage => HopKey::SendsPage,
        HopNote::CantTell => HopKey::CantTell,
        HopNote::Broken(cause, Some(code)) if cause.side() == Side::Theirs => {
            return words.fill(HopKey::Error, &[("code", &number(code))]);
        }
        HopNote::Broken(cause, _) => return broken(words, cause).to_owned(),
    };
    words.text(key).to_owned()
}

fn broken(words: &Words, cause: Cause) -> &str {
    words.text(match cause {
        Cause::Offline => BrokenKey::Offline,
        Cause::NetworkDown => BrokenKey::NetworkDown,
        Cause::CaptivePortal => BrokenKey::CaptivePortal,
        Cause::FlakyNetwork => BrokenKey::FlakyNetwork,
        Cause::DnsLocal => BrokenKey::DnsLocal,
        Cause::BlockedLocally => BrokenKey::BlockedLocally,
        Cause::Path => BrokenKey::Path,
        Cause::TlsInterception => BrokenKey::TlsInterception,
        Cause::Clock => BrokenKey::Clock,
        Cause::RefusedYou => BrokenKey::RefusedYou,
        Cause::BrowserState => BrokenKey::BrowserState,
        Cause::DnsMissing => BrokenKey::DnsMissing,
        Cause::DnsBroken => BrokenKey::DnsBroken,
        Cause::RedirectLoop => BrokenKey::RedirectLoop,
        Cause::ServerDown => BrokenKey::ServerDown,
        Cause::EmptyReply => BrokenKey::EmptyReply,
        Cause::Certificate => BrokenKey::Certificate,
        Cause::Forbidden => BrokenKey::Forbidden,
        Cause::Slow => BrokenKey::Slow,
        Cause::Intermittent => BrokenKey::Intermittent,
        Cause::NotFound => BrokenKey::NotFound,
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError => BrokenKey::AnswersWithError,
        Cause::Healthy | Cause::Recovered | Cause::Unclear => return "",
    })
}

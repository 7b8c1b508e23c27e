//! The few words on each hop of the way.

use super::english::HopKey;
use super::{Words, number};
use crate::cause::Side;
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
        HopNote::Broken(cause, _) => {
            let sentence = cause.spec().texts.at_hop;
            return sentence.map_or(String::new(), |sentence| words.text(sentence).to_owned());
        }
    };
    words.text(key).to_owned()
}

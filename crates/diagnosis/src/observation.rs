//! Facts: which probe saw what, and when. No interpretation here; that is `evidence`.

use serde::{Deserialize, Serialize};

use crate::doh::DnsAnswer;
use crate::millis::Millis;
use crate::outside::Vantage;
use crate::probes::Probe;
use crate::trace::Trace;

pub use crate::endpoints::{Control, Record, Resolver, Round};
pub use crate::question::Question;

/// What the visitor sees in the tab that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seen {
    /// An error page with this number.
    Status(u16),
    /// "This site can't be reached."
    Unreachable,
    /// "Your connection is not private."
    NotSecure,
    /// A blank page.
    Blank,
    /// It loads for ever.
    Endless,
    /// The browser warns of the whole site: "dangerous", "deceptive".
    Dangerous,
    /// "Verify that you are human", again and again.
    Puzzle,
    /// Somebody else's page: one for sale, a host's, a filter's.
    OtherPage,
    /// "Too many redirects."
    Redirects,
}

impl Seen {
    /// Reads the value of the page's `[name=seen]` control; anything else is no statement.
    #[must_use]
    pub fn from_value(value: &str) -> Option<Seen> {
        match value {
            "unreachable" => Some(Seen::Unreachable),
            "not-secure" => Some(Seen::NotSecure),
            "blank" => Some(Seen::Blank),
            "endless" => Some(Seen::Endless),
            "dangerous" => Some(Seen::Dangerous),
            "puzzle" => Some(Seen::Puzzle),
            "other-page" => Some(Seen::OtherPage),
            "redirects" => Some(Seen::Redirects),
            number => number
                .parse()
                .ok()
                .filter(|code| (400..=599).contains(code))
                .map(Seen::Status),
        }
    }
}

/// What ICE gathering towards the target's port showed (docs: decision 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ice {
    /// The name has no address here: the server answers at the address that public resolvers know, and not by its name; in
    /// Firefox, gathering with a `stun:` server completed at once.
    pub name_fails: bool,
    /// With `turn:` over TCP a local address was seen: a TCP connection stood.
    pub connects: bool,
    /// With `turns:` a local address was seen: TLS stood.
    pub secures: bool,
    /// Both TCP gatherings completed; where they do not, packets are lost.
    pub completes: bool,
}

/// How an outside measurement ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Measured {
    /// Ended, under this id, with so many vantages.
    Complete {
        /// The measurement's id: who has it can read the results.
        id: String,
        /// How many vantages took part.
        vantages: u8,
    },
    /// 429: this address has used up its free measurements for now.
    RateLimited,
    /// 422: no probe there.
    NoProbes,
    /// 400: the service does not measure this target.
    Rejected,
}

/// What a probe saw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// No answer within our patience. The request goes on: a late answer replaces this.
    Silent,
    /// This browser cannot ask that way.
    Unavailable,
    /// `navigator.onLine`.
    Link(bool),
    /// What the visitor says.
    Seen(Seen),
    /// Some HTTP answer came; its status cannot be read.
    Answered,
    /// A document with a 2xx status came.
    Opened,
    /// It failed, or was answered with an error: which, this probe cannot tell.
    Failed,
    /// Whether the commit oracle tells a page from a missing one in this browser.
    Sound(bool),
    /// A resolver's answer.
    Dns(DnsAnswer),
    /// Cloudflare's trace.
    Trace(Trace),
    /// ICE gathering.
    Ice(Ice),
    /// The end of an outside measurement.
    Measured(Measured),
    /// What one outside vantage saw.
    Vantage(Vantage),
    /// The visitor's answer to a question.
    Said(bool),
}

impl Outcome {
    /// The outcome in a word, as `data-outcome` of the page contract.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Outcome::Silent => "silent",
            Outcome::Unavailable => "unavailable",
            Outcome::Link(true) => "linked",
            Outcome::Link(false) => "unlinked",
            Outcome::Seen(_) => "seen",
            Outcome::Answered => "answered",
            Outcome::Opened => "opened",
            Outcome::Failed => "failed",
            Outcome::Sound(true) => "sound",
            Outcome::Sound(false) => "unsound",
            Outcome::Dns(answer) => answer.word(),
            Outcome::Trace(_) => "answered",
            Outcome::Ice(_) => "gathered",
            Outcome::Measured(Measured::Complete { .. }) => "complete",
            Outcome::Measured(Measured::RateLimited) => "rate-limited",
            Outcome::Measured(Measured::NoProbes) => "no-probes",
            Outcome::Measured(Measured::Rejected) => "rejected",
            Outcome::Vantage(vantage) => vantage.saw.word(),
            Outcome::Said(true) => "yes",
            Outcome::Said(false) => "no",
        }
    }
}

/// A fact: what was asked, what was seen, when it began and how long it took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Which question.
    pub probe: Probe,
    /// What was seen.
    pub outcome: Outcome,
    /// When the probe began, since the check's start.
    pub began: Millis,
    /// How long it took.
    pub took: Millis,
}

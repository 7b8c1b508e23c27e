//! Facts: which probe saw what, and when. No interpretation here; that is `evidence`.

use crate::doh::DnsAnswer;
use crate::millis::Millis;
use crate::outside::Vantage;
use crate::trace::Trace;

/// An endpoint known to be good, run by somebody else than the target, or the page's own origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Control {
    /// Google's connectivity check.
    Google,
    /// Cloudflare's connectivity check.
    Cloudflare,
    /// Microsoft's home page.
    Microsoft,
    /// Wikipedia's home page.
    Wikipedia,
    /// Apple's home page.
    Apple,
    /// The origin this page came from.
    Own,
}

impl Control {
    /// Every control.
    pub const ALL: [Control; 6] = [
        Control::Google,
        Control::Cloudflare,
        Control::Microsoft,
        Control::Wikipedia,
        Control::Apple,
        Control::Own,
    ];
}

impl Control {
    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Control::Google => "google",
            Control::Cloudflare => "cloudflare",
            Control::Microsoft => "microsoft",
            Control::Wikipedia => "wikipedia",
            Control::Apple => "apple",
            Control::Own => "own",
        }
    }
}

/// A public DNS-over-HTTPS resolver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolver {
    /// `cloudflare-dns.com`.
    Cloudflare,
    /// `dns.google`.
    Google,
}

impl Resolver {
    /// Every resolver.
    pub const ALL: [Resolver; 2] = [Resolver::Cloudflare, Resolver::Google];
}

impl Resolver {
    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Resolver::Cloudflare => "cloudflare",
            Resolver::Google => "google",
        }
    }
}

/// What is asked of a resolver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses.
    Aaaa,
    /// IPv4 addresses with DNSSEC checking switched off (`cd=1`), asked after SERVFAIL.
    Unchecked,
}

impl Record {
    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Record::A => "A",
            Record::Aaaa => "AAAA",
            Record::Unchecked => "A unchecked",
        }
    }
}

/// Which outside measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// In the visitor's country and on two other continents.
    First,
    /// Anywhere in the world, when the first found no probes.
    Wider,
    /// The same probes, following the redirect that they were answered with.
    Followed,
    /// The same probes, following the redirect at the end of the first.
    Onward,
}

impl Round {
    /// Every round, in their order.
    pub const ALL: [Round; 4] = [Round::First, Round::Wider, Round::Followed, Round::Onward];

    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Round::First => "first",
            Round::Wider => "wider",
            Round::Followed => "followed",
            Round::Onward => "onward",
        }
    }
}

/// One question put to one endpoint in one way. It yields exactly one observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Probe {
    /// `navigator.onLine`.
    Link,
    /// What the visitor says they see.
    Seen,
    /// Opaque fetch of a control.
    Control(Control),
    /// The commit oracle tried on our own origin, on a page that exists and on one that does not.
    Oracle,
    /// Cloudflare's trace: clock, country, WARP.
    Trace,
    /// A look-up of the target's name at a public resolver.
    Dns(Resolver, Record),
    /// Opaque fetch of the target.
    Fetch,
    /// The commit oracle on the target.
    Commit,
    /// The status oracle on the target: whether a 2xx answer comes, or an error.
    Status,
    /// The status oracle a second time, where nobody else can be asked: some requests fail, and one tells nothing of it.
    Again,
    /// `EventSource` on the target, after a rejected fetch.
    Events,
    /// ICE gathering towards the target's own port, after a rejected fetch.
    Ice,
    /// Opaque fetch of the apex or `www` twin of the target, after a failed fetch.
    Twin,
    /// An outside measurement; it ends when its vantages have ended.
    Outside(Round),
    /// One vantage of an outside measurement, by its place in the list.
    Vantage(Round, u8),
    /// A question to the visitor.
    Asked(Question),
}

impl Probe {
    /// The probe's kind, as `data-probe` of the page contract.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Probe::Link => "link",
            Probe::Seen => "seen",
            Probe::Control(_) => "control",
            Probe::Oracle => "oracle",
            Probe::Trace => "trace",
            Probe::Dns(..) => "dns",
            Probe::Fetch => "fetch",
            Probe::Commit => "commit",
            Probe::Status => "status",
            Probe::Again => "again",
            Probe::Events => "events",
            Probe::Ice => "ice",
            Probe::Twin => "twin",
            Probe::Outside(_) => "outside",
            Probe::Vantage(..) => "vantage",
            Probe::Asked(question) => question.id(),
        }
    }

    /// Whether the probe is a request of this browser to somebody else, which a change of its network ends.
    #[must_use]
    pub const fn is_a_request(self) -> bool {
        match self {
            Probe::Control(_)
            | Probe::Trace
            | Probe::Dns(..)
            | Probe::Fetch
            | Probe::Commit
            | Probe::Status
            | Probe::Again
            | Probe::Events
            | Probe::Twin
            | Probe::Outside(_) => true,
            Probe::Link
            | Probe::Seen
            | Probe::Oracle
            | Probe::Ice
            | Probe::Vantage(..)
            | Probe::Asked(_) => false,
        }
    }

    /// Whether the probe makes this browser send something to the target's server.
    #[must_use]
    pub const fn asks_target(self) -> bool {
        match self {
            Probe::Fetch
            | Probe::Commit
            | Probe::Status
            | Probe::Again
            | Probe::Events
            | Probe::Ice
            | Probe::Twin => true,
            Probe::Link
            | Probe::Seen
            | Probe::Control(_)
            | Probe::Oracle
            | Probe::Trace
            | Probe::Dns(..)
            | Probe::Outside(_)
            | Probe::Vantage(..)
            | Probe::Asked(_) => false,
        }
    }
}

/// A question that only the visitor can answer, with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// "Load it two or three times in your tab. Does it fail there, even once?"
    StillFails,
    /// "Does it fail in a private window too?"
    PrivateWindow,
    /// "Does it open on your phone with Wi-Fi off?"
    OtherNetwork,
    /// "Does your tab show an error number, such as 502?"
    ErrorNumber,
    /// "Does it say 403 or 429, or that you are blocked?"
    Refusal,
    /// "Is the date of this device right?"
    RightDate,
}

impl Question {
    /// Every question.
    pub const ALL: [Question; 6] = [
        Question::StillFails,
        Question::PrivateWindow,
        Question::OtherNetwork,
        Question::ErrorNumber,
        Question::Refusal,
        Question::RightDate,
    ];

    /// Its name in reports, and the kind of its probe.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Question::StillFails => "still-fails",
            Question::PrivateWindow => "private-window",
            Question::OtherNetwork => "other-network",
            Question::ErrorNumber => "error-number",
            Question::Refusal => "refusal",
            Question::RightDate => "right-date",
        }
    }

    /// Whether this answer says that something is well.
    #[must_use]
    pub const fn is_good_news(self, yes: bool) -> bool {
        match self {
            Question::StillFails
            | Question::PrivateWindow
            | Question::ErrorNumber
            | Question::Refusal => !yes,
            Question::OtherNetwork | Question::RightDate => yes,
        }
    }
}

/// What the visitor sees in the tab that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            number => number
                .parse()
                .ok()
                .filter(|code| (400..=599).contains(code))
                .map(Seen::Status),
        }
    }
}

/// What ICE gathering towards the target's port showed (Chromium; see the table in `evidence`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ice {
    /// Gathering with the `stun:` server completed at once: the name has no address here.
    pub name_fails: bool,
    /// With `turn:` over TCP a local address was seen: a TCP connection stood.
    pub connects: bool,
    /// With `turns:` a local address was seen: TLS stood.
    pub secures: bool,
    /// Both TCP gatherings completed; where they do not, packets are lost.
    pub completes: bool,
}

/// How an outside measurement ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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

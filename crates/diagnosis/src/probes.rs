//! The probes, and one row for each that says all the rest of the library needs to know of it.
//!
//! When a probe is asked, and how, is left to `plan`; what its outcome means to `evidence`; how the browser performs it to the
//! page. A probe without a row does not compile.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::endpoints::{Control, Record, Resolver, Round};
use crate::question::Question;
use crate::words::LineKey;

/// One question put to one endpoint in one way. It yields exactly one observation.
///
/// Their order is that of the evidence on the page, and of the observations in reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Probe {
    /// Opaque fetch of a control.
    Control(Control),
    /// A look-up of the target's name at a public resolver.
    Dns(Resolver, Record),
    /// `navigator.onLine`.
    Link,
    /// What the visitor says they see.
    Seen,
    /// Cloudflare's trace: clock, country, WARP.
    Trace,
    /// The commit oracle tried on our own origin, on a page that exists and on one that does not.
    Oracle,
    /// Opaque fetch of the target.
    Fetch,
    /// The status oracle on the target: whether a 2xx answer comes, or an error.
    Status,
    /// The status oracle a second time, where nobody else can be asked: some requests fail, and one tells nothing of it.
    Again,
    /// The commit oracle on the target.
    Commit,
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

/// What the library needs to know of a probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProbeSpec {
    /// Its kind, as `data-probe` of the page contract.
    pub kind: &'static str,
    /// Which of the probes of its kind.
    pub instance: Instance,
    /// It is a request of this browser to somebody else, which a change of its network ends.
    pub is_request: bool,
    /// It makes this browser send something to the target's server.
    pub asks_target: bool,
    /// While it is under way, a side is shown only when nearly certain.
    pub holds_verdict: bool,
    /// How long it may be silent before the verdict no longer waits for it.
    pub patience: Patience,
    /// The probe it is asked with, where it is not asked by itself.
    pub asked_with: Option<Probe>,
    /// What the check is doing while this probe is under way, where that is worth telling.
    pub stage: Option<Stage>,
    /// The line of the evidence that it belongs to.
    pub line: &'static str,
    /// When that line is shown.
    pub shown: Shown,
    /// What a failure or silence of it says.
    pub failure: Failure,
    /// Who asks what.
    pub(crate) title: LineKey,
    /// What is said where it is answered.
    pub(crate) answered: LineKey,
    /// What is said where it fails.
    pub(crate) failed: LineKey,
}

/// Which of several probes of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instance {
    /// There is only one.
    Only,
    /// By control.
    Control(Control),
    /// By resolver and kind of record.
    Dns(Resolver, Record),
    /// By round.
    Round(Round),
    /// By round and place.
    Vantage(Round, u8),
    /// By question.
    Question(Question),
}

/// How long a probe may be silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// As long as the network's speed suggests.
    Network,
    /// As long, and as the target's fetch took.
    NetworkAndFetch,
    /// As long as outside vantages may take.
    Outside,
    /// For ever: the visitor answers when they like.
    Endless,
}

/// What the check is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It asks the site.
    Site,
    /// It asks whether the answer is an error.
    Status,
    /// It asks where the request failed.
    Where,
    /// It asks outside vantages.
    Outside,
}

/// When a line of the evidence is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Always.
    Always,
    /// Only where the device has no link.
    IfUnlinked,
    /// Only where the oracle does not work in this browser.
    IfUnsound,
}

/// What a probe that fails says of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing, or not by itself.
    SaysNothing,
    /// A failure is bad news, silence is none.
    IsBad,
    /// A failure is bad news, and so is silence; an answer is good news.
    IsBadAsSilence,
}

/// A probe that sends nothing to the target.
const ROW: ProbeSpec = ProbeSpec {
    kind: "",
    instance: Instance::Only,
    is_request: false,
    asks_target: false,
    holds_verdict: false,
    patience: Patience::Network,
    asked_with: None,
    stage: None,
    line: "",
    shown: Shown::Always,
    failure: Failure::SaysNothing,
    title: LineKey::You,
    answered: LineKey::Answered,
    failed: LineKey::Failed,
};

/// A request of this browser to somebody else than the target.
const REQUEST: ProbeSpec = ProbeSpec {
    is_request: true,
    ..ROW
};

/// A request of this browser to the target, which the verdict waits for.
const TO_TARGET: ProbeSpec = ProbeSpec {
    asks_target: true,
    holds_verdict: true,
    ..REQUEST
};

impl Probe {
    /// The probe's row.
    #[must_use]
    pub const fn spec(self) -> ProbeSpec {
        match self {
            Probe::Control(control) => ProbeSpec {
                kind: "control",
                instance: Instance::Control(control),
                line: "controls",
                title: LineKey::Controls,
                ..REQUEST
            },
            Probe::Dns(resolver, record) => ProbeSpec {
                kind: "dns",
                instance: Instance::Dns(resolver, record),
                line: match resolver {
                    Resolver::Cloudflare => "dns-cloudflare",
                    Resolver::Google => "dns-google",
                },
                title: match resolver {
                    Resolver::Cloudflare => LineKey::Cloudflare,
                    Resolver::Google => LineKey::Google,
                },
                failed: LineKey::DnsFailed,
                ..REQUEST
            },
            Probe::Link => ProbeSpec {
                kind: "link",
                line: "link",
                shown: Shown::IfUnlinked,
                title: LineKey::Link,
                ..ROW
            },
            Probe::Seen => ProbeSpec {
                kind: "seen",
                patience: Patience::Endless,
                line: "seen",
                ..ROW
            },
            Probe::Trace => ProbeSpec {
                kind: "trace",
                line: "trace",
                title: LineKey::Trace,
                ..REQUEST
            },
            Probe::Oracle => ProbeSpec {
                kind: "oracle",
                line: "oracle",
                shown: Shown::IfUnsound,
                title: LineKey::Oracle,
                ..ROW
            },
            Probe::Fetch => ProbeSpec {
                kind: "fetch",
                stage: Some(Stage::Site),
                line: "fetch",
                failure: Failure::IsBadAsSilence,
                title: LineKey::Fetch,
                failed: LineKey::FetchFailed,
                ..TO_TARGET
            },
            Probe::Status => ProbeSpec {
                kind: "status",
                patience: Patience::NetworkAndFetch,
                stage: Some(Stage::Status),
                line: "status",
                failure: Failure::IsBad,
                title: LineKey::Status,
                failed: LineKey::StatusFailed,
                ..TO_TARGET
            },
            Probe::Again => ProbeSpec {
                kind: "again",
                patience: Patience::NetworkAndFetch,
                stage: Some(Stage::Status),
                line: "again",
                title: LineKey::Commit,
                failed: LineKey::StatusFailed,
                ..TO_TARGET
            },
            Probe::Commit => ProbeSpec {
                kind: "commit",
                patience: Patience::NetworkAndFetch,
                stage: Some(Stage::Status),
                line: "commit",
                failure: Failure::IsBadAsSilence,
                title: LineKey::Commit,
                failed: LineKey::CommitFailed,
                ..TO_TARGET
            },
            Probe::Events => ProbeSpec {
                kind: "events",
                patience: Patience::NetworkAndFetch,
                stage: Some(Stage::Where),
                line: "events",
                failure: Failure::IsBad,
                title: LineKey::Events,
                answered: LineKey::AnsweredUnreadably,
                failed: LineKey::EventsFailed,
                ..TO_TARGET
            },
            Probe::Ice => ProbeSpec {
                kind: "ice",
                is_request: false,
                stage: Some(Stage::Where),
                line: "ice",
                failure: Failure::IsBad,
                title: LineKey::Ice,
                ..TO_TARGET
            },
            Probe::Twin => ProbeSpec {
                kind: "twin",
                holds_verdict: false,
                stage: Some(Stage::Where),
                line: "twin",
                failure: Failure::IsBadAsSilence,
                title: LineKey::Twin,
                ..TO_TARGET
            },
            Probe::Outside(round) => ProbeSpec {
                kind: "outside",
                instance: Instance::Round(round),
                patience: Patience::Outside,
                stage: Some(Stage::Outside),
                line: outside_line(round),
                title: LineKey::Outside,
                failed: LineKey::OutsideFailed,
                ..REQUEST
            },
            Probe::Vantage(round, slot) => ProbeSpec {
                kind: "vantage",
                instance: Instance::Vantage(round, slot),
                asked_with: Some(Probe::Outside(round)),
                line: outside_line(round),
                title: LineKey::Outside,
                ..ROW
            },
            Probe::Asked(question) => ProbeSpec {
                kind: question.id(),
                instance: Instance::Question(question),
                patience: Patience::Endless,
                line: question.id(),
                ..ROW
            },
        }
    }

    /// The probe's kind, as `data-probe` of the page contract.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        self.spec().kind
    }

    /// Whether the probe makes this browser send something to the target's server.
    #[must_use]
    pub const fn asks_target(self) -> bool {
        self.spec().asks_target
    }
}

const fn outside_line(round: Round) -> &'static str {
    match round {
        Round::First => "outside",
        Round::Wider => "outside-wider",
        Round::Followed => "outside-followed",
        Round::Onward => "outside-onward",
        Round::Http2 => "outside-http2",
        Round::Ipv6 => "outside-ipv6",
    }
}

/// As reports name it; empty where there is only one, or where the kind names it already.
impl fmt::Display for Instance {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Instance::Only | Instance::Question(_) => Ok(()),
            Instance::Control(control) => out.write_str(control.id()),
            Instance::Dns(resolver, record) => write!(out, "{} {}", resolver.id(), record.id()),
            Instance::Round(round) => out.write_str(round.id()),
            Instance::Vantage(round, slot) => write!(out, "{} {slot}", round.id()),
        }
    }
}

//! What the observations say, before any number: each [`Evidence`] summarises observations that share a fate.
//!
//! Where a probe cannot separate two states of the world, its finding names both, and the inference adds up their likelihoods:
//! not knowing is never counted as knowing. One file a signal: its columns, and the rule that reads them off the record. How
//! likely each column is under a cause stands in `causes`.

/// Declares an enumeration whose values are the columns of a likelihood table.
macro_rules! columns {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $doc:literal])+ $value:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $doc])+ $value,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$value,)+];
        }
    };
}

mod clock;
mod error_number;
mod failure_stage;
mod link;
mod local;
mod names;
mod online;
mod outside;
mod protocol;
mod speed;
mod symptom;
mod trend;
mod tunnel;

pub use clock::Clock;
pub use error_number::ErrorNumber;
pub use failure_stage::FailureStage;
pub use link::Link;
pub use local::Local;
pub(crate) use local::{LocalReading, Reach, read as local};
pub use names::Names;
pub use online::Online;
pub use outside::Outside;
pub(crate) use outside::{read as outside, vantages};
pub use protocol::Protocol;
pub use speed::Speed;
pub use symptom::Symptom;
pub use trend::Trend;
pub use tunnel::Tunnel;

use crate::observation::{Outcome, Seen};
use crate::probability::PerMille;
use crate::probes::Probe;
use crate::question::Question;
use crate::record::CheckRecord;
use crate::remedy::Remedy;

/// Columns that cannot be told apart, each with the share of it that looks like this.
pub type Possible<C> = Vec<(C, PerMille)>;

/// One piece of evidence: the columns of one table that the observations leave open, and how far they may be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What was found.
    pub finding: Finding,
    /// How probably it says anything; below one where a quorum is missing.
    pub trust: PerMille,
}

impl Evidence {
    /// Evidence that is fully trusted.
    #[must_use]
    pub const fn trusted(finding: Finding) -> Evidence {
        Evidence {
            finding,
            trust: PerMille::ONE,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The device's link.
    Link(Link),
    /// The controls.
    Online(Possible<Online>),
    /// The target, from here.
    Local(Possible<Local>),
    /// How fast it answered here.
    Speed(Speed),
    /// How far the request had got when it failed.
    FailureStage(FailureStage),
    /// The target, from outside.
    Outside(Possible<Outside>),
    /// The target, from outside, as browsers ask.
    Protocol(Protocol),
    /// The target's name.
    Names(Names),
    /// The visitor's clock.
    Clock(Clock),
    /// How the visitor's traffic goes.
    Tunnel(Tunnel),
    /// What the visitor sees.
    Symptom(Symptom),
    /// Whether the error's number is known.
    ErrorNumber(ErrorNumber),
    /// What happened earlier.
    Trend(Trend),
    /// What the visitor answered to a question.
    Answer(Question, bool),
    /// What the visitor did, without help.
    RemedyFailed(Remedy),
}

impl Finding {
    /// The signal's name in reports.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Finding::Link(_) => "link",
            Finding::Online(_) => "online",
            Finding::Local(_) => "local",
            Finding::Speed(_) => "speed",
            Finding::FailureStage(_) => "failure-stage",
            Finding::Outside(_) => "outside",
            Finding::Protocol(_) => "protocol",
            Finding::Names(_) => "names",
            Finding::Clock(_) => "clock",
            Finding::Tunnel(_) => "tunnel",
            Finding::Symptom(_) => "symptom",
            Finding::ErrorNumber(_) => "error-number",
            Finding::Trend(_) => "trend",
            Finding::Answer(..) => "answer",
            Finding::RemedyFailed(_) => "remedy-failed",
        }
    }
}

/// Columns that look the same, and always like this.
#[must_use]
pub fn alike<C: Copy>(columns: &[C]) -> Possible<C> {
    columns
        .iter()
        .map(|column| (*column, PerMille::ONE))
        .collect()
}

/// Whether the site opened here, or failed; `None` where that is open.
pub(crate) fn opened(record: &CheckRecord) -> Option<bool> {
    local::read(record)?.opens()
}

/// Everything that a check's observations say.
pub(crate) fn of(record: &CheckRecord) -> Vec<Evidence> {
    let setting = record.setting();
    let outside = outside::read(record);
    let local =
        local::read(record).map(|reading| reading.beside(outside.map(|reading| reading.agreed)));
    let open = local.and_then(|reading| reading.opens());

    let mut all = Vec::new();
    let mut add = |finding: Option<Finding>| all.extend(finding.map(Evidence::trusted));
    add(link::read(record).map(Finding::Link));
    add(online::read(record).map(|columns| Finding::Online(alike(columns))));
    add(local.map(|reading| Finding::Local(reading.columns())));
    add(speed::read(record).map(Finding::Speed));
    add(local
        .and_then(|reading| failure_stage::read(record, reading))
        .map(Finding::FailureStage));
    all.extend(outside.map(|reading| Evidence {
        finding: Finding::Outside(reading.columns()),
        trust: reading.trust(),
    }));
    all.extend(protocol::read(record));
    let mut add = |finding: Option<Finding>| all.extend(finding.map(Evidence::trusted));
    add(names::read(record).map(Finding::Names));
    add(clock::read(record).map(Finding::Clock));
    add(tunnel::read(record).map(Finding::Tunnel));
    add(symptom::read(record).map(Finding::Symptom));
    if open != Some(true) && local.is_some_and(|reading| reading.may_be_an_error()) {
        let known = matches!(setting.seen, Some(Seen::Status(_)))
            || outside.is_some_and(|reading| reading.tells_the_number());
        add(Some(Finding::ErrorNumber(if known {
            ErrorNumber::Known
        } else {
            ErrorNumber::Unknown
        })));
    }
    if open != Some(true) {
        for remedy in &setting.tried {
            add(Some(Finding::RemedyFailed(*remedy)));
        }
    }
    add(open.map(|open| Finding::Trend(trend::read(&setting.earlier, open))));
    for question in Question::ALL {
        if let Some(Outcome::Said(yes)) = record.outcome(Probe::Asked(question)) {
            add(Some(Finding::Answer(question, *yes)));
        }
    }
    all
}

//! What happened to the target here: a reading of the probes, and what each reading may mean.

use super::Possible;
use super::outside::Outside;
use crate::observation::{Ice, Outcome};
use crate::probability::{PerMille, per_mille};
use crate::probes::Probe;
use crate::record::CheckRecord;
use crate::target::Scheme;

columns! {
    /// What happened to the target here, as it truly is; a probe often leaves several open.
    Local {
        /// A document with a 2xx status, which may be framed.
        Opens,
        /// A 2xx behind a framing header.
        OpensUnframed,
        /// An HTTP error.
        ErrorPage,
        /// A 2xx, and an error when asked again.
        Varies,
        /// An HTTP answer that fetch refuses by the site's resource policy.
        FetchRefused,
        /// Redirects without end.
        Loops,
        /// The name has no address here.
        NameFails,
        /// Refused or reset before a connection stood.
        Refused,
        /// Connected; TLS failed.
        TlsFails,
        /// TLS stood; then the connection was closed.
        HungUp,
        /// It failed inside the browser, sooner than a round trip, while a bare connection succeeds.
        BlockedInside,
        /// Nothing came back.
        Silent,
        /// A connection stood, and then nothing came back.
        Stalls,
    }
}

/// What the probes of the target show, as far as this browser can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LocalReading {
    /// A document with a 2xx status came.
    Opens,
    /// It answered well, and with an error when asked again.
    OpensThenFails,
    /// It answered with an error.
    AnswersWithError,
    /// It answered with an error, and it turns the vantages away as robots.
    AnswersWithErrorAndRefusesRobots,
    /// It answered, and no document was committed.
    AnswersUncommitted,
    /// It answered; whether with an error is not known.
    Answers,
    /// It answers `EventSource`, and fetch refuses the answer.
    AnswersUnreadably,
    /// The name has no address here.
    NameFails,
    /// TLS stands, and whether fetch got an answer is not observable (Firefox).
    SecuresThenUnknown,
    /// TLS stands, and the fetch failed sooner than a round trip.
    FailsAtOnce,
    /// TLS stands, and the fetch failed after a round trip.
    FailsAfterTls,
    /// A connection stands, TLS does not.
    FailsInTls,
    /// No connection stands, and the attempts ended.
    Refused,
    /// No connection stands, and the attempts did not end.
    RefusedOrLost,
    /// It failed; where is not known.
    Fails,
    /// Nothing came back; whether a connection stood is not known.
    Silent,
    /// Nothing came back, and no bare connection stands either.
    Lost,
    /// Nothing came back, and a bare connection stands.
    Stalls,
}

/// Every cause of a column looks like this.
const ALWAYS: PerMille = PerMille::ONE;
/// Half of what is in a column looks like this. Judgement.
const HALF: PerMille = per_mille(500);
/// A site that is well but turns robots away often turns away requests without cookies from another site's page. Judgement.
const OFTEN: PerMille = per_mille(250);
/// The probe allows it, but it is rare. Judgement.
const RARELY: PerMille = per_mille(100);

impl LocalReading {
    /// The columns that a reading leaves open, each with the share of it that looks like this.
    const fn means(self) -> &'static [(Local, PerMille)] {
        use Local::{
            BlockedInside, ErrorPage, FetchRefused, HungUp, Loops, NameFails, Opens, OpensUnframed,
            Refused, Silent, Stalls, TlsFails, Varies,
        };
        match self {
            LocalReading::Opens => &[(Opens, ALWAYS), (OpensUnframed, ALWAYS)],
            LocalReading::OpensThenFails => &[(Varies, ALWAYS)],
            LocalReading::AnswersWithError => &[(ErrorPage, ALWAYS)],
            LocalReading::AnswersWithErrorAndRefusesRobots => {
                &[(ErrorPage, ALWAYS), (Opens, OFTEN), (OpensUnframed, OFTEN)]
            }
            LocalReading::AnswersUncommitted => &[(ErrorPage, ALWAYS), (OpensUnframed, ALWAYS)],
            LocalReading::Answers => &[
                (Opens, ALWAYS),
                (OpensUnframed, ALWAYS),
                (ErrorPage, ALWAYS),
            ],
            LocalReading::AnswersUnreadably => &[
                (FetchRefused, ALWAYS),
                (Loops, ALWAYS),
                // It answered by sending on to where nothing comes back.
                (NameFails, RARELY),
                (Refused, RARELY),
                (TlsFails, RARELY),
                (HungUp, RARELY),
            ],
            LocalReading::NameFails => &[(NameFails, ALWAYS)],
            LocalReading::SecuresThenUnknown => {
                &[(FetchRefused, ALWAYS), (Loops, ALWAYS), (HungUp, ALWAYS)]
            }
            LocalReading::FailsAtOnce => &[(BlockedInside, ALWAYS), (HungUp, RARELY)],
            LocalReading::FailsAfterTls => &[(HungUp, ALWAYS), (BlockedInside, HALF)],
            LocalReading::FailsInTls => &[(TlsFails, ALWAYS)],
            LocalReading::Refused => &[(Refused, ALWAYS)],
            LocalReading::RefusedOrLost => &[(Refused, HALF), (Silent, ALWAYS), (Stalls, HALF)],
            LocalReading::Fails => &[
                (FetchRefused, ALWAYS),
                (Loops, ALWAYS),
                (NameFails, ALWAYS),
                (Refused, ALWAYS),
                (TlsFails, ALWAYS),
                (HungUp, ALWAYS),
                (BlockedInside, ALWAYS),
            ],
            LocalReading::Silent => &[(Silent, ALWAYS), (Stalls, ALWAYS)],
            LocalReading::Lost => &[(Silent, ALWAYS)],
            LocalReading::Stalls => &[(Stalls, ALWAYS)],
        }
    }

    /// The columns as a finding holds them.
    pub(super) fn columns(self) -> Possible<Local> {
        self.means().to_vec()
    }

    /// Whether more than one column is open.
    pub(super) const fn is_ambiguous(self) -> bool {
        self.means().len() > 1
    }

    /// Whether it may be an error page.
    pub(super) fn may_be_an_error(self) -> bool {
        let columns = self.means();
        columns
            .iter()
            .any(|(column, _)| *column == Local::ErrorPage)
    }

    /// The reading, given what the vantages agree on.
    pub(super) fn beside(self, outside: Option<Outside>) -> LocalReading {
        if self == LocalReading::AnswersWithError && outside == Some(Outside::RobotsRefused) {
            LocalReading::AnswersWithErrorAndRefusesRobots
        } else {
            self
        }
    }

    /// Whether the site opened here, or failed; `None` where that is open.
    pub(crate) const fn opens(self) -> Option<bool> {
        match self {
            LocalReading::Opens => Some(true),
            LocalReading::AnswersWithErrorAndRefusesRobots
            | LocalReading::AnswersUncommitted
            | LocalReading::Answers => None,
            LocalReading::OpensThenFails
            | LocalReading::AnswersWithError
            | LocalReading::AnswersUnreadably
            | LocalReading::NameFails
            | LocalReading::SecuresThenUnknown
            | LocalReading::FailsAtOnce
            | LocalReading::FailsAfterTls
            | LocalReading::FailsInTls
            | LocalReading::Refused
            | LocalReading::RefusedOrLost
            | LocalReading::Fails
            | LocalReading::Silent
            | LocalReading::Lost
            | LocalReading::Stalls => Some(false),
        }
    }

    /// Whether the site may be well for whoever types its address: fetch refuses the answer by a policy of the site.
    pub(crate) fn may_be_well(self) -> bool {
        self.means().iter().any(|(column, _)| {
            matches!(
                column,
                Local::Opens | Local::OpensUnframed | Local::FetchRefused
            )
        })
    }

    /// How far the failed request may have got: whom an HTTP/1.1 vantage that opens the page clears depends on that.
    pub(crate) const fn reach(self) -> Reach {
        match self {
            LocalReading::Opens
            | LocalReading::OpensThenFails
            | LocalReading::AnswersWithError
            | LocalReading::AnswersWithErrorAndRefusesRobots
            | LocalReading::AnswersUncommitted
            | LocalReading::Answers
            | LocalReading::AnswersUnreadably => Reach::Answered,
            LocalReading::NameFails => Reach::Name,
            LocalReading::Refused | LocalReading::RefusedOrLost | LocalReading::Lost => {
                Reach::Address
            }
            LocalReading::SecuresThenUnknown
            | LocalReading::FailsAtOnce
            | LocalReading::FailsAfterTls => Reach::Secured,
            LocalReading::FailsInTls | LocalReading::Stalls => Reach::Connected,
            LocalReading::Fails | LocalReading::Silent => Reach::Unknown,
        }
    }
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It found no address.
    Name,
    /// It found an address, and no connection stood.
    Address,
    /// A connection stood, TLS did not.
    Connected,
    /// TLS stood.
    Secured,
    /// It was answered.
    Answered,
    /// It failed, and how far it got is not known.
    Unknown,
}

/// A failure sooner than this share of the fastest control's answer came from inside the browser: a connection with TLS
/// costs three round trips before it can fail, a control's answer four.
const INSIDE: u64 = 2;

/// Reads the probes of the target; `None` while they say nothing.
pub(crate) fn read(record: &CheckRecord) -> Option<LocalReading> {
    let fetch = &record.observation(Probe::Fetch)?.outcome;
    if *fetch == Outcome::Answered {
        return Some(answered(record));
    }
    // The https twin of an http site may fail though the site is well.
    if record.target().scheme() != Scheme::Https {
        return None;
    }
    match fetch {
        // Where it failed is being asked; until that is known, the failure alone would point at anything.
        Outcome::Failed if record.is_waiting(Probe::Events) || record.is_waiting(Probe::Ice) => {
            None
        }
        Outcome::Failed => Some(failed(record)),
        Outcome::Silent => Some(match record.outcome(Probe::Ice) {
            Some(Outcome::Ice(ice)) if ice.connects => LocalReading::Stalls,
            Some(Outcome::Ice(_)) => LocalReading::Lost,
            _ => LocalReading::Silent,
        }),
        _ => None,
    }
}

fn answered(record: &CheckRecord) -> LocalReading {
    let outcome = |probe| record.outcome(probe);
    if outcome(Probe::Again) == Some(&Outcome::Failed) {
        return LocalReading::OpensThenFails;
    }
    match (outcome(Probe::Commit), outcome(Probe::Status)) {
        (Some(Outcome::Opened), _) | (_, Some(Outcome::Opened)) => LocalReading::Opens,
        (_, Some(Outcome::Failed)) => LocalReading::AnswersWithError,
        (Some(Outcome::Failed), _) => LocalReading::AnswersUncommitted,
        _ => LocalReading::Answers,
    }
}

fn failed(record: &CheckRecord) -> LocalReading {
    let events = record.outcome(Probe::Events);
    match (events, record.outcome(Probe::Ice)) {
        (Some(Outcome::Answered), _) => LocalReading::AnswersUnreadably,
        (_, Some(Outcome::Ice(ice))) => {
            connected(record, *ice, events == Some(&Outcome::Unavailable))
        }
        _ => LocalReading::Fails,
    }
}

/// How far a bare connection got. `unobserved`: this browser cannot tell whether the fetch was answered.
fn connected(record: &CheckRecord, ice: Ice, unobserved: bool) -> LocalReading {
    if ice.name_fails {
        LocalReading::NameFails
    } else if ice.connects && ice.secures && unobserved {
        LocalReading::SecuresThenUnknown
    } else if ice.connects && ice.secures {
        if failed_inside(record) {
            LocalReading::FailsAtOnce
        } else {
            LocalReading::FailsAfterTls
        }
    } else if ice.connects {
        LocalReading::FailsInTls
    } else if ice.completes {
        LocalReading::Refused
    } else {
        LocalReading::RefusedOrLost
    }
}

/// Whether the fetch failed sooner than the network could have answered.
fn failed_inside(record: &CheckRecord) -> bool {
    let fetch = record.observation(Probe::Fetch).map(|seen| seen.took.0);
    let fastest = record.control_times().first().map(|fastest| fastest.0);
    matches!((fetch, fastest), (Some(took), Some(fastest)) if took.saturating_mul(INSIDE) < fastest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_that_opens_leaves_no_failure_open() {
        for reading in [
            LocalReading::Opens,
            LocalReading::Fails,
            LocalReading::Silent,
            LocalReading::AnswersUnreadably,
        ] {
            let well = reading
                .columns()
                .iter()
                .all(|(column, _)| matches!(column, Local::Opens | Local::OpensUnframed));
            assert_eq!(reading.opens(), Some(well), "{reading:?}");
        }
    }
}

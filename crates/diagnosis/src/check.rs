//! The course of one check: the caller starts the probes that are due, hands in what they saw, and reads what follows.
//!
//! What was seen stands in `record`, what is asked next in `plan`. The verdict is derived once for each change of the record and
//! kept; reading it costs nothing.

use crate::cause::Side;
use crate::endpoints::Round;
use crate::millis::Millis;
use crate::next_question;
use crate::observation::{Observation, Outcome};
use crate::outside::Sight;
use crate::plan::{self, Ask};
use crate::probes::Probe;
use crate::question::Question;
use crate::reasons::Reason;
use crate::record::{CheckRecord, Progress, Setting};
use crate::signals;
use crate::target::Target;
use crate::verdict::Verdict;
use crate::watch;

/// One check of one target.
///
/// ```
/// use whichside_diagnosis::{Check, Millis, Outcome, Probe, Setting, Side, Target, UrlParts};
///
/// let parts = UrlParts {
///     scheme: "https".into(),
///     host: "shop.example".into(),
///     path: "/".into(),
///     ..UrlParts::default()
/// };
/// let (target, _) = Target::new(parts, "whichside.example").unwrap();
/// let mut check = Check::new(target, Setting::default());
/// let asks = check.next_probes(Millis(0));
/// assert!(asks.iter().any(|ask| matches!(ask.probe, Probe::Dns(..))));
/// check.observe(Probe::Link, Outcome::Link(false), Millis(1));
/// for ask in asks {
///     check.observe(ask.probe, Outcome::Failed, Millis(5));
/// }
/// assert_eq!(check.verdict().side, Side::Yours);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    record: CheckRecord,
    /// What follows from the record.
    verdict: Verdict,
    /// The question whose answer would tell most, whether or not the check has ended.
    question: Option<Question>,
}

/// The check that has this record, such as one that was handed over as JSON: the verdict follows from the record alone.
impl From<CheckRecord> for Check {
    fn from(record: CheckRecord) -> Check {
        let mut check = Check {
            record,
            verdict: Verdict::idle(),
            question: None,
        };
        check.conclude();
        check
    }
}

impl Check {
    /// A check that has asked nothing yet.
    #[must_use]
    pub fn new(target: Target, setting: Setting) -> Check {
        Check::from(CheckRecord::new(target, setting))
    }

    /// A further look at the same target, from here alone: what was seen from outside still counts, and is not asked again. A crowd of
    /// watchers would otherwise send more vantages to a site that is down than requests of its own.
    #[must_use]
    pub fn look_again(&self, setting: Setting) -> Check {
        let mut record = CheckRecord::new(self.target().clone(), setting);
        record.keep_outside(&self.record);
        Check::from(record)
    }

    /// Has others asked anew, where a look saw from here that something has changed.
    pub fn ask_others_again(&mut self) {
        self.record.forget_outside();
        self.conclude();
    }

    /// For how long the site asks to be left alone, counted from the answers that outside vantages got; at most a day, as long as a
    /// watch goes on. Zero where it does not ask.
    #[must_use]
    pub fn retry_after(&self) -> Millis {
        Round::ALL
            .into_iter()
            .flat_map(|round| self.record.vantages(round))
            .filter_map(|vantage| match &vantage.saw {
                Sight::Answer(answer) if answer.code >= 400 => answer.retry_after,
                _ => None,
            })
            .max()
            .unwrap_or_default()
            .min(watch::LONGEST)
    }

    /// Whether another check saw from here what this one saw.
    #[must_use]
    pub fn saw_the_same_here(&self, other: &Check) -> bool {
        let seen = |check: &Check| {
            [
                Probe::Fetch,
                Probe::Status,
                Probe::Commit,
                Probe::Events,
                Probe::Link,
            ]
            .map(|probe| check.outcome(probe).cloned())
        };
        seen(self) == seen(other)
    }

    /// The probes to start now; they count as asked from `now` on.
    pub fn next_probes(&mut self, now: Millis) -> Vec<Ask> {
        self.record.advance(now);
        let asks = plan::due(&self.record, now);
        for ask in &asks {
            self.record.ask(ask.probe, now);
        }
        if !asks.is_empty() {
            self.conclude();
        }
        asks
    }

    /// Takes in what a probe saw. An answer replaces an earlier silence, never the other way round.
    pub fn observe(&mut self, probe: Probe, outcome: Outcome, now: Millis) {
        self.record.observe(probe, outcome, now);
        self.conclude();
    }

    /// Releases the probes that have been silent for longer than our patience. Their requests go on.
    pub fn elapse(&mut self, now: Millis) {
        self.record.advance(now);
        let silent: Vec<Probe> = self
            .record
            .outstanding()
            .filter(|(probe, began)| now.since(*began) >= plan::patience(&self.record, *probe))
            .map(|(probe, _)| probe)
            .collect();
        for probe in &silent {
            self.record.observe(*probe, Outcome::Silent, now);
        }
        if !silent.is_empty() {
            self.conclude();
        }
    }

    fn conclude(&mut self) {
        self.verdict = Verdict::of(&self.record);
        self.question = next_question::best(&self.record, &self.verdict);
    }

    /// What was asked and seen.
    #[must_use]
    pub const fn record(&self) -> &CheckRecord {
        &self.record
    }

    /// The best verdict on what has been seen so far.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Why the verdict names its cause: each signal's weight in bits, the heaviest first.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        self.verdict.reasons(&self.record.setting().history)
    }

    /// Whether the site opened here or failed, as far as that could be told from here alone.
    #[must_use]
    pub fn opened_here(&self) -> Option<bool> {
        signals::opened(&self.record)
    }

    /// Whether every question asked is answered or out of patience, and none is left to ask.
    #[must_use]
    pub fn finished(&self) -> bool {
        self.progress().asked > 0
            && self.record.outstanding().next().is_none()
            && plan::due(&self.record, Millis(u64::MAX)).is_empty()
            && !self.awaits_a_late_answer()
    }

    /// Whether the site is silent, nothing tells why, and it may still answer: slow is not down.
    #[must_use]
    pub fn awaits_a_late_answer(&self) -> bool {
        self.outcome(Probe::Fetch) == Some(&Outcome::Silent)
            && self.record.now() < plan::LATEST_ANSWER
            && self.outcome(Probe::Link) != Some(&Outcome::Link(false))
            && !self.record.control_times().is_empty()
            && self.verdict.side == Side::Unknown
    }

    /// The question to put to the visitor now, if one would help: the one whose answer is expected to tell most.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        self.question.filter(|_| self.finished())
    }

    /// What is checked.
    #[must_use]
    pub const fn target(&self) -> &Target {
        self.record.target()
    }

    /// How far the check is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.record.progress()
    }

    /// Everything seen so far, by probe.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.record.observations()
    }

    /// What a probe saw.
    #[must_use]
    pub fn outcome(&self, probe: Probe) -> Option<&Outcome> {
        self.record.outcome(probe)
    }
}

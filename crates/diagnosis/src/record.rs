//! The record of one check: what was asked, when, and what was seen. Facts, and the rules for failures that are no facts.
//!
//! The record has no clock: every method that needs the time is told it, in milliseconds since the check's start. Which probes
//! are due is left to `plan`, what the observations mean to `evidence`, and the course of a check to `check`.

use serde::{Deserialize, Serialize};

use crate::cause::Cause;
use crate::endpoints::{Control, Round};
use crate::millis::Millis;
use crate::observation::{Observation, Outcome, Seen};
use crate::probes::Probe;
use crate::remedy::Remedy;
use crate::target::Target;

/// What the visitor and the session bring to a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// No outside vantage and no public resolver is told of the target.
    pub only_this_browser: bool,
    /// The visitor agreed that outside vantages get the path even where it is not plain.
    pub share_path: bool,
    /// What the visitor says they see.
    pub seen: Option<Seen>,
    /// Whether it opened here in each earlier check of this session that could tell, oldest first.
    pub earlier: Vec<bool>,
    /// What the visitor has done about it since it failed.
    pub tried: Vec<Remedy>,
    /// Why the site failed on this device in the last week, one entry a failure.
    pub history: Vec<Cause>,
    /// This device's clock stands before the day the page was made.
    pub clock_behind: bool,
    /// The visitor's country, where an earlier trace of this session told it.
    pub country: Option<String>,
    /// The region of the browser's language, used where no trace tells the country.
    pub region: Option<String>,
    /// This browser opens a login dialog over our page when a navigation probe meets a 401 (Firefox).
    pub navigation_prompts: bool,
}

/// How far a check is: questions answered of questions asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered, or out of patience.
    pub answered: usize,
    /// Asked so far.
    pub asked: usize,
}

/// What was asked and seen in one check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckRecord {
    target: Target,
    setting: Setting,
    /// What was asked, and when.
    asked: Vec<(Probe, Millis)>,
    /// What was seen, in the order of the probes, whatever the order of the answers.
    seen: Vec<Observation>,
    /// The latest time told.
    now: Millis,
    /// What was asked again, as often as it was: the network changed under the check, or the failure contradicts a connection.
    forgotten: Vec<Probe>,
    /// How long the target's fetch took to fail where a connection stood, before it was asked again.
    failed_first: Option<Millis>,
}

/// Requests that fail within so long of each other share a reason that none of their servers has.
const TOGETHER: Millis = Millis(100);
/// So many must: two blocked controls are no change of the network.
const FAIL_TOGETHER: usize = 3;
/// A probe's failure is forgotten so often at most; each time costs the target one more request.
const MOST_TIMES: usize = 2;

/// Whether somebody else answers the probe.
const fn is_outside(probe: Probe) -> bool {
    matches!(
        probe,
        Probe::Dns(..) | Probe::Outside(_) | Probe::Vantage(..)
    )
}

impl CheckRecord {
    /// A record of nothing but what the visitor told beforehand.
    #[must_use]
    pub fn new(target: Target, setting: Setting) -> CheckRecord {
        let mut record = CheckRecord {
            target,
            setting,
            asked: Vec::new(),
            seen: Vec::new(),
            now: Millis(0),
            forgotten: Vec::new(),
            failed_first: None,
        };
        if let Some(seen) = record.setting.seen {
            record.observe(Probe::Seen, Outcome::Seen(seen), Millis(0));
        }
        record
    }

    /// What is checked.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }

    /// What the visitor and the session brought.
    #[must_use]
    pub const fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The visitor's country, as a trace of this session told it.
    pub(crate) fn country(&self) -> Option<&str> {
        let traced = match self.outcome(Probe::Trace) {
            Some(Outcome::Trace(trace)) => trace.country.as_deref(),
            _ => None,
        };
        self.setting.country.as_deref().or(traced)
    }

    /// Notes that a probe is asked now.
    pub(crate) fn ask(&mut self, probe: Probe, now: Millis) {
        self.asked.push((probe, now));
    }

    /// Takes over what was asked and seen from outside in an earlier check of the same target, as if it were seen now.
    pub(crate) fn keep_outside(&mut self, earlier: &CheckRecord) {
        for (probe, _) in &earlier.asked {
            if is_outside(*probe) {
                self.ask(*probe, Millis(0));
            }
        }
        for seen in &earlier.seen {
            if is_outside(seen.probe) {
                self.observe(seen.probe, seen.outcome.clone(), Millis(0));
            }
        }
    }

    /// Forgets what was asked and seen from outside.
    pub(crate) fn forget_outside(&mut self) {
        self.asked.retain(|(probe, _)| !is_outside(*probe));
        self.seen.retain(|seen| !is_outside(seen.probe));
    }

    /// The latest time told.
    pub(crate) const fn now(&self) -> Millis {
        self.now
    }

    /// Notes the time. It never runs backwards.
    pub(crate) fn advance(&mut self, now: Millis) {
        self.now = self.now.max(now);
    }

    /// Takes in what a probe saw. An answer replaces an earlier silence, never the other way round.
    ///
    /// Where the network changes under the check (a VPN, Wi-Fi handing over), the browser drops every request under way. Those
    /// failures say nothing of their servers: they are forgotten, and asked again by the plan.
    pub fn observe(&mut self, probe: Probe, outcome: Outcome, now: Millis) {
        self.advance(now);
        let link_returns = (probe, &outcome) == (Probe::Link, &Outcome::Link(true))
            && self.outcome(Probe::Link) == Some(&Outcome::Link(false));
        let fails = outcome == Outcome::Failed;
        self.take_in(probe, outcome, now);
        if link_returns {
            self.forget(&|_| true);
        } else if self.contradicts_itself() {
            self.failed_first = self.observation(Probe::Fetch).map(|seen| seen.took);
            self.forget(&|seen| seen.probe == Probe::Fetch);
        } else if fails {
            let together = |seen: &Observation| now.since(seen.began.plus(seen.took)) <= TOGETHER;
            let fallen = || self.failures().filter(|seen| together(seen));
            // Networks that let no resolver but their own through refuse both of ours and the vantages at once.
            let of_all_kinds =
                fallen().any(|seen| matches!(seen.probe, Probe::Control(_) | Probe::Trace));
            if fallen().count() >= FAIL_TOGETHER
                && of_all_kinds
                && self.something_answered_before(now)
            {
                self.forget(&together);
            }
        }
    }

    /// Whether a connection stands where the request failed, for the first time: it is blocked, or the network changed under
    /// it alone.
    fn contradicts_itself(&self) -> bool {
        matches!(
            self.outcome(Probe::Ice),
            Some(Outcome::Ice(ice)) if ice.connects && ice.secures
        ) && self.outcome(Probe::Fetch) == Some(&Outcome::Failed)
            // Firefox cannot tell a loop: asked once more, it would go round it twenty times more.
            && self.outcome(Probe::Events) == Some(&Outcome::Failed)
            && !self.forgotten.contains(&Probe::Fetch)
    }

    /// What the network failed to carry.
    fn failures(&self) -> impl Iterator<Item = &Observation> {
        self.seen
            .iter()
            .filter(|seen| seen.outcome == Outcome::Failed && seen.probe.spec().is_request)
    }

    /// Whether the network carried something well before these failures: else it is down, not changed.
    fn something_answered_before(&self, now: Millis) -> bool {
        self.seen.iter().any(|seen| {
            seen.probe.spec().is_request
                && seen.outcome != Outcome::Failed
                && seen.outcome != Outcome::Silent
                && seen.began.plus(seen.took) < now
        })
    }

    /// Whether the network changed under this check: then names may be known already, and times say nothing of the way.
    pub(crate) const fn network_changed(&self) -> bool {
        !self.forgotten.is_empty()
    }

    fn forget(&mut self, which: &dyn Fn(&Observation) -> bool) {
        let times = |probe| {
            self.forgotten
                .iter()
                .filter(|again| **again == probe)
                .count()
        };
        let forgotten: Vec<Probe> = self
            .failures()
            .filter(|seen| which(seen) && times(seen.probe) < MOST_TIMES)
            .map(|seen| seen.probe)
            .collect();
        self.seen.retain(|seen| !forgotten.contains(&seen.probe));
        self.asked.retain(|(probe, _)| !forgotten.contains(probe));
        self.forgotten.extend(forgotten);
    }

    fn take_in(&mut self, probe: Probe, outcome: Outcome, now: Millis) {
        let began = self.began(probe).unwrap_or(now);
        let took = match self.failed_first {
            // What it is asked over is warm by the second time: how far it got is told by the first.
            Some(first) if (probe, &outcome) == (Probe::Fetch, &Outcome::Failed) => {
                first.max(now.since(began))
            }
            _ => now.since(began),
        };
        let observation = Observation {
            probe,
            outcome,
            began,
            took,
        };
        match self.place(probe) {
            Ok(_) if observation.outcome == Outcome::Silent => {}
            Ok(at) => {
                if let Some(seen) = self.seen.get_mut(at) {
                    *seen = observation;
                }
            }
            Err(at) => self.seen.insert(at, observation),
        }
    }

    /// Where a probe's observation stands, or would stand.
    fn place(&self, probe: Probe) -> Result<usize, usize> {
        self.seen
            .binary_search_by(|observation| observation.probe.cmp(&probe))
    }

    /// How far the check is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let answered = self.asked.len() - self.outstanding().count();
        Progress {
            answered,
            asked: self.asked.len(),
        }
    }

    /// Everything seen so far, by probe.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.seen.iter()
    }

    /// What a probe saw.
    #[must_use]
    pub fn outcome(&self, probe: Probe) -> Option<&Outcome> {
        self.observation(probe)
            .map(|observation| &observation.outcome)
    }

    /// The whole observation of a probe.
    #[must_use]
    pub fn observation(&self, probe: Probe) -> Option<&Observation> {
        self.place(probe).ok().and_then(|at| self.seen.get(at))
    }

    /// When a probe was asked.
    #[must_use]
    pub fn began(&self, probe: Probe) -> Option<Millis> {
        self.asked_at(probe.spec().asked_with.unwrap_or(probe))
    }

    /// Whether a probe was asked and has neither answered nor run out of our patience.
    #[must_use]
    pub fn is_waiting(&self, probe: Probe) -> bool {
        self.asked_at(probe).is_some() && self.observation(probe).is_none()
    }

    /// Every probe that was asked or seen, in their order.
    pub(crate) fn probes(&self) -> Vec<Probe> {
        // What was seen is in order already.
        let mut probes: Vec<Probe> = self.seen.iter().map(|seen| seen.probe).collect();
        for (probe, _) in &self.asked {
            if let Err(place) = probes.binary_search(probe) {
                probes.insert(place, *probe);
            }
        }
        probes
    }

    /// The probes under way, in their order.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = Probe> {
        self.probes()
            .into_iter()
            .filter(|probe| self.is_waiting(*probe))
    }

    /// Whether an outside measurement is under way.
    pub(crate) fn is_measuring(&self) -> bool {
        Round::ALL
            .into_iter()
            .any(|round| self.is_waiting(Probe::Outside(round)))
    }

    /// The vantages of a round, in their order.
    pub(crate) fn vantages(&self, round: Round) -> impl Iterator<Item = &crate::outside::Vantage> {
        self.seen
            .iter()
            .filter_map(move |seen| match (seen.probe, &seen.outcome) {
                (Probe::Vantage(of, _), Outcome::Vantage(vantage)) if of == round => Some(vantage),
                _ => None,
            })
    }

    /// How long each control took that answered, shortest first.
    pub(crate) fn control_times(&self) -> Vec<Millis> {
        let mut times: Vec<Millis> = Vec::new();
        for control in Control::ALL
            .into_iter()
            .filter(|control| *control != Control::Own)
        {
            if let Some(observation) = self.observation(Probe::Control(control))
                && observation.outcome == Outcome::Answered
            {
                let at = times.partition_point(|other| *other <= observation.took);
                times.insert(at, observation.took);
            }
        }
        times
    }

    fn asked_at(&self, probe: Probe) -> Option<Millis> {
        self.asked
            .iter()
            .find(|(asked, _)| *asked == probe)
            .map(|(_, at)| *at)
    }

    /// What was asked and has not answered, each with when it was asked.
    pub(crate) fn outstanding(&self) -> impl Iterator<Item = (Probe, Millis)> {
        self.asked
            .iter()
            .copied()
            .filter(|(probe, _)| self.observation(*probe).is_none())
    }
}

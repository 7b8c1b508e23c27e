//! One check of one target: what was asked, what was seen, and what follows from it.
//!
//! The check has no clock: every method that needs the time is told it, in milliseconds since the check's start.

use std::collections::BTreeMap;

use crate::evidence::{self, Evidence};
use crate::observation::{Control, Millis, Observation, Outcome, Probe, Round, Seen};
use crate::plan::{self, Ask};
use crate::target::Target;
use crate::verdict::Verdict;

/// What the visitor and the session bring to a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// No outside vantage and no public resolver is told of the target.
    pub only_this_browser: bool,
    /// The visitor agreed that outside vantages get the path even where it is not plain.
    pub share_path: bool,
    /// What the visitor says they see.
    pub seen: Option<Seen>,
    /// The target failed earlier in this session.
    pub failed_before: bool,
    /// The visitor's country, where an earlier trace of this session told it.
    pub country: Option<String>,
    /// The region of the browser's language, used where no trace tells the country.
    pub region: Option<String>,
    /// This browser opens a login dialog over our page when a navigation probe meets a 401 (Firefox).
    pub navigation_prompts: bool,
}

/// A question that only the visitor can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// "It opens here: does it still fail in your tab?"
    StillFails,
}

impl Question {
    /// The probe that the visitor's answer belongs to.
    #[must_use]
    pub const fn probe(self) -> Probe {
        match self {
            Question::StillFails => Probe::StillFails,
        }
    }
}

/// How far a check is: questions answered of questions asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered, or out of patience.
    pub answered: usize,
    /// Asked so far.
    pub asked: usize,
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    target: Target,
    setting: Setting,
    asked: BTreeMap<Probe, Millis>,
    seen: BTreeMap<Probe, Observation>,
}

impl Check {
    /// A check that has asked nothing yet.
    #[must_use]
    pub fn new(target: Target, setting: Setting) -> Check {
        let mut check = Check {
            target,
            setting,
            asked: BTreeMap::new(),
            seen: BTreeMap::new(),
        };
        if let Some(seen) = check.setting.seen {
            check.observe(Probe::Seen, Outcome::Seen(seen), Millis(0));
        }
        check
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

    /// The probes to start now; they count as asked from `now` on.
    pub fn next_probes(&mut self, now: Millis) -> Vec<Ask> {
        let asks = plan::due(self, now);
        for ask in &asks {
            self.asked.insert(ask.probe, now);
        }
        asks
    }

    /// Takes in what a probe saw. An answer replaces an earlier silence, never the other way round.
    pub fn observe(&mut self, probe: Probe, outcome: Outcome, now: Millis) {
        let began = self.began(probe).unwrap_or(now);
        if outcome == Outcome::Silent && self.seen.contains_key(&probe) {
            return;
        }
        self.seen.insert(
            probe,
            Observation {
                probe,
                outcome,
                began,
                took: now.since(began),
            },
        );
    }

    /// Releases the probes that have been silent for longer than our patience. Their requests go on.
    pub fn elapse(&mut self, now: Millis) {
        let silent: Vec<Probe> = self
            .outstanding()
            .filter(|(probe, began)| now.since(*began) >= plan::patience(self, *probe))
            .map(|(p, _)| p)
            .collect();
        for probe in silent {
            self.observe(probe, Outcome::Silent, now);
        }
    }

    /// Whether every question asked is answered or out of patience, and none is left to ask.
    #[must_use]
    pub fn finished(&self) -> bool {
        !self.asked.is_empty()
            && self.outstanding().next().is_none()
            && plan::due(self, Millis(u32::MAX)).is_empty()
    }

    /// The best verdict on what has been seen so far.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self)
    }

    /// What the observations say, summarised so that what shares a fate counts once.
    #[must_use]
    pub fn evidence(&self) -> Vec<Evidence> {
        evidence::of(self)
    }

    /// How far the check is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let answered = self
            .asked
            .keys()
            .filter(|probe| self.seen.contains_key(probe))
            .count();
        Progress {
            answered,
            asked: self.asked.len(),
        }
    }

    /// Everything seen so far, by probe.
    pub fn observations(&self) -> impl Iterator<Item = &Observation> {
        self.seen.values()
    }

    /// The question to put to the visitor now, if one would help.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let opens = self.verdict().side == crate::Side::Works;
        (opens && self.finished() && !self.seen.contains_key(&Probe::StillFails))
            .then_some(Question::StillFails)
    }

    /// What a probe saw.
    #[must_use]
    pub fn outcome(&self, probe: Probe) -> Option<&Outcome> {
        self.seen
            .get(&probe)
            .map(|observation| &observation.outcome)
    }

    /// The whole observation of a probe.
    #[must_use]
    pub fn observation(&self, probe: Probe) -> Option<&Observation> {
        self.seen.get(&probe)
    }

    /// When a probe was asked.
    #[must_use]
    pub fn began(&self, probe: Probe) -> Option<Millis> {
        match probe {
            // A vantage is asked with its measurement.
            Probe::Vantage(round, _) => self.asked.get(&Probe::Outside(round)).copied(),
            Probe::Link
            | Probe::Seen
            | Probe::Control(_)
            | Probe::Oracle
            | Probe::Trace
            | Probe::Dns(..)
            | Probe::Fetch
            | Probe::Commit
            | Probe::Prefetch
            | Probe::Events
            | Probe::Ice
            | Probe::Twin
            | Probe::Outside(_)
            | Probe::StillFails => self.asked.get(&probe).copied(),
        }
    }

    /// Whether a probe was asked and has neither answered nor run out of our patience.
    #[must_use]
    pub fn is_waiting(&self, probe: Probe) -> bool {
        self.asked.contains_key(&probe) && !self.seen.contains_key(&probe)
    }

    /// The vantages of a round, in their order.
    pub(crate) fn vantages(&self, round: Round) -> impl Iterator<Item = &crate::outside::Vantage> {
        self.seen
            .range(Probe::Vantage(round, 0)..=Probe::Vantage(round, u8::MAX))
            .filter_map(|(_, o)| match &o.outcome {
                Outcome::Vantage(vantage) => Some(vantage),
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
            if let Some(observation) = self.seen.get(&Probe::Control(control))
                && observation.outcome == Outcome::Answered
            {
                let at = times.partition_point(|other| *other <= observation.took);
                times.insert(at, observation.took);
            }
        }
        times
    }

    fn outstanding(&self) -> impl Iterator<Item = (Probe, Millis)> {
        self.asked
            .iter()
            .filter(|(probe, _)| !self.seen.contains_key(probe))
            .map(|(probe, began)| (*probe, *began))
    }
}

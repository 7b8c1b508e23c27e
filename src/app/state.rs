//! The page's state and the one place where it changes: an event comes in, effects go out.
//! Nothing here knows a browser or a clock: the shell tells the [`Moment`], performs the effects and reports back.

use whichside_diagnosis::report::{self, BrowserInfo};
use whichside_diagnosis::target::{Note, candidate};
use whichside_diagnosis::{
    Cause, Check, InputError, Millis, Outcome, Probe, Remedy, Setting, Side, Target, Verdict,
    observation::Seen, watch,
};

use super::event::{Effect, Event, Format, Moment};

/// How often a running check looks at its patience, and the page at its clock.
const WAKE: Millis = Millis(100);

/// Where a check is (`data-state`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// None yet.
    #[default]
    Idle,
    /// Probes are outstanding.
    Running,
    /// None is.
    Done,
}

impl Phase {
    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Phase::Idle => "idle",
            Phase::Running => "running",
            Phase::Done => "done",
        }
    }
}

/// Watching a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// How many looks were in vain.
    pub attempt: u32,
    /// When the next is due, since the page was opened.
    pub due: Millis,
}

/// The page's state.
#[derive(Debug, Default)]
pub struct State {
    /// What stands in the address field.
    pub input: String,
    /// The value of `[name=seen]`.
    pub seen: String,
    /// Outside vantages are off.
    pub only_here: bool,
    /// Any path may go to them.
    pub share_path: bool,
    /// Why the last input was not taken.
    pub error: Option<InputError>,
    /// What was left out of the target.
    pub notes: Vec<Note>,
    /// Where the check is.
    pub phase: Phase,
    /// The check under way, or the last.
    pub check: Option<Check>,
    /// Its best verdict so far.
    pub verdict: Verdict,
    /// The check was stopped by the visitor.
    pub cancelled: bool,
    /// How long the check has been going.
    pub elapsed: Millis,
    /// The remedies tried for this target, or skipped.
    pub tried: Vec<Remedy>,
    /// The verdict of the check before, where this one looks whether a remedy helped.
    pub before: Option<(Side, Cause)>,
    /// The watch, if any.
    pub watching: Option<Watching>,
    /// The time now, since the page was opened.
    pub now: Millis,
    /// The device says it has a link.
    pub linked: bool,
    /// The report is shown.
    pub report_shown: bool,
    /// The report leaves the path and the browser out.
    pub redacted: bool,
    /// Whether the last copying worked.
    pub copied: Option<bool>,
    run: u32,
    began: Millis,
    started: String,
    hidden: bool,
    may_notify: bool,
    awake: bool,
    failed_origins: Vec<String>,
    country: Option<String>,
    region: Option<String>,
    navigation_prompts: bool,
    browser: BrowserInfo,
}

impl State {
    /// The page before anything happened.
    #[must_use]
    pub fn new() -> State {
        State {
            linked: true,
            redacted: true,
            ..State::default()
        }
    }

    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event, moment: &Moment) -> Vec<Effect> {
        self.now = moment.now;
        let mut effects = self.change(event, moment);
        if !self.awake && (self.phase == Phase::Running || self.watching.is_some()) {
            self.awake = true;
            effects.push(Effect::Wake(WAKE));
        }
        effects
    }

    fn change(&mut self, event: Event, moment: &Moment) -> Vec<Effect> {
        match event {
            Event::Opened {
                prefill,
                region,
                navigation_prompts,
                browser,
            } => {
                self.linked = browser.online;
                self.region = region;
                self.navigation_prompts = navigation_prompts;
                self.browser = browser;
                if let Some(prefill) = prefill {
                    self.input = prefill;
                }
                vec![]
            }
            Event::Typed(text) => {
                self.input = text;
                self.error = None;
                vec![]
            }
            Event::Told(value) => {
                self.seen = value;
                vec![]
            }
            Event::OnlyHere(only) => {
                self.only_here = only;
                vec![]
            }
            Event::SharePath(share) => {
                self.share_path = share;
                vec![]
            }
            Event::Submitted => self.submit(moment),
            Event::Observed {
                run,
                probe,
                outcome,
            } => self.observe(run, probe, outcome, moment),
            Event::Woke => self.wake(moment),
            Event::Cancelled => self.cancel(),
            Event::Answered(yes) => {
                self.observe(self.run, Probe::StillFails, Outcome::Said(yes), moment)
            }
            Event::Done(remedy) => {
                self.set_aside(remedy);
                self.before = Some((self.verdict.side, self.verdict.cause));
                self.again(moment)
            }
            Event::Skipped(remedy) => {
                self.set_aside(remedy);
                vec![]
            }
            Event::Watched(on) => self.watch(on, moment),
            Event::Shown(shown) => {
                self.hidden = !shown;
                vec![]
            }
            Event::MayNotify(may) => {
                self.may_notify = may;
                vec![]
            }
            Event::Linked(linked) => {
                self.linked = linked;
                if self.phase == Phase::Running {
                    return self.observe(self.run, Probe::Link, Outcome::Link(linked), moment);
                }
                vec![]
            }
            Event::Reported => {
                self.report_shown = !self.report_shown;
                self.copied = None;
                vec![]
            }
            Event::Redacted(redacted) => {
                self.redacted = redacted;
                self.copied = None;
                vec![]
            }
            Event::Copied(format) => self.report(format).map(Effect::Copy).into_iter().collect(),
            Event::CopyEnded(worked) => {
                self.copied = Some(worked);
                vec![]
            }
        }
    }

    /// The report in a format, if there is anything to report.
    #[must_use]
    pub fn report(&self, format: Format) -> Option<String> {
        let check = self.check.as_ref()?;
        let write = match format {
            Format::Text => report::text,
            Format::Json => report::json,
        };
        Some(write(
            check,
            &self.verdict,
            &self.started,
            &self.browser,
            self.redacted,
        ))
    }

    fn submit(&mut self, moment: &Moment) -> Vec<Effect> {
        match self.understand(moment) {
            Ok((target, notes)) => {
                let same = self
                    .check
                    .as_ref()
                    .is_some_and(|check| *check.target() == target);
                if !same {
                    self.tried.clear();
                    self.watching = None;
                }
                self.before = None;
                self.notes = notes;
                self.begin(target, moment)
            }
            Err(error) => {
                self.error = Some(error);
                vec![Effect::ShowInput]
            }
        }
    }

    fn understand(&self, moment: &Moment) -> Result<(Target, Vec<Note>), InputError> {
        let candidate = candidate(&self.input)?;
        let parts = (moment.parse)(&candidate).ok_or(InputError::NotAnAddress)?;
        Target::new(parts, moment.own_host)
    }

    /// Starts a check; an older one under way is ended, and its late answers are dropped by their run number.
    fn begin(&mut self, target: Target, moment: &Moment) -> Vec<Effect> {
        let setting = Setting {
            only_this_browser: self.only_here,
            share_path: self.share_path,
            seen: Seen::from_value(&self.seen),
            failed_before: self.failed_origins.contains(&target.origin()),
            country: self.country.clone(),
            region: self.region.clone(),
            navigation_prompts: self.navigation_prompts,
        };
        self.run = self.run.wrapping_add(1);
        self.began = moment.now;
        moment.time.clone_into(&mut self.started);
        self.phase = Phase::Running;
        self.elapsed = Millis(0);
        self.error = None;
        self.cancelled = false;
        self.copied = None;
        self.check = Some(Check::new(target, setting));
        let mut effects = vec![Effect::EndProbes];
        effects.extend(self.advance(moment));
        effects
    }

    fn again(&mut self, moment: &Moment) -> Vec<Effect> {
        match self.check.as_ref().map(|check| check.target().clone()) {
            Some(target) => self.begin(target, moment),
            None => vec![],
        }
    }

    fn observe(
        &mut self,
        run: u32,
        probe: Probe,
        outcome: Outcome,
        moment: &Moment,
    ) -> Vec<Effect> {
        let since = moment.now.since(self.began);
        let Some(check) = self
            .check
            .as_mut()
            .filter(|_| run == self.run && !self.cancelled)
        else {
            return vec![];
        };
        if let Outcome::Trace(trace) = &outcome
            && trace.country.is_some()
        {
            self.country.clone_from(&trace.country);
        }
        check.observe(probe, outcome, since);
        self.advance(moment)
    }

    fn wake(&mut self, moment: &Moment) -> Vec<Effect> {
        self.awake = false;
        let mut effects = Vec::new();
        if self.phase == Phase::Running {
            let since = moment.now.since(self.began);
            if let Some(check) = self.check.as_mut() {
                check.elapse(since);
            }
            effects.extend(self.advance(moment));
        }
        let due = self
            .watching
            .is_some_and(|watching| moment.now >= watching.due);
        if due && self.phase != Phase::Running && (!self.hidden || self.may_notify) {
            effects.extend(self.again(moment));
        }
        effects
    }

    /// Draws the conclusions from what is seen so far, and asks what is due.
    fn advance(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(check) = self.check.as_mut() else {
            return vec![];
        };
        let mut effects = Vec::new();
        if self.phase == Phase::Running {
            let since = moment.now.since(self.began);
            let asks = check.next_probes(since);
            if !asks.is_empty() {
                effects.push(Effect::Start {
                    run: self.run,
                    asks,
                });
            }
            self.elapsed = since;
        }
        self.verdict = check.verdict();
        if self.phase == Phase::Running && check.finished() {
            self.phase = Phase::Done;
            effects.extend(self.conclude(moment));
        }
        effects
    }

    /// Once, when a check has ended.
    fn conclude(&mut self, moment: &Moment) -> Vec<Effect> {
        let Some(check) = &self.check else {
            return vec![];
        };
        let origin = check.target().origin();
        let works = match self.verdict.side {
            Side::Works => true,
            Side::Yours | Side::Theirs => {
                if !self.failed_origins.contains(&origin) {
                    self.failed_origins.push(origin);
                }
                false
            }
            Side::Unknown => false,
        };
        let Some(watching) = &mut self.watching else {
            return vec![];
        };
        if works {
            self.watching = None;
            let body = format!("{} answers your browser again.", check.target().host());
            let title = "It works again".to_owned();
            return if self.may_notify {
                vec![Effect::Notify { title, body }]
            } else {
                vec![]
            };
        }
        watching.attempt = watching.attempt.saturating_add(1);
        watching.due = moment
            .now
            .plus(watch::pause(watching.attempt, moment.random));
        vec![]
    }

    fn cancel(&mut self) -> Vec<Effect> {
        self.watching = None;
        if self.phase != Phase::Running {
            return vec![];
        }
        self.phase = Phase::Done;
        self.cancelled = true;
        vec![Effect::EndProbes]
    }

    fn set_aside(&mut self, remedy: Remedy) {
        if !self.tried.contains(&remedy) {
            self.tried.push(remedy);
        }
    }

    fn watch(&mut self, on: bool, moment: &Moment) -> Vec<Effect> {
        if !on || self.check.is_none() {
            self.watching = None;
            return vec![];
        }
        self.watching = Some(Watching {
            attempt: 0,
            due: moment.now.plus(watch::pause(0, moment.random)),
        });
        vec![Effect::AskToNotify]
    }
}

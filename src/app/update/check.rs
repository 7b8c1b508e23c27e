//! A check from the submitted form to its verdict.

use whichside_diagnosis::observation::Seen;
use whichside_diagnosis::target::{Note, candidate};
use whichside_diagnosis::{Check, InputError, Millis, Outcome, Probe, Setting, Target};

use crate::app::event::{Effect, FocusTarget};
use crate::app::state::{Phase, State};
use crate::env::Env;

impl State {
    /// Starts a check of what was entered, or says what is wrong with it.
    pub(super) fn submit(&mut self, env: &Env) -> Vec<Effect> {
        match self.understand(env) {
            Ok((target, notes)) => {
                let same = self
                    .run
                    .check
                    .as_ref()
                    .is_some_and(|check| *check.target() == target);
                if !same {
                    self.remedies.tried.clear();
                    self.remedies.done.clear();
                    self.watch.watching = None;
                }
                self.remedies.before = None;
                self.form.notes = notes;
                let mut effects = self.begin(target, env);
                // Away from the field: a phone's keyboard would cover what is about to be said.
                effects.push(Effect::Focus(FocusTarget::Verdict));
                effects
            }
            Err(error) => {
                self.form.error = Some(error);
                vec![Effect::Focus(FocusTarget::Input)]
            }
        }
    }

    fn understand(&self, env: &Env) -> Result<(Target, Vec<Note>), InputError> {
        let candidate = candidate(&self.form.input)?;
        let parts = (env.parse)(&candidate).ok_or(InputError::NotAnAddress)?;
        Target::new(parts, &env.own_host)
    }

    /// Starts a check of everything.
    fn begin(&mut self, target: Target, env: &Env) -> Vec<Effect> {
        self.watch.before = None;
        let setting = self.setting(&target);
        self.start(Check::new(target, setting), env)
    }

    /// The setting of a check of this target.
    pub(super) fn setting(&self, target: &Target) -> Setting {
        Setting {
            only_this_browser: self.form.only_here,
            share_path: self.form.share_path,
            seen: Seen::from_value(&self.form.symptom),
            earlier: self
                .session
                .series
                .iter()
                .filter(|(origin, _)| *origin == target.origin())
                .map(|(_, opened)| *opened)
                .collect(),
            tried: self.remedies.done.clone(),
            history: self.session.history.of(&target.origin()),
            clock_behind: self.browser.clock_behind,
            country: self.session.country.clone(),
            region: self.browser.region.clone(),
            navigation_prompts: self.browser.navigation_prompts,
        }
    }

    /// Starts a check; an older one under way is ended, and its late answers are dropped by their run number.
    pub(super) fn start(&mut self, check: Check, env: &Env) -> Vec<Effect> {
        self.run.number = self.run.number.wrapping_add(1);
        self.run.began = env.now;
        self.run.started.clone_from(&env.time);
        self.run.phase = Phase::Running;
        self.run.elapsed = Millis(0);
        self.form.error = None;
        self.run.cancelled = false;
        self.run.check = Some(check);
        let mut effects = vec![Effect::EndProbes];
        effects.extend(self.advance(env));
        effects
    }

    /// Checks the same target again.
    pub(super) fn again(&mut self, env: &Env) -> Vec<Effect> {
        match self.run.check.as_ref().map(|check| check.target().clone()) {
            Some(target) => self.begin(target, env),
            None => vec![],
        }
    }

    /// Takes an answer in. Late ones to a check that was ended or stopped are dropped.
    pub(super) fn observe(
        &mut self,
        run: u32,
        probe: Probe,
        outcome: Outcome,
        env: &Env,
    ) -> Vec<Effect> {
        let since = env.now.since(self.run.began);
        let Some(check) = self
            .run
            .check
            .as_mut()
            .filter(|_| run == self.run.number && !self.run.cancelled)
        else {
            return vec![];
        };
        if let Outcome::Trace(trace) = &outcome
            && trace.country.is_some()
        {
            self.session.country.clone_from(&trace.country);
        }
        check.observe(probe, outcome, since);
        self.advance(env)
    }

    /// Draws the conclusions from what is seen so far, and asks what is due.
    pub(super) fn advance(&mut self, env: &Env) -> Vec<Effect> {
        let Some(check) = self.run.check.as_mut() else {
            return vec![];
        };
        let mut effects = Vec::new();
        if self.run.phase == Phase::Running {
            let since = env.now.since(self.run.began);
            let asks = check.next_probes(since);
            if !asks.is_empty() {
                effects.push(Effect::StartProbes {
                    run: self.run.number,
                    asks,
                });
            }
            self.run.elapsed = since;
        }
        self.run.verdict = check.verdict().clone();
        if self.run.phase == Phase::Running && check.finished() {
            self.run.phase = Phase::Done;
            effects.extend(self.conclude(env));
        }
        effects
    }

    /// Once, when a check has ended.
    fn conclude(&mut self, env: &Env) -> Vec<Effect> {
        let asked_others = self.watch.before.is_none();
        if self.look_saw_a_change() {
            if let Some(check) = &mut self.run.check {
                check.ask_others_again();
            }
            self.run.phase = Phase::Running;
            return self.advance(env);
        }
        let Some(check) = &self.run.check else {
            return vec![];
        };
        if asked_others {
            self.watch.not_before = env.now.plus(check.retry_after());
        }
        let origin = check.target().origin();
        let host = check.target().host().to_owned();
        // What is still under way would go on loading: nothing that it brings changes the verdict any more.
        let mut effects = vec![Effect::EndProbes];
        if self.run.verdict.is_sure()
            && self
                .session
                .history
                .note(env.hour, &origin, self.run.verdict.cause)
        {
            effects.push(Effect::SaveHistory(self.session.history.text()));
        }
        if let Some(opened) = check.opened_here() {
            self.session.series.push((origin, opened));
        }
        effects.extend(self.watch_concluded(&host, env));
        effects
    }

    /// Stops the check and the watch.
    pub(super) fn cancel(&mut self) -> Vec<Effect> {
        self.watch.watching = None;
        if self.run.phase != Phase::Running {
            return vec![];
        }
        self.run.phase = Phase::Done;
        self.run.cancelled = true;
        vec![Effect::EndProbes, Effect::Focus(FocusTarget::Verdict)]
    }
}

//! The reducer, the one place where the page's state changes: an event comes in, effects go out.
//! Nothing here knows a browser or a clock: the shell tells the [`Env`], performs the effects and reports back.

use whichside_diagnosis::observation::Seen;
use whichside_diagnosis::target::{Note, candidate};
use whichside_diagnosis::words::{Language, PageKey, Words};
use whichside_diagnosis::{
    Check, History, InputError, Millis, Outcome, Probe, Remedy, Setting, Side, Target, watch,
};

use super::event::{Effect, Event, Place};
use super::state::{Owner, Phase, State, Watching};
use crate::env::Env;

/// How often a running check looks at its patience, and the page at its clock.
const WAKE_RUNNING: Millis = Millis(100);
/// How often a watch does: its countdown shows seconds.
const WAKE_WATCHING: Millis = Millis(1_000);
/// When the page, just opened, has time for what is wanted only beside a verdict.
const WAKE_IDLE: Millis = Millis(500);

impl State {
    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        self.now = env.now;
        let mut effects = self.change(event, env);
        effects.extend(self.schedule());
        effects
    }

    /// Asks to be woken, where there is something to wake for and nothing wakes the page as soon already.
    fn schedule(&mut self) -> Option<Effect> {
        let after = if self.phase == Phase::Running {
            WAKE_RUNNING
        } else if self.watching.is_some() {
            WAKE_WATCHING
        } else if self.lacks_instructions() {
            WAKE_IDLE
        } else {
            return None;
        };
        if self.waking.is_some_and(|waking| waking <= after) {
            return None;
        }
        self.waking = Some(after);
        self.turn = self.turn.wrapping_add(1);
        Some(Effect::Wake {
            turn: self.turn,
            after,
        })
    }

    fn change(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        match event {
            Event::Opened {
                prefill,
                region,
                navigation_prompts,
                clock_behind,
                kept,
                languages,
                visitor,
                browser,
            } => {
                self.history = History::read(&kept, env.hour);
                self.clock_behind = clock_behind;
                self.linked = browser.online;
                self.region = region;
                self.navigation_prompts = navigation_prompts;
                self.browser = browser;
                if let Some(prefill) = prefill {
                    self.input = prefill;
                    self.error = None;
                }
                match self.wanted {
                    None => {
                        self.visitor = visitor;
                        self.want(Language::among(&languages))
                    }
                    // A changed fragment opens the page again, and changes no language and nothing that was corrected.
                    Some(_) => vec![],
                }
            }
            Event::Chose(language) => {
                self.chosen = true;
                self.want(language)
            }
            Event::Worded(language, file) => self.worded(language, file),
            Event::Instructed(language, file) => {
                self.instructions_came(language, file.as_deref());
                vec![]
            }
            Event::Uses(browser) => {
                self.visitor.browser = browser;
                vec![]
            }
            Event::RunsOn(system) => {
                self.visitor.system = system;
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
            Event::Submitted => self.submit(env),
            Event::Observed {
                run,
                probe,
                outcome,
            } => self.observe(run, probe, outcome, env),
            Event::Woke(turn) => self.wake(turn, env),
            Event::Cancelled => self.cancel(),
            Event::Answered(question, answer) => {
                let said = answer.map_or(Outcome::Unavailable, Outcome::Said);
                let mut effects = self.observe(self.run, Probe::Asked(question), said, env);
                effects.push(Effect::Focus(Place::Verdict));
                effects
            }
            Event::Forgot => {
                self.history = History::default();
                vec![Effect::Keep(String::new())]
            }
            Event::Done(remedy) => {
                self.set_aside(remedy);
                if !self.done.contains(&remedy) {
                    self.done.push(remedy);
                }
                self.before = Some((self.verdict.side, self.verdict.cause));
                let mut effects = self.again(env);
                effects.push(Effect::Focus(Place::Verdict));
                effects
            }
            Event::Skipped(remedy) => {
                self.set_aside(remedy);
                vec![Effect::Focus(Place::Advice)]
            }
            Event::Watched(on) => self.watch(on, env),
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
                self.instruct_again();
                self.browser.online = linked;
                if self.phase == Phase::Running {
                    return self.observe(self.run, Probe::Link, Outcome::Link(linked), env);
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
            Event::Copied(format) => vec![Effect::Copy(format)],
            Event::CopyEnded(worked) => {
                self.copied = Some(worked);
                vec![]
            }
            Event::OwnerOpened(opened) => {
                self.owner = if opened { Owner::Coming } else { Owner::Closed };
                self.show_owner()
            }
            Event::OwnerCame(came) => {
                if self.owner != Owner::Closed {
                    self.owner = if came { Owner::Here } else { Owner::Missing };
                }
                vec![]
            }
        }
    }

    /// The owner's section follows the verdict and the language, while it is open.
    fn show_owner(&self) -> Vec<Effect> {
        if self.owner == Owner::Closed || self.phase != Phase::Done {
            return vec![];
        }
        vec![Effect::ShowOwner]
    }

    /// Speaks a language, or has it fetched first.
    /// Has everything said in a language, once its file is there.
    pub(crate) fn want(&mut self, language: Language) -> Vec<Effect> {
        self.wanted = Some(language);
        match language {
            stands if stands == self.words.language() => self.spoken(),
            Language::English => self.speak(Words::english()),
            other => vec![Effect::Fetch(other)],
        }
    }

    /// A file that is none leaves the language that stands; one that is not wanted any more changes nothing.
    fn worded(&mut self, language: Language, file: Option<&'static str>) -> Vec<Effect> {
        if self.wanted != Some(language) {
            return vec![];
        }
        match file.and_then(|file| Words::read(language, file)) {
            Some(words) => self.speak(words),
            None => {
                self.wanted = Some(self.words.language());
                self.chosen = false;
                vec![Effect::Speak]
            }
        }
    }

    fn speak(&mut self, words: Words) -> Vec<Effect> {
        self.words = words;
        self.drop_instructions();
        let mut effects = vec![Effect::Speak];
        effects.extend(self.spoken());
        effects.extend(self.show_owner());
        effects
    }

    fn spoken(&self) -> Vec<Effect> {
        let kept = self.chosen.then(|| self.words.language());
        kept.map(Effect::KeepLanguage).into_iter().collect()
    }

    fn submit(&mut self, env: &Env) -> Vec<Effect> {
        match self.understand(env) {
            Ok((target, notes)) => {
                let same = self
                    .check
                    .as_ref()
                    .is_some_and(|check| *check.target() == target);
                if !same {
                    self.tried.clear();
                    self.done.clear();
                    self.watching = None;
                }
                self.before = None;
                self.notes = notes;
                let mut effects = self.begin(target, env);
                // Away from the field: a phone's keyboard would cover what is about to be said.
                effects.push(Effect::Focus(Place::Verdict));
                effects
            }
            Err(error) => {
                self.error = Some(error);
                vec![Effect::Focus(Place::Input)]
            }
        }
    }

    fn understand(&self, env: &Env) -> Result<(Target, Vec<Note>), InputError> {
        let candidate = candidate(&self.input)?;
        let parts = (env.parse)(&candidate).ok_or(InputError::NotAnAddress)?;
        Target::new(parts, &env.own_host)
    }

    /// Starts a check; an older one under way is ended, and its late answers are dropped by their run number.
    fn begin(&mut self, target: Target, env: &Env) -> Vec<Effect> {
        let setting = Setting {
            only_this_browser: self.only_here,
            share_path: self.share_path,
            seen: Seen::from_value(&self.seen),
            earlier: self
                .series
                .iter()
                .filter(|(origin, _)| *origin == target.origin())
                .map(|(_, opened)| *opened)
                .collect(),
            tried: self.done.clone(),
            history: self.history.of(&target.origin()),
            clock_behind: self.clock_behind,
            country: self.country.clone(),
            region: self.region.clone(),
            navigation_prompts: self.navigation_prompts,
        };
        self.instruct_again();
        self.run = self.run.wrapping_add(1);
        self.began = env.now;
        self.started.clone_from(&env.time);
        self.phase = Phase::Running;
        self.elapsed = Millis(0);
        self.error = None;
        self.cancelled = false;
        self.copied = None;
        self.check = Some(Check::new(target, setting));
        let mut effects = vec![Effect::EndProbes];
        effects.extend(self.advance(env));
        effects
    }

    fn again(&mut self, env: &Env) -> Vec<Effect> {
        match self.check.as_ref().map(|check| check.target().clone()) {
            Some(target) => self.begin(target, env),
            None => vec![],
        }
    }

    fn observe(&mut self, run: u32, probe: Probe, outcome: Outcome, env: &Env) -> Vec<Effect> {
        let since = env.now.since(self.began);
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
        self.advance(env)
    }

    fn wake(&mut self, turn: u32, env: &Env) -> Vec<Effect> {
        if turn != self.turn {
            return vec![];
        }
        self.waking = None;
        let mut effects: Vec<Effect> = self.instruct().into_iter().collect();
        if self.phase == Phase::Running {
            let since = env.now.since(self.began);
            if let Some(check) = self.check.as_mut() {
                check.elapse(since);
            }
            effects.extend(self.advance(env));
        }
        let due = self
            .watching
            .is_some_and(|watching| env.now >= watching.due);
        if due && self.phase != Phase::Running && (!self.hidden || self.may_notify) {
            // A look of the watch follows no remedy.
            self.before = None;
            effects.extend(self.again(env));
        }
        effects
    }

    /// Draws the conclusions from what is seen so far, and asks what is due.
    fn advance(&mut self, env: &Env) -> Vec<Effect> {
        let Some(check) = self.check.as_mut() else {
            return vec![];
        };
        let mut effects = Vec::new();
        if self.phase == Phase::Running {
            let since = env.now.since(self.began);
            let asks = check.next_probes(since);
            if !asks.is_empty() {
                effects.push(Effect::Start {
                    run: self.run,
                    asks,
                });
            }
            self.elapsed = since;
        }
        self.verdict = check.verdict().clone();
        if self.phase == Phase::Running && check.finished() {
            self.phase = Phase::Done;
            effects.extend(self.conclude(env));
        }
        effects.extend(self.show_owner());
        effects
    }

    /// Once, when a check has ended.
    fn conclude(&mut self, env: &Env) -> Vec<Effect> {
        let Some(check) = &self.check else {
            return vec![];
        };
        let origin = check.target().origin();
        let works = self.verdict.side == Side::Works;
        let mut effects = Vec::new();
        if self.verdict.is_sure() && self.history.note(env.hour, &origin, self.verdict.cause) {
            effects.push(Effect::Keep(self.history.text()));
        }
        if let Some(opened) = check.opened_here() {
            self.series.push((origin, opened));
        }
        let Some(watching) = &mut self.watching else {
            return effects;
        };
        if works {
            self.watching = None;
            let host = [("host", check.target().host())];
            let body = self.words.fill(PageKey::Back, &host);
            let title = self.words.text(PageKey::BackTitle).to_owned();
            if self.may_notify {
                effects.push(Effect::Notify { title, body });
            }
            return effects;
        }
        watching.attempt = watching.attempt.saturating_add(1);
        watching.due = env.now.plus(watch::pause(watching.attempt, env.random));
        effects
    }

    fn cancel(&mut self) -> Vec<Effect> {
        self.watching = None;
        if self.phase != Phase::Running {
            return vec![];
        }
        self.phase = Phase::Done;
        self.cancelled = true;
        vec![Effect::EndProbes, Effect::Focus(Place::Verdict)]
    }

    fn set_aside(&mut self, remedy: Remedy) {
        if !self.tried.contains(&remedy) {
            self.tried.push(remedy);
        }
    }

    fn watch(&mut self, on: bool, env: &Env) -> Vec<Effect> {
        if !on || self.check.is_none() {
            self.watching = None;
            return vec![Effect::Focus(Place::Advice)];
        }
        self.watching = Some(Watching {
            attempt: 0,
            due: env.now.plus(watch::pause(0, env.random)),
        });
        vec![Effect::AskToNotify, Effect::Focus(Place::Advice)]
    }
}

mod instructions;
#[cfg(test)]
pub(crate) mod tests;

//! The reducer, the one place where the page's state changes: an event comes in, effects go out.
//! Nothing here knows a browser or a clock: the shell tells the [`Env`], performs the effects and reports back.

mod check;
mod language;
mod timer;
mod watch;

use whichside_diagnosis::words::Language;
use whichside_diagnosis::{History, Outcome, Probe};

use super::event::{Effect, Event, FocusTarget};
use super::state::{Phase, State, Turn};
use crate::env::Env;

impl State {
    /// Takes an event in and says what must be done.
    pub fn update(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        self.timer.now = env.now;
        let mut effects = self.change(event, env);
        effects.extend(self.share_watch());
        effects.extend(self.schedule());
        effects
    }

    fn change(&mut self, event: Event, env: &Env) -> Vec<Effect> {
        match event {
            Event::Opened {
                prefill,
                region,
                navigation_prompts,
                clock_behind,
                kept,
                only_here,
                languages,
                browser,
            } => {
                self.session.history = History::read(&kept, env.hour);
                let left = self.session.history.text();
                let forgotten = (left != kept && !kept.is_empty()).then_some(left);
                self.form.only_here |= only_here;
                self.browser.clock_behind = clock_behind;
                self.browser.region = region;
                self.browser.navigation_prompts = navigation_prompts;
                self.browser.info = browser;
                if let Some(prefill) = prefill {
                    self.form.input = prefill;
                    self.form.error = None;
                }
                let mut effects = match self.language.wanted {
                    None => self.want(Language::among(&languages)),
                    // A changed fragment opens the page again, and changes no language.
                    Some(_) => vec![],
                };
                // What is older than a week, or was noted by a clock that was ahead, does not stay on the device either.
                effects.extend(forgotten.map(Effect::SaveHistory));
                effects
            }
            Event::LanguageChosen(language) => {
                self.language.chosen = true;
                self.want(language)
            }
            Event::LanguageLoaded(language, file) => self.language_loaded(language, file),
            Event::AddressTyped(text) => {
                self.form.input = text;
                self.form.error = None;
                vec![]
            }
            Event::SymptomChosen(value) => {
                self.form.symptom = value;
                vec![]
            }
            Event::OnlyHereChanged(only) => {
                self.form.only_here = only;
                vec![Effect::SaveOnlyHere(only)]
            }
            Event::SharePathChanged(share) => {
                self.form.share_path = share;
                vec![]
            }
            Event::Submitted => self.submit(env),
            Event::Observed {
                run,
                probe,
                outcome,
            } => self.observe(run, probe, outcome, env),
            Event::TimerFired(turn) => self.timer_fired(turn, env),
            Event::CancelRequested => self.cancel(),
            Event::QuestionAnswered(question, answer) => {
                let said = answer.map_or(Outcome::Unavailable, Outcome::Said);
                let mut effects = self.observe(self.run.number, Probe::Asked(question), said, env);
                effects.push(Effect::Focus(FocusTarget::Verdict));
                effects
            }
            Event::HistoryCleared => {
                self.session.history = History::default();
                vec![Effect::SaveHistory(String::new())]
            }
            Event::RemedyDone(remedy) => {
                self.remedies.note_done(remedy);
                self.remedies.before = Some((self.run.verdict.side, self.run.verdict.cause));
                let mut effects = self.again(env);
                effects.push(Effect::Focus(FocusTarget::Verdict));
                effects
            }
            Event::RemedySkipped(remedy) => {
                self.remedies.set_aside(remedy);
                vec![Effect::Focus(FocusTarget::Advice)]
            }
            Event::WatchChanged(on) => self.set_watch(on, env),
            Event::TurnCame => {
                self.watch.turn = Turn::Held;
                vec![]
            }
            Event::BackElsewhere => {
                self.back_elsewhere(env);
                vec![]
            }
            Event::VisibilityChanged(shown) => {
                self.watch.hidden = !shown;
                vec![]
            }
            Event::NotificationsAllowed(may) => {
                self.watch.may_notify = may;
                vec![]
            }
            Event::ConnectivityChanged(linked) => {
                self.browser.info.online = linked;
                if self.run.phase == Phase::Running {
                    return self.observe(self.run.number, Probe::Link, Outcome::Link(linked), env);
                }
                vec![]
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;

//! Watching a target: when it is checked again, and what happens once it is back.

use whichside_diagnosis::words::PageKey;
use whichside_diagnosis::{Millis, Side, watch};

use crate::app::event::{Effect, FocusTarget};
use crate::app::state::{Phase, State, Turn, Watching};
use crate::env::Env;

impl State {
    /// Starts or ends a watch.
    pub(super) fn set_watch(&mut self, on: bool, env: &Env) -> Vec<Effect> {
        if !on || self.run.check.is_none() {
            self.watch.watching = None;
            return vec![Effect::Focus(FocusTarget::Advice)];
        }
        self.watch.ended = false;
        self.watch.watching = Some(Watching {
            attempt: 0,
            due: self.next_look(0, env),
            began: env.now,
        });
        vec![
            Effect::RequestNotifications,
            Effect::Focus(FocusTarget::Advice),
        ]
    }

    /// When the site is looked at again: after a pause, which begins once the site no longer asks to be left alone.
    fn next_look(&self, attempt: u32, env: &Env) -> Millis {
        env.now
            .max(self.watch.not_before)
            .plus(watch::pause(attempt, env.random))
    }

    /// A hidden tab waits, unless it may notify.
    const fn may_look(&self) -> bool {
        !self.watch.hidden || self.watch.may_notify
    }

    /// Awaits the turn to look, or gives it up, as the watch begins, ends or has to wait.
    pub(super) fn share_watch(&mut self) -> Option<Effect> {
        let check = self.run.check.as_ref();
        let wanted = check.filter(|_| self.watch.watching.is_some() && self.may_look());
        match (wanted, self.watch.turn) {
            (Some(check), Turn::Unwanted) => {
                self.watch.turn = Turn::Awaited;
                Some(Effect::AwaitTurn(check.target().url()))
            }
            (None, Turn::Awaited | Turn::Once | Turn::Held) => {
                self.watch.turn = Turn::Unwanted;
                Some(Effect::GiveTurnUp)
            }
            (Some(_), Turn::Awaited | Turn::Once | Turn::Held) | (None, Turn::Unwanted) => None,
        }
    }

    /// Another tab saw that the site is back: this one looks for itself, as soon as a watch ever does.
    pub(super) fn back_elsewhere(&mut self, env: &Env) {
        if self.watch.turn == Turn::Awaited
            && let Some(watching) = &mut self.watch.watching
        {
            self.watch.turn = Turn::Once;
            watching.due = env.now.plus(watch::pause(0, env.random));
        }
    }

    /// Looks again where a watch is due, and ends it after a day.
    pub(super) fn continue_watch(&mut self, env: &Env) -> Vec<Effect> {
        let Some(watching) = self.watch.watching else {
            return vec![];
        };
        if env.now < watching.due || !self.may_look() || self.run.phase == Phase::Running {
            return vec![];
        }
        if env.now.since(watching.began) >= watch::LONGEST {
            self.watch.watching = None;
            self.watch.ended = true;
            return vec![];
        }
        match self.watch.turn {
            Turn::Unwanted | Turn::Awaited => return vec![],
            Turn::Once | Turn::Held => {}
        }
        // A check of the watch follows no remedy.
        self.remedies.before = None;
        self.look(env)
    }

    /// Looks from here alone, to be compared with the last check.
    fn look(&mut self, env: &Env) -> Vec<Effect> {
        let Some(before) = self.run.check.take() else {
            return vec![];
        };
        let setting = self.setting(before.target());
        let look = before.look_again(setting);
        self.watch.before = Some(before);
        self.start(look, env)
    }

    /// Whether what is seen from here has changed since the check before the look that has just ended: then everybody is asked.
    pub(super) fn look_saw_a_change(&mut self) -> bool {
        let before = self.watch.before.take();
        before
            .zip(self.run.check.as_ref())
            .is_some_and(|(before, look)| !before.saw_the_same_here(look))
    }

    /// After a check: ends the watch where the site is back, or plans the next check.
    pub(super) fn watch_concluded(&mut self, host: &str, env: &Env) -> Vec<Effect> {
        let Some(watching) = self.watch.watching else {
            return vec![];
        };
        let held = self.watch.turn == Turn::Held;
        if self.run.verdict.side != Side::Works {
            let attempt = watching.attempt.saturating_add(1);
            self.watch.watching = Some(Watching {
                attempt,
                due: self.next_look(attempt, env),
                ..watching
            });
            if self.watch.turn == Turn::Once {
                self.watch.turn = Turn::Awaited;
            }
            return vec![];
        }
        self.watch.watching = None;
        let words = &self.language.words;
        let mut effects = Vec::new();
        if held {
            effects.push(Effect::TellBack);
            // One tab tells the visitor, too.
            effects.extend(self.watch.may_notify.then(|| Effect::Notify {
                title: words.text(PageKey::BackTitle).to_owned(),
                body: words.fill(PageKey::Back, &[("host", host)]),
            }));
        }
        effects
    }
}

//! Watching a target: when it is checked again, and what happens once it is back.

use whichside_diagnosis::words::PageKey;
use whichside_diagnosis::{Side, watch};

use crate::app::event::{Effect, FocusTarget};
use crate::app::state::{Phase, State, Watching};
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
            due: env.now.plus(watch::pause(0, env.random)),
            began: env.now,
        });
        vec![
            Effect::RequestNotifications,
            Effect::Focus(FocusTarget::Advice),
        ]
    }

    /// Looks again where a watch is due, and ends it after a day. A hidden tab waits, unless it may notify.
    pub(super) fn continue_watch(&mut self, env: &Env) -> Vec<Effect> {
        let Some(watching) = self.watch.watching else {
            return vec![];
        };
        let seen = !self.watch.hidden || self.watch.may_notify;
        if env.now < watching.due || !seen || self.run.phase == Phase::Running {
            return vec![];
        }
        if env.now.since(watching.began) >= watch::LONGEST {
            self.watch.watching = None;
            self.watch.ended = true;
            return vec![];
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
    pub(super) fn watch_concluded(&mut self, host: &str, env: &Env) -> Option<Effect> {
        let watching = self.watch.watching.as_mut()?;
        if self.run.verdict.side != Side::Works {
            watching.attempt = watching.attempt.saturating_add(1);
            watching.due = env.now.plus(watch::pause(watching.attempt, env.random));
            return None;
        }
        self.watch.watching = None;
        let words = &self.language.words;
        self.watch.may_notify.then(|| Effect::Notify {
            title: words.text(PageKey::BackTitle).to_owned(),
            body: words.fill(PageKey::Back, &[("host", host)]),
        })
    }
}

//! The timer: one that fires as soon as anything may have to happen by itself.

use whichside_diagnosis::Millis;

use crate::app::event::Effect;
use crate::app::state::{Phase, State};
use crate::env::Env;

/// How often a running check looks at its patience, and the page at its clock.
const TIMER_RUNNING: Millis = Millis(100);
/// How often a watch does: its countdown shows seconds.
const TIMER_WATCHING: Millis = Millis(1_000);

impl State {
    /// Starts a timer, where there is something to wait for and no timer fires as soon already.
    pub(super) fn schedule(&mut self) -> Option<Effect> {
        let after = if self.run.phase == Phase::Running {
            TIMER_RUNNING
        } else if self.watch.watching.is_some() {
            TIMER_WATCHING
        } else {
            return None;
        };
        if self.timer.due.is_some_and(|due| due <= after) {
            return None;
        }
        self.timer.due = Some(after);
        self.timer.turn = self.timer.turn.wrapping_add(1);
        Some(Effect::StartTimer {
            turn: self.timer.turn,
            after,
        })
    }

    /// Does what has become due. Timers that were replaced by another mean nothing.
    pub(super) fn timer_fired(&mut self, turn: u32, env: &Env) -> Vec<Effect> {
        if turn != self.timer.turn {
            return vec![];
        }
        self.timer.due = None;
        let mut effects = Vec::new();
        if self.run.phase == Phase::Running {
            let since = env.now.since(self.run.began);
            if let Some(check) = self.run.check.as_mut() {
                check.elapse(since);
            }
            effects.extend(self.advance(env));
        }
        effects.extend(self.continue_watch(env));
        effects
    }
}

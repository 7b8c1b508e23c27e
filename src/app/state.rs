//! What the page knows. It changes in one place only, which is `update`.

mod browser;
mod form;
mod language;
mod remedies;
mod run;
mod session;
mod timer;
mod watch;

use std::borrow::Cow;

use whichside_owner::Site;

pub use self::browser::BrowserState;
pub use self::form::FormState;
pub use self::language::LanguageState;
pub use self::remedies::RemediesState;
pub use self::run::{Phase, RunState};
pub use self::session::SessionState;
pub use self::timer::TimerState;
pub use self::watch::{Turn, WatchState, Watching};
use crate::evidence::Findings;

/// The page's state.
#[derive(Debug, Default)]
pub struct State {
    /// What was entered into the form.
    pub form: FormState,
    /// The check under way, or the last.
    pub run: RunState,
    /// What became of the remedies that were advised.
    pub remedies: RemediesState,
    /// Watching the target.
    pub watch: WatchState,
    /// The language.
    pub language: LanguageState,
    /// What is remembered of earlier checks.
    pub session: SessionState,
    /// What the browser tells of itself.
    pub browser: BrowserState,
    /// The clock.
    pub(super) timer: TimerState,
}

impl State {
    /// The page before anything happened.
    #[must_use]
    pub fn new() -> State {
        State::default()
    }

    /// What the last check found out, for the section of the site's owner; none before a check is done.
    #[must_use]
    pub fn site(&self) -> Option<Site> {
        let check = self.run.check.as_ref();
        let check = check.filter(|_| self.run.phase == Phase::Done)?;
        let verdict = &self.run.verdict;
        Some(Site {
            cause: verdict.cause,
            status: verdict.status,
            server: verdict.server.clone(),
            host: check.target().host().to_owned(),
        })
    }

    /// What the check found so far, for the evidence and the report; none before a check.
    #[must_use]
    pub fn findings(&self) -> Option<Findings<'_>> {
        let run = &self.run;
        Some(Findings {
            record: Cow::Borrowed(run.check.as_ref()?.record()),
            ended: run.phase == Phase::Done,
            cancelled: run.cancelled,
            elapsed: run.elapsed,
            started: Cow::Borrowed(&run.started),
            browser: Cow::Borrowed(&self.browser.info),
        })
    }
}

//! What the page knows. It changes in one place only, which is `update`.

mod browser;
mod form;
mod guidance;
mod language;
mod remedies;
mod report;
mod run;
mod session;
mod timer;
mod watch;

use whichside_diagnosis::report as written;

pub use self::browser::BrowserState;
pub use self::form::FormState;
pub use self::guidance::{GuidanceState, InstructionsFile};
pub use self::language::LanguageState;
pub use self::remedies::RemediesState;
pub use self::report::ReportState;
pub use self::run::{Phase, RunState};
pub use self::session::SessionState;
pub use self::timer::TimerState;
pub use self::watch::{WatchState, Watching};
use super::event::Format;

/// The section for the site's owner, whose module is fetched when it is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// Nobody has asked for it.
    #[default]
    Closed,
    /// Opened; the module is awaited.
    Coming,
    /// Shown.
    Here,
    /// The module did not come.
    Missing,
}

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
    /// How the report is shown.
    pub report: ReportState,
    /// The owner's section.
    pub owner: Owner,
    /// The language.
    pub language: LanguageState,
    /// How remedies are done in this browser.
    pub guidance: GuidanceState,
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

    /// The report in a format, if there is anything to report.
    #[must_use]
    pub fn report(&self, format: Format) -> Option<String> {
        let check = self.run.check.as_ref()?;
        let (verdict, started) = (&self.run.verdict, &self.run.started);
        let (browser, redacted) = (&self.browser.info, self.report.redacted);
        Some(match format {
            Format::Text => {
                let words = &self.language.words;
                written::text(words, check, verdict, started, browser, redacted)
            }
            Format::Json => written::json(check, verdict, started, browser, redacted),
        })
    }
}

//! What the page knows. It changes in one place only, which is `update`; views draw it.

use whichside_diagnosis::report::{self, BrowserInfo};
use whichside_diagnosis::target::Note;
use whichside_diagnosis::words::{Language, Words};
use whichside_diagnosis::{Cause, Check, History, InputError, Millis, Remedy, Side, Verdict};

use whichside_guide::{Instructions, Visitor};

use super::event::Format;

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

/// The file that says how remedies are done.
#[derive(Debug, Default)]
pub enum Guidance {
    /// It may come yet.
    #[default]
    Awaited,
    /// None came, or something else did.
    Missing,
    /// It is here.
    Here(Instructions),
}

/// Watching a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// How many looks were in vain.
    pub attempt: u32,
    /// When the next is due, since the page was opened.
    pub due: Millis,
}

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
    /// The language that everything is said in.
    pub words: Words,
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
    /// The remedies tried for this target, or skipped: not to be advised again.
    pub tried: Vec<Remedy>,
    /// Those of them that were really done.
    pub done: Vec<Remedy>,
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
    /// The owner's section.
    pub owner: Owner,
    /// The visitor's browser and system, as told or corrected.
    pub visitor: Visitor,
    /// How remedies are done.
    pub guidance: Guidance,
    /// Which check this is, counted from the opening of the page.
    pub(crate) run: u32,
    pub(super) began: Millis,
    pub(super) started: String,
    pub(super) hidden: bool,
    pub(super) may_notify: bool,
    /// Which [`super::event::Effect::Wake`] is awaited; the answers to older ones mean nothing.
    pub(super) turn: u32,
    /// How soon that one comes, if one is awaited.
    pub(super) waking: Option<Millis>,
    /// Whether a site opened here, check by check of this session.
    pub(super) series: Vec<(String, bool)>,
    /// What failed on this device in the last week.
    pub(super) history: History,
    pub(super) clock_behind: bool,
    pub(super) country: Option<String>,
    pub(super) region: Option<String>,
    pub(super) navigation_prompts: bool,
    pub(super) browser: BrowserInfo,
    /// The language that is wanted, spoken already or awaited; none before the page opened.
    pub(super) wanted: Option<Language>,
    /// It was chosen from the menu, and is to be kept.
    pub(super) chosen: bool,
    /// The language whose file of remedies was asked for; none where it is still to be.
    pub(super) instructed: Option<Language>,
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

    /// Whether earlier failures are kept on this device.
    #[must_use]
    pub const fn remembers(&self) -> bool {
        !self.history.is_empty()
    }

    /// The report in a format, if there is anything to report.
    #[must_use]
    pub fn report(&self, format: Format) -> Option<String> {
        let check = self.check.as_ref()?;
        let (verdict, started, browser) = (&self.verdict, &self.started, &self.browser);
        Some(match format {
            Format::Text => {
                report::text(&self.words, check, verdict, started, browser, self.redacted)
            }
            Format::Json => report::json(check, verdict, started, browser, self.redacted),
        })
    }
}

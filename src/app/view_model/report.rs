//! The report: whether it is shown, and what became of copying it.

use whichside_diagnosis::words::PageKey;

use crate::app::event::Format;
use crate::app::state::State;

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportModel {
    /// It leaves the path and the browser out.
    pub redacted: bool,
    /// The report as JSON, where it is shown.
    pub json: Option<String>,
    /// The label of the button that shows and hides it.
    pub toggle: String,
    /// What became of the last copying.
    pub copied: Option<String>,
}

pub(super) fn report(state: &State) -> ReportModel {
    let (words, report) = (&state.language.words, &state.report);
    let toggle = if report.shown {
        PageKey::HideReport
    } else {
        PageKey::ShowReport
    };
    let copied = report.copied.map(|worked| {
        if worked {
            PageKey::Copied
        } else {
            PageKey::NotCopied
        }
    });
    ReportModel {
        redacted: report.redacted,
        json: report.shown.then(|| state.report(Format::Json)).flatten(),
        toggle: words.text(toggle).to_owned(),
        copied: copied.map(|copied| words.text(copied).to_owned()),
    }
}

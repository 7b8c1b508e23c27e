//! What the page hands over of a check.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use whichside_diagnosis::report::BrowserInfo;
use whichside_diagnosis::{CheckRecord, Millis};

/// What was found so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Findings<'a> {
    /// What was asked and seen.
    pub record: Cow<'a, CheckRecord>,
    /// The check has ended.
    pub ended: bool,
    /// The visitor stopped it.
    pub cancelled: bool,
    /// How long it has been running.
    pub elapsed: Millis,
    /// When it began, as ISO 8601.
    pub started: Cow<'a, str>,
    /// For the report.
    pub browser: Cow<'a, BrowserInfo>,
}

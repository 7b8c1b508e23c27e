//! How the report is shown.

/// How the report is shown.
#[derive(Debug)]
pub struct ReportState {
    /// It is shown.
    pub shown: bool,
    /// It leaves the path and the browser out.
    pub redacted: bool,
    /// Whether the last copying worked.
    pub copied: Option<bool>,
}

impl Default for ReportState {
    fn default() -> ReportState {
        ReportState {
            shown: false,
            redacted: true,
            copied: None,
        }
    }
}

//! What is remembered of earlier checks.

use whichside_diagnosis::History;

/// What is remembered of earlier checks.
#[derive(Debug, Default)]
pub struct SessionState {
    /// Each check of this session: the origin, and whether it opened here.
    pub series: Vec<(String, bool)>,
    /// What failed on this device in the last week.
    pub history: History,
    /// The visitor's country, as a trace told it.
    pub country: Option<String>,
}

//! The English sentences, a table for each subject. A translator's file has the same keys.

mod lines;
mod page;
mod reasons;
mod verdicts;

pub(crate) use lines::LineKey;
pub(super) use lines::{BrokenKey, HopKey};
pub use page::{PageKey, ReportKey};
pub use reasons::ReasonKey;
pub(super) use verdicts::{CauseKey, CauseNameKey, ErrorKey, TechnicalKey, VerdictKey};

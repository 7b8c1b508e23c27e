//! The English sentences, a table for each subject. A translator's file has the same keys.

mod lines;
mod page;
mod reasons;
mod verdicts;

pub(super) use lines::HopKey;
pub(crate) use lines::LineKey;
pub use page::{PageKey, ReportKey};
pub use reasons::ReasonKey;
pub(super) use verdicts::{ErrorKey, RegionKey, VerdictKey};

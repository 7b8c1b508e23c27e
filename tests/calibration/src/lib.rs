//! Recorded runs of the lab played through the inference, natively, in milliseconds.
//!
//! [`recording`] is the file of a run; [`run`] takes it as the inference does; [`expected`] is the verdict it must give; [`replay`] answers the plan's questions with it, by a simulated
//! clock; [`score`] says how often the verdicts were right and whether they were as sure as they may be; [`fit`] counts what
//! each cause looked like in two thirds of the faults, for the library's likelihoods; [`simulate`] tries the inference on
//! worlds whose likelihoods are not quite its own; [`judgement`] is what a fair judge accepts. The lab judges and counts by the
//! same rules; nothing here knows of browsers.

pub mod expected;
pub mod fit;
pub mod judgement;
pub mod recording;
pub mod replay;
pub mod run;
pub mod score;
pub mod simulate;
pub mod watchers;

use std::path::PathBuf;

/// The project's root: this package lies two below it.
#[must_use]
pub fn project() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package
        .ancestors()
        .nth(2)
        .map_or_else(|| package.clone(), PathBuf::from)
}

//! How remedies are done in the visitor's browser and system.

use whichside_diagnosis::words::Language;
use whichside_guide::{Instructions, Visitor};

/// The file of instructions.
#[derive(Debug, Default)]
pub enum InstructionsFile {
    /// It may come yet.
    #[default]
    Awaited,
    /// It did not come, or is not what it should be.
    Missing,
    /// It is here.
    Loaded(Instructions),
}

/// How remedies are done in the visitor's browser and system.
#[derive(Debug, Default)]
pub struct GuidanceState {
    /// The visitor's browser and system, as detected or corrected.
    pub visitor: Visitor,
    /// The file of instructions.
    pub instructions: InstructionsFile,
    /// The language whose file was requested; none where it is still to be.
    pub requested: Option<Language>,
}

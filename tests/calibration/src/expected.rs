//! The verdict that each recorded run must give, in `tests/cases/<fault>/verdicts.json`: side, cause, and both probabilities to
//! two digits. A change of judgement shows there as a diff to review.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Serialize as DeriveSerialize};

use whichside_diagnosis::{Cause, Confidence, Side, Verdict};

use crate::recording::{self, one_line, read_json, write_json};
use crate::replay::Played;
use crate::run::Run;

/// The verdict at the end of a run.
#[derive(Clone, Copy, Debug, PartialEq, DeriveSerialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedVerdict {
    /// Whose side is broken.
    pub side: Side,
    /// The likeliest cause.
    pub cause: Cause,
    /// The probability of the side, in hundredths of one.
    pub confidence: f64,
    /// The probability of the cause, in hundredths of one.
    pub cause_confidence: f64,
}

impl From<&Verdict> for ExpectedVerdict {
    fn from(verdict: &Verdict) -> ExpectedVerdict {
        let two_digits = |confidence: Confidence| (confidence.fraction() * 100.0).round() / 100.0;
        ExpectedVerdict {
            side: verdict.side,
            cause: verdict.cause,
            confidence: two_digits(verdict.confidence),
            cause_confidence: two_digits(verdict.cause_confidence),
        }
    }
}

/// The verdicts of a fault's runs, by [`recording::name`].
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct ExpectedVerdicts(pub BTreeMap<String, ExpectedVerdict>);

impl Serialize for ExpectedVerdicts {
    /// A line for each run.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, verdict) in &self.0 {
            map.serialize_entry(name, &one_line(verdict)?)?;
        }
        map.end()
    }
}

/// The verdicts that these runs come to, by fault.
#[must_use]
pub fn given(played: &[(Run, Played)]) -> BTreeMap<String, ExpectedVerdicts> {
    let mut all: BTreeMap<String, ExpectedVerdicts> = BTreeMap::new();
    for (run, played) in played {
        let name = recording::name(run.engine, run.vantages);
        let of_fault = all.entry(run.fault.clone()).or_default();
        of_fault.0.insert(name, (&played.last).into());
    }
    all
}

/// Reads the verdicts of a fault.
///
/// # Errors
/// The file is missing, or holds no verdicts.
pub fn read(folder: &Path, fault: &str) -> Result<ExpectedVerdicts> {
    read_json(&folder.join(fault).join("verdicts.json"))
}

/// Writes the verdicts of a fault.
///
/// # Errors
/// The file cannot be written.
pub fn write(folder: &Path, fault: &str, verdicts: &ExpectedVerdicts) -> Result<()> {
    write_json(&folder.join(fault).join("verdicts.json"), verdicts)
}

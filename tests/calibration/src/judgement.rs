//! What a fair judge accepts for each fault: `tests/lab/faults.json`. It lies apart from the files that break things, so that
//! whoever breaks them differently cannot loosen it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// What a fair judge accepts for one fault.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// What the visitor enters.
    pub url: String,
    /// Sides that are right.
    pub sides: Vec<String>,
    /// Causes that are right.
    pub causes: Vec<String>,
    /// What is right besides where no outside vantage can be asked, and no browser could tell more.
    pub alone: Option<Alone>,
    /// The only engines in which the fault exists, by their ids; empty: all.
    #[serde(default)]
    pub engines: Vec<String>,
}

/// What else is right without outside vantages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alone {
    /// Sides.
    pub sides: Vec<String>,
    /// Causes.
    pub causes: Vec<String>,
}

impl Judgement {
    /// What is right with outside vantages, or without.
    #[must_use]
    pub fn given(&self, vantages: bool) -> Judgement {
        let mut given = self.clone();
        if let (false, Some(alone)) = (vantages, given.alone.take()) {
            given.sides.extend(alone.sides);
            given.causes.extend(alone.causes);
        }
        given
    }

    /// Whether the fault exists in an engine.
    #[must_use]
    pub fn exists_in(&self, engine: &str) -> bool {
        self.engines.is_empty() || self.engines.iter().any(|known| known == engine)
    }
}

/// Reads every judgement of the project, by the fault's name.
///
/// # Errors
/// The file is missing or not understood.
pub fn all(project: &Path) -> Result<BTreeMap<String, Judgement>> {
    let path = project.join("tests/lab/faults.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

//! A recorded run: what the page observed in one run of the lab, as `tests/cases/<fault>/<engine>-<setting>.json` keeps it. The
//! lab writes these files and the calibration plays them. What the observations mean is left to [`crate::run`].

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::ser::{Error, Serialize, Serializer};
use serde::{Deserialize, Serialize as DeriveSerialize};
use serde_json::value::{RawValue, to_raw_value};
use whichside_diagnosis::{Cause, ObservationJson};

/// One recorded run. Its fault, engine and setting are in its path.
#[derive(Clone, Debug, PartialEq, DeriveSerialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// What the visitor entered.
    pub url: String,
    /// The one true cause.
    pub truth: Cause,
    /// The verdict that the page ended on, by the numbers it had then.
    pub shown: ShownVerdict,
    /// What the visitor came to know, by the question's id.
    pub answers: BTreeMap<String, bool>,
    /// As in the page's report.
    #[serde(serialize_with = "one_a_line")]
    pub observations: Vec<ObservationJson>,
}

/// A verdict as the page showed it.
#[derive(Clone, Debug, PartialEq, DeriveSerialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownVerdict {
    /// Its `data-side`.
    pub side: String,
    /// Its `data-cause`.
    pub cause: String,
    /// Its `data-confidence`.
    pub confidence: f64,
}

impl Recording {
    /// Reads a file.
    ///
    /// # Errors
    /// The file is missing, or is no recording.
    pub fn read(path: &Path) -> Result<Recording> {
        read_json(path)
    }

    /// Writes a file, and its folder where there is none.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        write_json(path, self)
    }
}

/// The folder of the recorded runs.
#[must_use]
pub fn folder(project: &Path) -> PathBuf {
    project.join("tests/cases")
}

/// The name of an engine and a setting: the recording's file name without `.json`.
#[must_use]
pub fn name(engine: &str, vantages: bool) -> String {
    let setting = if vantages { "with" } else { "without" };
    format!("{engine}-{setting}-vantages")
}

/// Where a run is recorded within the folder of the recorded runs.
#[must_use]
pub fn path(folder: &Path, fault: &str, engine: &str, vantages: bool) -> PathBuf {
    folder
        .join(fault)
        .join(format!("{}.json", name(engine, vantages)))
}

/// The faults with recorded runs, sorted: the names of the folders in the folder of the recorded runs.
///
/// # Errors
/// The folder cannot be read.
pub fn faults(folder: &Path) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            faults.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    faults.sort();
    Ok(faults)
}

pub(crate) fn read_json<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

pub(crate) fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    fs::write(path, text + "\n").with_context(|| path.display().to_string())
}

/// A value on one line of a file that is pretty-printed otherwise, so that a diff shows it whole.
pub(crate) fn one_line<T: Serialize, E: Error>(value: &T) -> Result<Box<RawValue>, E> {
    to_raw_value(value).map_err(E::custom)
}

fn one_a_line<S: Serializer>(items: &[ObservationJson], serializer: S) -> Result<S::Ok, S::Error> {
    let lines: Result<Vec<_>, S::Error> = items.iter().map(one_line).collect();
    lines?.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observation_takes_one_line_and_is_read_again() {
        let observation = ObservationJson {
            probe: "trace".to_owned(),
            outcome: "answered".to_owned(),
            took: 401,
            skew_seconds: Some(-1),
            ..ObservationJson::default()
        };
        let recording = Recording {
            url: "https://shop.example/".to_owned(),
            truth: Cause::BadGateway,
            shown: ShownVerdict {
                side: "theirs".to_owned(),
                cause: "bad-gateway".to_owned(),
                confidence: 0.97,
            },
            answers: BTreeMap::from([("still-fails".to_owned(), true)]),
            observations: vec![observation.clone(), observation],
        };
        let text = serde_json::to_string_pretty(&recording).expect("JSON");
        let line =
            r#"    {"probe":"trace","outcome":"answered","began":0,"took":401,"skew_seconds":-1}"#;
        assert_eq!(text.matches(line).count(), 2, "{text}");
        let read: Recording = serde_json::from_str(&text).expect("a recording");
        assert_eq!(read, recording);
    }
}

//! A fault: what is broken (its TOML file), and what a fair judge accepts (`faults.json`).
//!
//! The two are kept apart so that whoever breaks things differently cannot loosen the judgement.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use whichside_calibration::judgement::{self, Judgement};
use whichside_calibration::project;
use whichside_diagnosis::Cause;

use crate::broken::{BrowserFaults, Names, Network, Services, Site, SlowLink, Told};
use whichside_harness::engine::Engine;

/// A fault, ready to be run.
#[derive(Debug)]
pub struct Fault {
    /// Its name: the file's, and the key in `faults.json`.
    pub name: String,
    /// What is broken.
    pub broken: Broken,
    /// What may be said about it.
    pub judgement: Judgement,
}

/// A fault file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Broken {
    /// What is broken, in a sentence.
    pub about: String,
    /// The one cause that is true, by its id.
    #[serde(deserialize_with = "cause")]
    pub truth: Cause,
    /// The engines in which it belongs to the default run.
    #[serde(default)]
    pub tests: Vec<Engine>,
    /// The target's server.
    #[serde(default)]
    pub site: Site,
    /// The server of the target's twin under `www.`.
    #[serde(default)]
    pub twin: Site,
    /// A server that stands where the visitor is led in the target's place.
    pub middle: Option<Site>,
    /// Who is told what about names.
    #[serde(default)]
    pub names: Names,
    /// The visitor's link, where it is slow or lossy.
    pub link: Option<SlowLink>,
    /// What happens to packets.
    #[serde(default)]
    pub network: Vec<Network>,
    /// What sits in the browser.
    #[serde(default)]
    pub browser: BrowserFaults,
    /// What the visitor tells beside what can be looked up.
    #[serde(default)]
    pub visitor: Told,
    /// The public services' stand-ins.
    #[serde(default)]
    pub services: Services,
    /// What the page must show as the site's own word: the sentence, facts and links; nothing where this is empty.
    #[serde(default)]
    pub own_word: Vec<String>,
    /// The visitor comes for the first time and clicks as soon as there is a form; others wait until the page and its service worker
    /// have loaded all.
    #[serde(default)]
    pub hurried: bool,
    /// Why more requests than usual may reach the target: the name of a `repeat` of the egress contract.
    pub repeats: Option<String>,
    /// Whether it is run in every engine, also with the outside switched off, to be held against the egress contract.
    #[serde(default)]
    pub egress: bool,
    /// The visitor does not look at the site in a tab of their own, and answers no questions: the page never ends, or the browser
    /// must not have been told the address by anybody but us.
    #[serde(default)]
    pub unvisited: bool,
}

fn cause<'de, D: Deserializer<'de>>(from: D) -> Result<Cause, D::Error> {
    let id = String::deserialize(from)?;
    Cause::ALL
        .iter()
        .copied()
        .find(|cause| cause.id() == id)
        .ok_or_else(|| D::Error::custom(format!("there is no cause \"{id}\"")))
}

impl Fault {
    /// Whether it exists in `engine`.
    pub fn exists_in(&self, engine: Engine) -> bool {
        self.judgement.exists_in(engine.id())
    }
}

/// Reads every fault file of the lab, sorted by name.
///
/// # Errors
/// A file that cannot be read or understood, or one that `faults.json` does not judge.
pub fn load_all(package: &Path) -> Result<Vec<Fault>> {
    let judgements = judgement::all(&project())?;
    let folder = package.join("faults");
    let entries = std::fs::read_dir(&folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut faults = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|end| end != "toml") {
            continue;
        }
        let name = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let Some(judgement) = judgements.get(&name) else {
            bail!(
                "{}: faults.json has no judgement of that name",
                path.display()
            );
        };
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        faults.push(Fault {
            broken: toml::from_str(&text).with_context(|| path.display().to_string())?,
            judgement: judgement.clone(),
            name,
        });
    }
    faults.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(faults)
}

/// Reads one fault by name.
///
/// # Errors
/// As [`load_all`], or there is none of that name.
pub fn load(package: &Path, name: &str) -> Result<Fault> {
    load_all(package)?
        .into_iter()
        .find(|fault| fault.name == name)
        .with_context(|| format!("there is no fault named {name}; --list names them"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::package;
    use crate::broken::SiteAnswer;

    #[test]
    fn every_fault_file_is_understood_and_judged() {
        let faults = load_all(&package()).unwrap();
        assert!(faults.iter().all(|fault| !fault.broken.about.is_empty()));
        assert!(faults.iter().all(|fault| !fault.judgement.sides.is_empty()));
    }

    #[test]
    fn what_is_true_is_right() {
        for fault in load_all(&package()).unwrap() {
            let truth = fault.broken.truth;
            assert!(
                fault.judgement.causes.iter().any(|id| id == truth.id())
                    && fault
                        .judgement
                        .sides
                        .iter()
                        .any(|id| id == truth.side().id()),
                "{}: {} is true and not accepted",
                fault.name,
                truth.id()
            );
        }
    }

    #[test]
    fn every_engine_has_ten_faults_at_least_in_the_default_run() {
        let faults = load_all(&package()).unwrap();
        for engine in Engine::ALL {
            let named = faults
                .iter()
                .filter(|fault| fault.broken.tests.contains(&engine));
            assert!(named.clone().count() >= 10, "{engine}");
            assert!(
                named.clone().all(|fault| fault.exists_in(engine)),
                "{engine}"
            );
        }
    }

    #[test]
    fn judgements_name_engines_that_the_lab_drives() {
        for fault in load_all(&package()).unwrap() {
            for engine in &fault.judgement.engines {
                assert!(
                    Engine::ALL.iter().any(|known| known.id() == engine),
                    "{}: {engine}",
                    fault.name
                );
            }
        }
    }

    #[test]
    fn a_misspelt_field_is_refused() {
        let wrong = "about = \"x\"\ntruth = \"healthy\"\n[site]\nanswers = { kind = \"page\" }\n";
        assert!(toml::from_str::<Broken>(wrong).is_err());
        let wrong =
            "about = \"x\"\ntruth = \"healthy\"\nsite.answer = { kind = \"status\", code = 500 }\n";
        assert!(toml::from_str::<Broken>(wrong).is_err());
    }

    #[test]
    fn a_truth_that_is_no_cause_is_refused() {
        assert!(toml::from_str::<Broken>("about = \"x\"\ntruth = \"gremlins\"").is_err());
        assert!(toml::from_str::<Broken>("about = \"x\"").is_err());
    }

    #[test]
    fn nothing_said_is_a_healthy_site() {
        let broken: Broken =
            toml::from_str("about = \"all is well\"\ntruth = \"healthy\"").unwrap();
        assert_eq!(broken.site.answer, SiteAnswer::Page);
        assert_eq!(broken.truth, Cause::Healthy);
        assert!(broken.tests.is_empty() && broken.network.is_empty());
    }

    #[test]
    fn what_could_fool_the_inference_is_built_as_it_is_told() {
        let told = std::fs::read_to_string(package().join("ADVERSARY.md")).unwrap();
        let faults = load_all(&package()).unwrap();
        let rows = told.lines().filter(|line| line.starts_with("| `"));
        let cells = rows.filter_map(|row| row.split('|').nth(1));
        let names: Vec<&str> = cells
            .flat_map(|cell| cell.split('`').skip(1).step_by(2))
            .filter(|name| !name.contains('…'))
            .collect();
        assert!(names.len() > 60);
        for name in names {
            assert!(faults.iter().any(|fault| fault.name == name), "{name}");
        }
    }
}

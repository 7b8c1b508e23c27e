//! A fault: what is broken (its TOML file), and what a fair judge accepts (`faults.json`).
//!
//! The two are kept apart so that whoever breaks things differently cannot loosen the judgement.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::engine::Engine;

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
    /// The engines in which it belongs to the default run.
    #[serde(default)]
    pub tests: Vec<Engine>,
    /// The target's server.
    #[serde(default)]
    pub site: Site,
    /// Who is told what about names.
    #[serde(default)]
    pub names: Names,
    /// What happens to packets.
    pub network: Option<Network>,
    /// What sits in the browser.
    #[serde(default)]
    pub browser: Browser,
    /// How many requests of the visitor's browser may reach the target, where the fault makes many of one.
    pub requests: Option<usize>,
}

/// The target's server.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// How it answers.
    #[serde(default)]
    pub answer: Answer,
    /// Headers on every answer.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Its certificate has run out.
    #[serde(default)]
    pub expired_certificate: bool,
    /// It answers 403 to outside vantages, told by their user agent.
    #[serde(default)]
    pub refuses_robots: bool,
}

/// How the target's server answers.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// A small page with an icon.
    #[default]
    Page,
    /// A page with this many pictures.
    PageWithParts {
        /// How many.
        parts: u32,
    },
    /// A page one of whose parts never comes.
    PageWithHangingPart,
    /// This status, to everything.
    Status {
        /// The number.
        status: u16,
    },
    /// Passes requests on to a port where nothing listens.
    DeadUpstream,
    /// Passes requests on to something that accepts and never answers.
    SilentUpstream {
        /// After this many seconds it gives up.
        read_timeout_s: u32,
    },
    /// Passes requests on to something that takes its time.
    SlowUpstream {
        /// Seconds until the answer.
        delay_s: u32,
    },
    /// Passes every second request on to a port where nothing listens.
    EverySecondDead,
    /// Sends everybody to another address.
    Redirect {
        /// Origin, without a path.
        to: String,
    },
    /// Accepts the request and hangs up.
    HangsUp,
    /// Nothing listens on the target's address.
    Stopped,
}

/// Who is told what about names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Names whose name servers are broken: SERVFAIL, for everybody.
    #[serde(default)]
    pub servfail_for_all: Vec<String>,
    /// Names the visitor's resolver says do not exist, with all below them.
    #[serde(default)]
    pub missing_for_visitor: Vec<String>,
}

/// What happens to packets.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Network {
    /// The target's host swallows everything from everybody.
    TargetSilentForAll,
    /// What the visitor sends to the target gets lost.
    TargetSilentForVisitor,
    /// What the visitor sends to these names is reset at once.
    ResetForVisitor(Vec<String>),
    /// The visitor's link goes down once the page is open.
    LinkDown,
    /// Nothing the visitor sends arrives anywhere, once the page is open.
    NothingLeaves,
    /// The visitor's resolver falls silent once the page is open.
    ResolverSilent,
    /// A portal answers in everybody's place, once the page is open.
    CaptivePortal,
}

/// What sits in the browser.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Browser {
    /// Names a real extension blocks, with all below them.
    #[serde(default)]
    pub extension_blocks: Vec<String>,
}

/// What a fair judge accepts for one fault.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// What the visitor enters.
    pub url: String,
    /// Sides that are right.
    pub sides: Vec<String>,
    /// Causes that are right.
    pub causes: Vec<String>,
    /// The only engines in which the fault exists; empty: all.
    #[serde(default)]
    pub engines: Vec<Engine>,
}

impl Fault {
    /// The cause that is the truth.
    pub fn truth(&self) -> &str {
        self.judgement.causes.first().map_or("", String::as_str)
    }

    /// Whether it exists in `engine`.
    pub fn exists_in(&self, engine: Engine) -> bool {
        let engines = &self.judgement.engines;
        engines.is_empty() || engines.contains(&engine)
    }
}

/// Reads every fault file of the lab, sorted by name.
///
/// # Errors
/// A file that cannot be read or understood, or one that `faults.json` does not judge.
pub fn load_all(package: &Path) -> Result<Vec<Fault>> {
    let judged = package.join("faults.json");
    let text = std::fs::read_to_string(&judged)
        .with_context(|| format!("{} cannot be read", judged.display()))?;
    let judgements: BTreeMap<String, Judgement> =
        serde_json::from_str(&text).with_context(|| judged.display().to_string())?;
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

    #[test]
    fn every_fault_file_is_understood_and_judged() {
        let faults = load_all(&package()).unwrap();
        assert!(faults.iter().all(|fault| !fault.broken.about.is_empty()));
        assert!(faults.iter().all(|fault| !fault.judgement.sides.is_empty()));
    }

    #[test]
    fn every_engine_has_a_third_of_the_faults_in_the_default_run() {
        let faults = load_all(&package()).unwrap();
        for engine in Engine::ALL {
            let named = faults
                .iter()
                .filter(|fault| fault.broken.tests.contains(&engine));
            assert!(named.clone().count() * 4 >= faults.len(), "{engine}");
            assert!(
                named.clone().all(|fault| fault.exists_in(engine)),
                "{engine}"
            );
        }
    }

    #[test]
    fn a_misspelt_field_is_refused() {
        let wrong = "about = \"x\"\n[site]\nanswers = { kind = \"page\" }\n";
        assert!(toml::from_str::<Broken>(wrong).is_err());
        let wrong = "about = \"x\"\nsite.answer = { kind = \"status\", code = 500 }\n";
        assert!(toml::from_str::<Broken>(wrong).is_err());
    }

    #[test]
    fn nothing_said_is_a_healthy_site() {
        let broken: Broken = toml::from_str("about = \"all is well\"").unwrap();
        assert_eq!(broken.site.answer, Answer::Page);
        assert!(broken.tests.is_empty() && broken.network.is_none());
    }
}

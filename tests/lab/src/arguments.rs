//! What the command line may say. Nothing here looks at the machine but for where the project lies.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, Short, ValueExt};

use crate::engine::Engine;
use crate::unit::Vantages;

/// The text of `--help`.
pub const HELP: &str = "\
whichside-lab --dist DIR [options]

Builds a small internet for each fault, breaks it, opens the shipped build in a
real browser and compares what the page says with what is broken.

  --dist DIR         the shipped build to open
  --browser NAME     chromium (where none is named), firefox or webkit; may be repeated
  --vantages WHICH   with outside vantages (where none is named), without, or both
  --only NAME        only this fault; may be repeated, and names faults outside the default run too
  --every            all faults, not only those that name the browser in `tests`
  --jobs N           labs side by side (twice the machine's processors: labs wait a lot)
  --verdicts         after the table, every verdict shown in every run
  --report           writes target/lab/report.html and report.json
  --resume           does not run again what target/lab holds from a run that was stopped (of the same page:
                     nobody checks)
  --record           writes what the page observed to tests/cases/runs/
  --screenshots DIR  keeps a picture of each final page there
  --keep             keeps each world's configuration and logs under target/lab/worlds/
  --list             names the faults and ends";

/// What is asked of this program.
pub enum Task {
    /// Say how to use it.
    Help,
    /// Run the lab.
    Lab(Lab),
    /// This process was started by the lab, inside the namespaces of one world.
    InsideTheWorld(Inside),
}

/// A whole run.
#[derive(Default)]
pub struct Lab {
    /// The shipped build.
    pub dist: PathBuf,
    /// The engines that look.
    pub engines: Vec<Engine>,
    /// Whom the page can ask.
    pub vantages: Vec<Vantages>,
    /// Faults by name; empty: the default run.
    pub only: Vec<String>,
    /// Also what is not in the default run.
    pub every: bool,
    /// Labs side by side.
    pub jobs: usize,
    /// Show every verdict.
    pub verdicts: bool,
    /// Take what an earlier run left.
    pub resume: bool,
    /// Write the report.
    pub report: bool,
    /// Write what was observed to the recorded cases.
    pub record: bool,
    /// Where pictures go.
    pub screenshots: Option<PathBuf>,
    /// Keep configuration and logs.
    pub keep: bool,
    /// Only name the faults.
    pub list: bool,
}

/// One unit, inside its world.
pub struct Inside {
    /// The fault's name.
    pub fault: String,
    /// The engine that looks.
    pub engine: Engine,
    /// Whom the page can ask.
    pub vantages: Vantages,
    /// The shipped build.
    pub dist: PathBuf,
    /// Whether the visitor looks at everything once they are asked anything.
    pub look_around: bool,
    /// Where the picture of the final page goes.
    pub screenshot: Option<PathBuf>,
    /// Where configuration and logs are copied to.
    pub keep: Option<PathBuf>,
}

/// Where this package lies.
pub fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the command line.
///
/// # Errors
/// A word that is not understood, or one that is missing.
pub fn read() -> Result<Task> {
    parse(lexopt::Parser::from_env())
}

fn parse(mut words: lexopt::Parser) -> Result<Task> {
    let mut lab = Lab {
        jobs: 2 * thread::available_parallelism().map_or(1, NonZero::get),
        vantages: vec![Vantages::With],
        ..Lab::default()
    };
    let mut inside = None;
    let mut look_around = false;
    let mut screenshot = None;
    let mut keep = None;
    while let Some(word) = words.next()? {
        match word {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("dist") => lab.dist = words.value()?.into(),
            Long("browser") => lab.engines.push(words.value()?.string()?.parse()?),
            Long("vantages") => lab.vantages = vantages(&words.value()?.string()?)?,
            Long("only") => lab.only.push(words.value()?.string()?),
            Long("every") => lab.every = true,
            Long("jobs") => lab.jobs = words.value()?.parse::<usize>()?.max(1),
            Long("verdicts") => lab.verdicts = true,
            Long("report") => lab.report = true,
            Long("resume") => lab.resume = true,
            Long("record") => lab.record = true,
            Long("screenshots") => lab.screenshots = Some(words.value()?.into()),
            Long("keep") => lab.keep = true,
            Long("list") => lab.list = true,
            Long("inside") => inside = Some(words.value()?.string()?),
            Long("look-around") => look_around = true,
            Long("screenshot-to") => screenshot = Some(words.value()?.into()),
            Long("keep-in") => keep = Some(words.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    lab.engines.sort();
    lab.engines.dedup();
    let engine = *lab.engines.first().unwrap_or(&Engine::Chromium);
    if lab.engines.is_empty() {
        lab.engines.push(engine);
    }
    let setting = *lab.vantages.first().unwrap_or(&Vantages::With);
    if lab.list {
        return Ok(Task::Lab(lab));
    }
    if lab.dist.as_os_str().is_empty() {
        bail!("--dist DIR is missing: which build is to be opened?\n\n{HELP}");
    }
    let dist = lab
        .dist
        .canonicalize()
        .with_context(|| format!("--dist {}: no such directory", lab.dist.display()))?;
    if !dist.join("index.html").is_file() {
        bail!(
            "--dist {}: holds no index.html; build the page first",
            dist.display()
        );
    }
    lab.dist = dist;
    Ok(match inside {
        Some(fault) => Task::InsideTheWorld(Inside {
            fault,
            engine,
            vantages: setting,
            dist: lab.dist,
            look_around,
            screenshot,
            keep,
        }),
        None => Task::Lab(lab),
    })
}

fn vantages(which: &str) -> Result<Vec<Vantages>> {
    Ok(match which {
        "with" => vec![Vantages::With],
        "without" => vec![Vantages::Without],
        "both" => vec![Vantages::With, Vantages::Without],
        other => bail!("--vantages {other}: it is with, without or both"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    fn lab(line: &str) -> Lab {
        match asked(&format!("--list {line}")) {
            Ok(Task::Lab(lab)) => lab,
            _ => panic!("{line} is not understood"),
        }
    }

    #[test]
    fn chromium_with_outside_vantages_looks_where_nobody_is_named() {
        assert_eq!(lab("").engines, [Engine::Chromium]);
        assert_eq!(lab("").vantages, [Vantages::With]);
    }

    #[test]
    fn browsers_add_up_and_settings_are_chosen() {
        let asked = lab("--browser webkit --browser firefox --browser webkit --vantages both");
        assert_eq!(asked.engines, [Engine::Firefox, Engine::Webkit]);
        assert_eq!(asked.vantages, [Vantages::With, Vantages::Without]);
    }

    #[test]
    fn an_unknown_browser_or_setting_is_refused_by_name() {
        for (line, word) in [("--browser opera", "opera"), ("--vantages some", "some")] {
            let error = asked(line).err().map(|error| error.to_string());
            assert!(error.is_some_and(|text| text.contains(word)));
        }
    }

    #[test]
    fn a_build_is_asked_for() {
        assert!(asked("").is_err());
        assert!(asked("--dist /nowhere/at/all").is_err());
        assert!(matches!(asked("--list"), Ok(Task::Lab(_))));
    }
}

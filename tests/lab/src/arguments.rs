//! What the command line may say. Nothing here looks at the machine but for where the project lies.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, Short, ValueExt};

/// The text of `--help`.
pub const HELP: &str = "\
whichside-lab --dist DIR [options]

Builds a small internet for each fault, breaks it, opens the shipped build in a
real browser and compares what the page says with what is broken.

  --dist DIR         the shipped build to open
  --browser NAME     chromium (the only one so far)
  --only NAME        only this fault; may be repeated, and names faults outside the default run too
  --every            the faults outside the default run as well
  --jobs N           labs side by side (2)
  --report           after the table, every verdict shown under every fault
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
    /// Faults by name; empty: the default run.
    pub only: Vec<String>,
    /// Also what is not in the default run.
    pub every: bool,
    /// Labs side by side.
    pub jobs: usize,
    /// Show every verdict.
    pub report: bool,
    /// Where pictures go.
    pub screenshots: Option<PathBuf>,
    /// Keep configuration and logs.
    pub keep: bool,
    /// Only name the faults.
    pub list: bool,
}

/// One fault, inside its world.
pub struct Inside {
    /// The fault's name.
    pub fault: String,
    /// The shipped build.
    pub dist: PathBuf,
    /// Where the picture of the final page goes.
    pub screenshot: Option<PathBuf>,
    /// Where configuration and logs are copied to.
    pub keep: Option<PathBuf>,
}

/// Where this package lies; the project is two above.
pub fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The project's root.
pub fn project() -> PathBuf {
    let package = package();
    package
        .ancestors()
        .nth(2)
        .map_or_else(|| package.clone(), PathBuf::from)
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
        jobs: 2,
        ..Lab::default()
    };
    let mut inside = None;
    let mut screenshot = None;
    let mut keep = None;
    while let Some(word) = words.next()? {
        match word {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("dist") => lab.dist = words.value()?.into(),
            Long("browser") => browser(&words.value()?.string()?)?,
            Long("only") => lab.only.push(words.value()?.string()?),
            Long("every") => lab.every = true,
            Long("jobs") => lab.jobs = words.value()?.parse::<usize>()?.max(1),
            Long("report") => lab.report = true,
            Long("screenshots") => lab.screenshots = Some(words.value()?.into()),
            Long("keep") => lab.keep = true,
            Long("list") => lab.list = true,
            Long("inside") => inside = Some(words.value()?.string()?),
            Long("screenshot-to") => screenshot = Some(words.value()?.into()),
            Long("keep-in") => keep = Some(words.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
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
            dist: lab.dist,
            screenshot,
            keep,
        }),
        None => Task::Lab(lab),
    })
}

fn browser(name: &str) -> Result<()> {
    if name != "chromium" {
        bail!("--browser {name}: the lab drives only chromium so far");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn another_browser_is_refused_by_name() {
        let error = asked("--browser firefox").err().map(|e| e.to_string());
        assert!(error.is_some_and(|text| text.contains("firefox") && text.contains("chromium")));
    }

    #[test]
    fn a_build_is_asked_for() {
        assert!(asked("").is_err());
        assert!(asked("--dist /nowhere/at/all").is_err());
        assert!(matches!(asked("--list"), Ok(Task::Lab(_))));
    }
}

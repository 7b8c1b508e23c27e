//! What the command line may say.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, bail};
use lexopt::prelude::{Long, Short, ValueExt};
use whichside_lab::engine::Engine;

/// The text of `--help`.
pub const HELP: &str = "\
whichside-embed-lab --dist DIR [options]

Embeds the shipped build's widget into pages of the lab's internet, uses it as visitors do, and attacks it as others may.

  --dist DIR       the shipped build
  --browser NAME   chromium or firefox (both, where none is named); may be repeated
  --only NAME      only this scenario; may be repeated
  --jobs N         worlds side by side (as many as the machine has processors, and one more)
  --keep           keeps each world's configuration and logs under target/embed/
  --list           names the scenarios and ends";

/// The engines the widget is tried in.
pub const ENGINES: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// What is asked of this program.
pub enum Task {
    /// Say how to use it.
    Help,
    /// Name the scenarios.
    List,
    /// Run scenarios.
    All(All),
    /// This process was started by this program, inside the namespaces of one world.
    InsideTheWorld(Inside),
}

/// A whole run.
pub struct All {
    /// The shipped build.
    pub dist: PathBuf,
    /// The engines.
    pub engines: Vec<Engine>,
    /// Scenarios by name; empty: all.
    pub only: Vec<String>,
    /// Worlds side by side.
    pub jobs: usize,
    /// Keep configuration and logs.
    pub keep: bool,
}

/// One scenario in one engine.
pub struct Inside {
    /// The scenario's name.
    pub scenario: String,
    /// The engine.
    pub engine: Engine,
    /// The shipped build.
    pub dist: PathBuf,
    /// Where configuration and logs are copied to.
    pub keep: Option<PathBuf>,
}

/// Reads the command line.
///
/// # Errors
/// A word that is not understood, or one that is missing.
pub fn read() -> Result<Task> {
    parse(lexopt::Parser::from_env())
}

fn parse(mut words: lexopt::Parser) -> Result<Task> {
    let (mut dist, mut inside, mut keep_in) = (None, None, None);
    let mut engines: Vec<Engine> = Vec::new();
    let mut only = Vec::new();
    let mut jobs = 1 + thread::available_parallelism().map_or(1, NonZero::get);
    let mut keep = false;
    while let Some(word) = words.next()? {
        match word {
            Short('h') | Long("help") => return Ok(Task::Help),
            Long("list") => return Ok(Task::List),
            Long("dist") => dist = Some(PathBuf::from(words.value()?)),
            Long("browser") => engines.push(words.value()?.string()?.parse()?),
            Long("only") => only.push(words.value()?.string()?),
            Long("jobs") => jobs = words.value()?.parse::<usize>()?.max(1),
            Long("keep") => keep = true,
            Long("inside") => inside = Some(words.value()?.string()?),
            Long("keep-in") => keep_in = Some(PathBuf::from(words.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    if let Some(engine) = engines.iter().find(|engine| !ENGINES.contains(engine)) {
        bail!("the widget is not tried in {engine}");
    }
    if engines.is_empty() {
        engines.extend(ENGINES);
    }
    let Some(dist) = dist else {
        bail!("--dist DIR is missing: which build is to be embedded?\n\n{HELP}");
    };
    let dist = dist
        .canonicalize()
        .with_context(|| format!("--dist {}: no such directory", dist.display()))?;
    if !dist.join("embed.js").is_file() {
        bail!(
            "--dist {}: holds no embed.js; build the page first",
            dist.display()
        );
    }
    Ok(match (inside, engines.first()) {
        (Some(scenario), Some(&engine)) => Task::InsideTheWorld(Inside {
            scenario,
            engine,
            dist,
            keep: keep_in,
        }),
        (Some(_) | None, _) => Task::All(All {
            dist,
            engines,
            only,
            jobs,
            keep,
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Task> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn a_build_with_a_loader_is_asked_for() {
        assert!(asked("").is_err());
        assert!(asked("--dist /nowhere/at/all").is_err());
        assert!(asked("--dist /").is_err());
    }

    #[test]
    fn a_browser_it_is_not_tried_in_is_refused_by_name() {
        let error = asked("--browser webkit")
            .err()
            .map(|error| error.to_string());
        assert!(error.is_some_and(|text| text.contains("webkit")));
    }
}

//! Running scenarios: some side by side out here, and one inside its own world.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use whichside_harness::browser::Browser;
use whichside_harness::engine::Engine;
use whichside_harness::namespaces::{self, in_visitor_network};
use whichside_harness::options::build;
use whichside_harness::{parallel, project};

use crate::arguments::Arguments;
use crate::scenarios::{self, SCENARIOS, Scenario};
use crate::scene::Scene;

/// What a browser says of a page that stopped by a mistake of its own.
const PANICS: [&str; 2] = ["panicked at", "RuntimeError: unreachable"];

/// Runs what is asked for, prints a line for each, and tells whether all went well.
///
/// # Errors
/// There are no namespaces to be had, or a scenario is not known.
pub fn all(arguments: &Arguments) -> Result<bool> {
    let only = &arguments.only;
    for name in only {
        scenarios::named(name)?;
    }
    let dist = build(&arguments.dist, "embed.js")?;
    namespaces::check()?;
    let units: Vec<(&Scenario, Engine)> = SCENARIOS
        .iter()
        .filter(|scenario| only.is_empty() || only.iter().any(|name| name == scenario.name))
        .flat_map(|scenario| {
            let engines = arguments.engines.iter().copied();
            engines
                .filter(|engine| scenario.is_in(*engine))
                .map(move |engine| (scenario, engine))
        })
        .collect();
    println!("{:<26} {:<9} {:>7}", "scenario", "browser", "seconds");
    let started = Instant::now();
    let passed = parallel::run(&units, arguments.jobs, |(scenario, engine)| {
        passes(arguments, &dist, scenario, *engine)
    });
    let (passed, count) = (passed.iter().filter(|passed| **passed).count(), units.len());
    let seconds = started.elapsed().as_secs();
    println!("\n{passed} of {count} scenarios passed ({seconds} s)");
    Ok(passed == count)
}

/// Runs a scenario, prints its line, and tells whether it went well.
fn passes(arguments: &Arguments, dist: &Path, scenario: &Scenario, engine: Engine) -> bool {
    let started = Instant::now();
    let ended = in_a_world(arguments, dist, scenario, engine);
    let remark = match &ended {
        Ok(()) => "pass".to_owned(),
        Err(error) => format!("FAIL {error:#}"),
    };
    let (name, seconds) = (scenario.name, started.elapsed().as_secs_f64());
    println!("{name:<26} {engine:<9} {seconds:>7.1}  {remark}");
    ended.is_ok()
}

fn in_a_world(
    arguments: &Arguments,
    dist: &Path,
    scenario: &Scenario,
    engine: Engine,
) -> Result<()> {
    let mut command = namespaces::this_program()?;
    command
        .args(["--inside", scenario.name])
        .args(["--browser", engine.id(), "--dist"])
        .arg(dist);
    if arguments.keep {
        let name = format!("{}.{engine}", scenario.name);
        command
            .arg("--keep-in")
            .arg(project().join("target/embed").join(name));
    }
    namespaces::output_of(&mut command).map(drop)
}

/// Builds the world of one scenario around this process and plays it.
///
/// # Errors
/// What went otherwise than expected, or the world that cannot be built.
pub fn one_inside(arguments: &Arguments, scenario: &str) -> Result<()> {
    let scenario = scenarios::named(scenario)?;
    let engine = *arguments.engines.first().context("no browser is named")?;
    let world = scenario
        .setting
        .build(&arguments.dist)
        .context("the lab broke")?;
    let played = in_visitor_network(|| {
        let browser = world.start_browser(engine).context("the lab broke")?;
        let scene = Scene {
            world: &world,
            session: browser.session(),
            engine,
            dist: &arguments.dist,
        };
        let played = (scenario.play)(&scene);
        let panics = panics(&browser);
        match (played, panics.is_empty()) {
            (Ok(()), true) => Ok(()),
            (Ok(()), false) => bail!("a page made a mistake of its own: {}", panics.join("; ")),
            (Err(error), true) => Err(error),
            (Err(error), false) => Err(error.context(panics.join("; "))),
        }
    });
    if let Some(folder) = &arguments.keep_in {
        world.keep_in(folder)?;
    }
    played
}

/// What the console tells of panics, where it can be read.
fn panics(browser: &Browser) -> Vec<String> {
    let console = browser.console();
    let lines = console.as_array().into_iter().flatten();
    lines
        .filter_map(|line| line["message"].as_str())
        .filter(|line| PANICS.iter().any(|panic| line.contains(panic)))
        .map(str::to_owned)
        .collect()
}

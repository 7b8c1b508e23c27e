//! Running scenarios: some side by side out here, and one inside its own world.

use std::collections::VecDeque;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use whichside_calibration::project;
use whichside_lab::engine::Engine;
use whichside_lab::namespaces::{self, at_the_visitors};
use whichside_lab::visit::Browser;

use crate::arguments::{All, Inside};
use crate::scenarios::{self, SCENARIOS, Scenario};
use crate::scene::Scene;

/// What a browser says of a page that stopped by a mistake of its own.
const MISHAPS: [&str; 2] = ["panicked at", "RuntimeError: unreachable"];

/// One scenario in one engine.
struct Unit {
    scenario: &'static Scenario,
    engine: Engine,
}

/// Runs what is asked for, prints a line for each, and tells whether all went well.
///
/// # Errors
/// There are no namespaces to be had, or a scenario is not known.
pub fn all(all: &All) -> Result<bool> {
    for name in &all.only {
        scenarios::named(name)?;
    }
    namespaces::check()?;
    let asked_for = |scenario: &&Scenario| {
        all.only.is_empty() || all.only.iter().any(|name| *name == scenario.name)
    };
    let units = SCENARIOS.iter().filter(asked_for).flat_map(|scenario| {
        let engines = all.engines.iter().filter(|engine| scenario.is_in(**engine));
        engines.map(move |&engine| Unit { scenario, engine })
    });
    let waiting: Mutex<VecDeque<Unit>> = Mutex::new(units.collect());
    let failed = Mutex::new(0_usize);
    let count = lock(&waiting).len();
    println!("{:<26} {:<9} {:>7}", "scenario", "browser", "seconds");
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..all.jobs {
            scope.spawn(|| {
                while let Some(unit) = next(&waiting) {
                    if !told(all, &unit) {
                        *lock(&failed) += 1;
                    }
                }
            });
        }
    });
    let failed = *lock(&failed);
    let passed = count - failed;
    let seconds = started.elapsed().as_secs();
    println!("\n{passed} of {count} scenarios passed ({seconds} s)");
    Ok(failed == 0)
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn next(waiting: &Mutex<VecDeque<Unit>>) -> Option<Unit> {
    lock(waiting).pop_front()
}

/// Runs a unit, prints its line, and tells whether it went well.
fn told(all: &All, unit: &Unit) -> bool {
    let started = Instant::now();
    let ended = in_a_world(all, unit);
    let remark = match &ended {
        Ok(()) => "pass".to_owned(),
        Err(error) => format!("FAIL {error:#}"),
    };
    let (name, engine) = (unit.scenario.name, unit.engine);
    let seconds = started.elapsed().as_secs_f64();
    println!("{name:<26} {engine:<9} {seconds:>7.1}  {remark}");
    ended.is_ok()
}

fn in_a_world(all: &All, unit: &Unit) -> Result<()> {
    let this = std::env::current_exe().context("this program's own file is gone")?;
    let mut command = namespaces::command(&this);
    command
        .args(["--inside", unit.scenario.name])
        .args(["--browser", unit.engine.id(), "--dist"])
        .arg(&all.dist);
    if all.keep {
        let name = format!("{}.{}", unit.scenario.name, unit.engine);
        command
            .arg("--keep-in")
            .arg(project().join("target/embed").join(name));
    }
    let done = command
        .stdin(Stdio::null())
        .output()
        .context("setpriv cannot be started: install util-linux")?;
    if !done.status.success() {
        bail!("{}", String::from_utf8_lossy(&done.stderr).trim());
    }
    Ok(())
}

/// Builds the world of one scenario around this process and plays it.
///
/// # Errors
/// What went otherwise than expected, or the world that cannot be built.
pub fn one_inside(inside: &Inside) -> Result<()> {
    if std::process::id() != 1 {
        bail!("--inside is for this program's own use, in namespaces it has made");
    }
    let scenario = scenarios::named(&inside.scenario)?;
    let world = scenario
        .setting
        .build(&inside.dist, inside.engine)
        .context("the lab broke")?;
    let played = at_the_visitors(|| {
        let browser = Browser::start(&world, inside.engine).context("the lab broke")?;
        let scene = Scene {
            world: &world,
            session: browser.session(),
            engine: inside.engine,
            dist: &inside.dist,
        };
        let played = (scenario.play)(&scene);
        let said = mishaps(&browser);
        match (played, said.is_empty()) {
            (Ok(()), true) => Ok(()),
            (Ok(()), false) => bail!("a page made a mistake of its own: {}", said.join("; ")),
            (Err(error), true) => Err(error),
            (Err(error), false) => Err(error.context(said.join("; "))),
        }
    });
    keep(&world, inside.keep.as_deref())?;
    played
}

fn keep(world: &whichside_lab::world::World, folder: Option<&Path>) -> Result<()> {
    folder.map_or(Ok(()), |folder| world.keep_in(folder))
}

/// What the console tells of panics, where it can be read.
fn mishaps(browser: &Browser) -> Vec<String> {
    let console = browser.console();
    let lines = console.as_array().into_iter().flatten();
    lines
        .filter_map(|line| line["message"].as_str())
        .filter(|line| MISHAPS.iter().any(|mishap| line.contains(mishap)))
        .map(str::to_owned)
        .collect()
}

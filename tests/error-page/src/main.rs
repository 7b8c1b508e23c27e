//! Serves the error page by real nginx, Apache, Caddy, HAProxy and Traefik, and as ingress-nginx does, with the configurations that are written for them, and opens it
//! in Chromium and in Firefox while the application behind dies, hangs and returns.
//!
//! Each server and engine has namespaces of its own, so several run side by side. What the page looks like in each state is seen in `states`, by a scripted server.

mod application;
mod http;
mod readers;
mod scripted;
mod server;
mod states;
mod visits;
mod without_scripts;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use whichside_error_page::Stack;
use whichside_harness::browser::{Browser, Launch};
use whichside_harness::engine::Engine;
use whichside_harness::options::{build, exit_code, processors};
use whichside_harness::{namespaces, parallel};

use server::SERVERS;
use visits::{Visit, arithmetic};
use world::World;

/// Serves the error page by real servers whose application dies, hangs and returns, and opens it in real browsers.
#[derive(Parser)]
#[command(name = "whichside-error-page-lab")]
struct Arguments {
    /// The folder of parts.json, pace.js and word.js
    #[arg(long, value_name = "FOLDER")]
    built: PathBuf,
    /// axe-core's script
    #[arg(long, value_name = "FILE")]
    axe: PathBuf,
    /// Leaves a picture of each state there
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
    /// Only this server: nginx, apache, caddy, haproxy, traefik or ingress-nginx; `states` looks at the states only
    #[arg(long)]
    only: Option<String>,
    /// Only this engine
    #[arg(long)]
    browser: Option<Engine>,
    /// What this program tells itself: that it is in its namespaces already.
    #[arg(long, hide = true)]
    inside: bool,
}

/// What runs in namespaces of its own.
#[derive(Clone, Copy)]
enum Unit {
    /// A server, opened in an engine.
    Server(Stack, Engine),
    /// Every state, in Chromium.
    States,
}

/// The name of [`Unit::States`] on the command line.
const STATES: &str = "states";

fn main() -> ExitCode {
    exit_code("error page", run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<bool> {
    let built = build(&arguments.built, "parts.json")?;
    let axe = arguments
        .axe
        .canonicalize()
        .with_context(|| arguments.axe.display().to_string())?;
    let units = units(arguments);
    if arguments.inside {
        let world = World::build(&built, &axe)?;
        for unit in units {
            println!("{}", perform(&world, unit, arguments.pictures.as_deref())?);
        }
        return Ok(true);
    }
    ensure!(
        !units.is_empty(),
        "nothing is to be done: --only names no server"
    );
    namespaces::check()?;
    // A browser waits most of the time.
    let ended = parallel::run(&units, 2 * processors(), |unit| {
        let told = started(*unit, &built, &axe, arguments);
        match &told {
            Ok(told) => print!("{told}"),
            Err(error) => println!("{}: {error:#}", unit.name()),
        }
        told.is_ok()
    });
    Ok(ended.into_iter().all(|well| well))
}

/// The units that are asked for.
fn units(arguments: &Arguments) -> Vec<Unit> {
    let engines = [Engine::Chromium, Engine::Firefox];
    let servers = engines
        .into_iter()
        .flat_map(|engine| SERVERS.map(|stack| Unit::Server(stack, engine)));
    servers
        .chain([Unit::States])
        .filter(|unit| {
            arguments
                .only
                .as_deref()
                .is_none_or(|only| only == unit.name())
                && arguments
                    .browser
                    .is_none_or(|browser| browser == unit.engine())
        })
        .collect()
}

impl Unit {
    const fn name(self) -> &'static str {
        match self {
            Unit::Server(stack, _) => stack.id(),
            Unit::States => STATES,
        }
    }

    const fn engine(self) -> Engine {
        match self {
            Unit::Server(_, engine) => engine,
            Unit::States => Engine::Chromium,
        }
    }
}

/// Runs this program for a unit, in namespaces of its own, and hands back what it tells.
fn started(unit: Unit, built: &Path, axe: &Path, arguments: &Arguments) -> Result<String> {
    let mut again = namespaces::this_program()?;
    again
        .arg("--built")
        .arg(built)
        .arg("--axe")
        .arg(axe)
        .arg("--inside");
    again.args(["--only", unit.name(), "--browser", unit.engine().id()]);
    if let Some(folder) = &arguments.pictures {
        again.arg("--pictures").arg(folder);
    }
    let told = namespaces::output_of(&mut again)?;
    Ok(String::from_utf8_lossy(&told).into_owned())
}

/// Performs a unit, and tells of it in a line.
fn perform(world: &World, unit: Unit, pictures: Option<&Path>) -> Result<String> {
    let begun = Instant::now();
    let done = match unit {
        Unit::Server(stack, engine) => {
            let browser = Launch {
                authority: Some(&world.certificates.authority()),
                ..Launch::new(engine, &world.folder.join("browser"))
            }
            .start()?;
            let compared = arithmetic(world, &browser)?;
            behind(world, stack, &browser)
                .with_context(|| format!("{}, in {engine}", stack.id()))?;
            drop(browser);
            if stack == Stack::Nginx {
                without_scripts::check(world, stack, engine, pictures)
                    .with_context(|| format!("without scripts, in {engine}"))?;
            }
            format!(
                "{:<8} {engine:<8} dies, hangs and returns; no form is repeated, one of two windows asks, none out of sight; {compared} pauses are right",
                stack.id()
            )
        }
        Unit::States => {
            let rules = states::check(world, pictures)?;
            let browser = Launch::new(Engine::Chromium, &world.folder.join("browser")).start()?;
            let read = readers::agree(browser.session(), &world.word)?;
            format!(
                "every state: {rules} times a rule of axe holds; {read} files of the owner's are read alike"
            )
        }
    };
    Ok(format!("{done} {:>7.1} s", begun.elapsed().as_secs_f64()))
}

fn behind(world: &World, stack: Stack, browser: &Browser) -> Result<()> {
    world.write(stack)?;
    let _servers = server::start(world, stack)?;
    let visit = Visit {
        world,
        stack,
        browser,
    };
    visit.reading().context("a reader")?;
    visit.hanging().context("a page that hangs")?;
    visit.form().context("a form")?;
    visit.old_copy().context("an old copy")?;
    visit.out_of_sight().context("a page out of sight")?;
    visit.two_windows().context("two windows")?;
    if stack == Stack::Nginx {
        visit.cookies_too_large().context("cookies too large")?;
    }
    Ok(())
}

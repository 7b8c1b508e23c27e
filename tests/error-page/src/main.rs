//! Serves the error page by real nginx, Apache, Caddy and HAProxy, with the configurations that are written for them, and opens it
//! in Chromium and in Firefox while the application behind dies, hangs and returns.
//!
//! All of it happens in namespaces of its own. What the page looks like in each state is seen in `states`, by a scripted server.

mod application;
mod http;
mod server;
mod states;
mod visits;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Parser;
use whichside_error_page::Stack;
use whichside_harness::browser::Launch;
use whichside_harness::engine::Engine;
use whichside_harness::namespaces;
use whichside_harness::options::{build, exit_code};

use server::SERVERS;
use visits::{Visit, arithmetic};
use world::World;

/// Serves the error page by real servers whose application dies, hangs and returns, and opens it in real browsers.
#[derive(Parser)]
#[command(name = "whichside-error-page-lab")]
struct Arguments {
    /// The folder of parts.json and pace.js
    #[arg(long, value_name = "FOLDER")]
    built: PathBuf,
    /// axe-core's script
    #[arg(long, value_name = "FILE")]
    axe: PathBuf,
    /// Leaves a picture of each state there
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
    /// Only this server: nginx, apache, caddy or haproxy; `none` looks at the states only
    #[arg(long)]
    only: Option<String>,
    /// What this program tells itself: that it is in its namespaces already.
    #[arg(long, hide = true)]
    inside: bool,
}

fn main() -> ExitCode {
    exit_code("error page", run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<bool> {
    let built = build(&arguments.built, "parts.json")?;
    let axe = arguments
        .axe
        .canonicalize()
        .with_context(|| arguments.axe.display().to_string())?;
    if arguments.inside {
        all(&built, &axe, arguments)?;
        return Ok(true);
    }
    namespaces::check()?;
    let mut again = namespaces::this_program()?;
    again
        .arg("--built")
        .arg(&built)
        .arg("--axe")
        .arg(&axe)
        .arg("--inside");
    if let Some(folder) = &arguments.pictures {
        again.arg("--pictures").arg(folder);
    }
    if let Some(only) = &arguments.only {
        again.arg("--only").arg(only);
    }
    Ok(again.status()?.success())
}

fn all(built: &Path, axe: &Path, arguments: &Arguments) -> Result<()> {
    let world = World::build(built, axe)?;
    let is_wanted = |stack: &Stack| {
        arguments
            .only
            .as_deref()
            .is_none_or(|only| only == stack.id())
    };
    let servers: Vec<Stack> = SERVERS.into_iter().filter(is_wanted).collect();
    for engine in [Engine::Chromium, Engine::Firefox] {
        if servers.is_empty() {
            continue;
        }
        let browser = Launch {
            authority: Some(&world.certificates.authority()),
            ..Launch::new(engine, &world.folder.join("browser"))
        }
        .start()?;
        let compared = arithmetic(&world, &browser)?;
        println!("{engine:<8} {compared} pauses are those that the crowd is simulated with");
        for stack in &servers {
            let started = Instant::now();
            behind(&world, *stack, &browser)
                .with_context(|| format!("{}, in {engine}", stack.id()))?;
            println!(
                "{engine:<8} {:<8} dies, hangs and returns; a form is not repeated, one of two windows asks   {:>5.1} s",
                stack.id(),
                started.elapsed().as_secs_f64()
            );
        }
    }
    let started = Instant::now();
    let rules = states::check(&world, arguments.pictures.as_deref())?;
    println!(
        "every state: {rules} times a rule of axe holds   {:>5.1} s",
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

fn behind(
    world: &World,
    stack: Stack,
    browser: &whichside_harness::browser::Browser,
) -> Result<()> {
    world.write(stack)?;
    let _server = server::start(world, stack)?;
    let visit = Visit {
        world,
        stack,
        browser,
    };
    visit.reading().context("a reader")?;
    visit.hanging().context("a page that hangs")?;
    visit.form().context("a form")?;
    visit.old_copy().context("an old copy")?;
    visit.two_windows().context("two windows")
}

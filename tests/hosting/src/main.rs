//! Serves the built page by nginx and by Caddy, with the files of `hosting/` and the words of `docs/hosting.md`, at the root
//! of a host and under a sub-path. Every file is asked for, and the page is opened in Chromium and in Firefox.
//!
//! What must come is read from `hosting/headers.txt` and `hosting/paths.txt` by `truth`, which knows nothing of the code
//! that wrote the servers' files from them. All of it happens in namespaces of its own ([`namespaces`]), where the servers
//! have their own ports 80 and 443 and names are whose the test says they are.

mod answers;
mod browser;
mod certificates;
mod container;
mod limits;
mod request;
mod server;
mod truth;
mod visits;
mod world;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Context, Result, bail, ensure};
use lexopt::{Arg, Parser};

use whichside_lab::namespaces;

use browser::Engine;
use server::{Kind, Place, Server};
use truth::Truth;
use world::World;

const HELP: &str = "\
whichside-hosting --dist FOLDER --repository FOLDER
  --dist FOLDER        the built page
  --repository FOLDER  where hosting/ and docs/ are
";

/// What this program tells itself: that it is in its namespaces already.
const INSIDE: &str = "--inside";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hosting: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut dist, mut repository, mut inside) = (None, None, false);
    let mut arguments = Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("dist") => dist = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("repository") => repository = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("inside") => inside = true,
            Arg::Short('h') | Arg::Long("help") => {
                print!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let dist = dist.context("--dist is missing")?.canonicalize()?;
    let repository = repository
        .context("--repository is missing")?
        .canonicalize()?;
    if inside {
        return all(&dist, &repository);
    }
    let mut again = namespaces::command(&std::env::current_exe()?);
    again
        .arg("--dist")
        .arg(&dist)
        .arg("--repository")
        .arg(&repository)
        .arg(INSIDE);
    let ended = again
        .status()
        .context("setpriv cannot be started: install util-linux")?;
    if !ended.success() {
        bail!("not all of it held ({ended})");
    }
    Ok(())
}

fn all(dist: &Path, repository: &Path) -> Result<()> {
    let truth = Truth::read(&repository.join("hosting"))?;
    let rules = limits::check(dist, &truth)?;
    println!("_headers             {rules} rules, each path with its own headers");
    let world = World::build(dist, repository)?;
    container::check(&world, repository, &truth).context("the container")?;
    println!("container            takes what there is, and serves it");
    for kind in Kind::ALL {
        for place in Place::ALL {
            let started = Instant::now();
            let server = Server::start(&world, kind, place)?;
            let asked = answers::check(&world, &server, &truth)
                .with_context(|| format!("{kind} {place}"))?;
            ensure!(asked > 0, "{kind} {place}: nothing was asked");
            println!(
                "{kind:<6} {place:<16} {asked:>4} answers as they should be   {:>5.1} s",
                started.elapsed().as_secs_f64()
            );
            for engine in Engine::ALL {
                let started = Instant::now();
                let opened = visits::check(&world, &server, engine, &truth)
                    .with_context(|| format!("{kind} {place}, in {engine}"))?;
                println!(
                    "{kind:<6} {place:<16} {engine:<8}  {opened}   {:>5.1} s",
                    started.elapsed().as_secs_f64()
                );
            }
        }
    }
    Ok(())
}

//! Serves the built page by nginx and by Caddy, with the files of `hosting/` and the words of `docs/hosting.md`, at the root
//! of a host and under a sub-path. Every file is asked for, and the page is opened in Chromium and in Firefox. A host that sends no
//! headers of its own serves it, too.
//!
//! What must come is read from `hosting/headers.txt` and `hosting/paths.txt` by the harness, which knows nothing of the code
//! that wrote the servers' files from them. All of it happens in namespaces of its own, where the servers
//! have their own ports 80 and 443 and names are whose the test says they are.

mod answers;
mod bare;
mod container;
mod limits;
mod no_worker;
mod request;
mod sandbox;
mod server;
mod visits;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use whichside_harness::engine::Engine;
use whichside_harness::headers::Headers;
use whichside_harness::options::{build, exit_code};
use whichside_harness::{namespaces, project};

use sandbox::Sandbox;
use server::{Location, Server, Software};

/// Serves the built page by real web servers, with the files that are shipped for them, and opens it in real browsers.
#[derive(Parser)]
#[command(name = "whichside-hosting")]
struct Arguments {
    /// The built page
    #[arg(long, value_name = "FOLDER", default_value_os_t = project().join("dist"))]
    dist: PathBuf,
    /// Where hosting/ and docs/ are
    #[arg(long, value_name = "FOLDER", default_value_os_t = project())]
    repository: PathBuf,
    /// What this program tells itself: that it is in its namespaces already.
    #[arg(long, hide = true)]
    inside: bool,
}

fn main() -> ExitCode {
    exit_code("hosting", run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Result<bool> {
    let dist = build(&arguments.dist, "index.html")?;
    let repository = arguments.repository.canonicalize()?;
    if arguments.inside {
        all(&dist, &repository)?;
        return Ok(true);
    }
    namespaces::check()?;
    let ended = namespaces::this_program()?
        .arg("--dist")
        .arg(&dist)
        .arg("--repository")
        .arg(&repository)
        .arg("--inside")
        .status()?;
    Ok(ended.success())
}

fn all(dist: &Path, repository: &Path) -> Result<()> {
    let headers = Headers::load(repository)?;
    let rules = limits::check(dist, &headers)?;
    println!("_headers             {rules} rules, each path with its own headers");
    let sandbox = Sandbox::build(dist, repository)?;
    container::check(&sandbox, repository, &headers).context("the container")?;
    println!("container            takes what there is, and serves it");
    let server = Server::start(&sandbox, Software::Nginx, Location::Root)?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        no_worker::check(&sandbox, &server, engine)
            .with_context(|| format!("the worker's way back, in {engine}"))?;
        println!("no-worker.js         takes worker and copy off the device, {engine}");
    }
    drop(server);
    for engine in [Engine::Chromium, Engine::Firefox] {
        bare::check(&sandbox, engine).with_context(|| format!("without headers, in {engine}"))?;
        println!("without headers      two folders of one origin keep apart, {engine}");
    }
    for software in Software::ALL {
        for location in Location::ALL {
            let name = format!("{software:<6} {location:<16}");
            let started = Instant::now();
            let server = Server::start(&sandbox, software, location)?;
            let asked =
                answers::check(&sandbox, &server, &headers).with_context(|| name.clone())?;
            ensure!(asked > 0, "{name}: nothing was asked");
            let seconds = started.elapsed().as_secs_f64();
            println!("{name} {asked:>4} answers as they should be   {seconds:>5.1} s");
            for engine in [Engine::Chromium, Engine::Firefox] {
                let started = Instant::now();
                let opened = visits::check(&sandbox, &server, engine, &headers)
                    .with_context(|| format!("{name}, in {engine}"))?;
                let seconds = started.elapsed().as_secs_f64();
                println!("{name} {engine:<8}  {opened}   {seconds:>5.1} s");
            }
        }
    }
    Ok(())
}

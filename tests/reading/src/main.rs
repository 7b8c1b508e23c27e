//! Opens the built guide, and the page that makes the error page, in Chromium as their readers do: on a phone and on a desk, in light and in dark. In each, axe looks
//! for what shuts any reader out, the page must fit its screen, and the search must find, mark, count and clear.
//!
//! The guide is served by whoever starts this program, with the headers it is published with; so that its policy keeps
//! nothing of it from working is seen here too. What the guide says is tested in `crates/guide`.

mod browser;
mod maker;
mod reading;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::Instant,
};

use anyhow::{Context, Result, anyhow};
use clap::Parser;
use whichside_harness::options::exit_code;

use browser::{Colours, Reader, Screen};

/// Opens the built guide in Chromium as its readers do, and has axe look for what shuts any of them out.
#[derive(Parser)]
#[command(name = "whichside-reading")]
struct Arguments {
    /// Where the built guide is served
    #[arg(long, value_name = "ADDRESS")]
    guide: String,
    /// Where the page that makes the error page is served
    #[arg(long, value_name = "ADDRESS")]
    maker: String,
    /// axe-core's script
    #[arg(long, value_name = "FILE")]
    axe: PathBuf,
    /// Leaves a picture of each reader's first screen there
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
}

fn main() -> ExitCode {
    exit_code("reading", run(&Arguments::parse()).map(|()| true))
}

fn run(arguments: &Arguments) -> Result<()> {
    let Arguments {
        guide,
        maker,
        axe,
        pictures,
    } = arguments;
    let axe = fs::read_to_string(axe).with_context(|| format!("cannot read {}", axe.display()))?;
    // A browser waits most of the time, so two of them take little longer than one.
    let two_by_two = [Screen::Phone, Screen::Desk]
        .map(|screen| [Colours::Light, Colours::Dark].map(|colours| Reader { screen, colours }));
    for readers in two_by_two {
        let told = thread::scope(|scope| {
            let reads = readers.map(|reader| {
                scope.spawn(|| told(reader, [guide, maker], &axe, pictures.as_deref()))
            });
            reads.map(|read| {
                read.join()
                    .unwrap_or_else(|_| Err(anyhow!("the reading panicked")))
            })
        });
        for line in told {
            println!("{}", line?);
        }
    }
    Ok(())
}

/// Reads as this reader, and tells of it in a line.
fn told(
    reader: Reader,
    [guide, maker]: [&str; 2],
    axe: &str,
    pictures: Option<&Path>,
) -> Result<String> {
    let started = Instant::now();
    let Reader { screen, colours } = &reader;
    let read = reading::all(&reader, guide, axe, pictures)
        .with_context(|| format!("on a {screen} in {colours} colours"))?;
    let rules = maker::all(&reader, maker, axe, pictures)
        .with_context(|| format!("making the error page on a {screen} in {colours} colours"))?;
    Ok(format!(
        "{screen}, {colours}: {} and {rules} rules hold, {} parts searched ({:.1} s)",
        read.rules,
        read.parts,
        started.elapsed().as_secs_f64()
    ))
}

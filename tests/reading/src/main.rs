//! Opens the built guide in Chromium as its readers do: on a phone and on a desk, in light and in dark. In each, axe looks
//! for what shuts any reader out, the page must fit its screen, and the search must find, mark, count and clear.
//!
//! The guide is served by whoever starts this program, with the headers it is published with; so that its policy keeps
//! nothing of it from working is seen here too. What the guide says is tested in `crates/guide`.

mod browser;
mod reading;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::Instant,
};

use anyhow::{Context, Result, anyhow};
use lexopt::{Arg, Parser, ValueExt};

use browser::{Colours, Reader, Screen};

const HELP: &str = "\
whichside-reading --guide ADDRESS --axe FILE
  --guide ADDRESS    where the built guide is served
  --axe FILE         axe-core's script
  --pictures FOLDER  leave a picture of each reader's first screen there
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("reading: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut guide, mut axe, mut pictures) = (None, None, None);
    let mut arguments = Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("guide") => guide = Some(arguments.value()?.string()?),
            Arg::Long("axe") => axe = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("pictures") => pictures = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("help") => {
                print!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let guide = guide.context("--guide is missing: where is the guide served?")?;
    let axe = axe.context("--axe is missing: where is axe-core’s script?")?;
    let axe = fs::read_to_string(&axe).with_context(|| format!("cannot read {}", axe.display()))?;
    // A browser waits most of the time, so two of them take little longer than one.
    let two_by_two = [Screen::Phone, Screen::Desk]
        .map(|screen| [Colours::Light, Colours::Dark].map(|colours| Reader { screen, colours }));
    for readers in two_by_two {
        let told = thread::scope(|scope| {
            let reads = readers
                .map(|reader| scope.spawn(|| told(reader, &guide, &axe, pictures.as_deref())));
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
fn told(reader: Reader, guide: &str, axe: &str, pictures: Option<&Path>) -> Result<String> {
    let started = Instant::now();
    let Reader { screen, colours } = &reader;
    let read = reading::all(&reader, guide, axe, pictures)
        .with_context(|| format!("on a {screen} in {colours} colours"))?;
    Ok(format!(
        "{screen}, {colours}: {} rules hold, {} parts searched ({:.1} s)",
        read.rules,
        read.parts,
        started.elapsed().as_secs_f64()
    ))
}

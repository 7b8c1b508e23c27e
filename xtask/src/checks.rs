//! `cargo xtask test`: everything that must hold before a change is taken, one step after the other. The first that
//! fails ends the run; none is ever skipped but the lab and the servers, which need namespaces, and that only when asked for.

use std::{
    ffi::OsString,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    child, guide, page, serve,
    setup::{self, Purpose, Setup},
};

const WASM: &str = "wasm32-unknown-unknown";
/// Each runs the faults that name it in `tests`.
const EVERY_ENGINE: [&str; 6] = [
    "--browser",
    "chromium",
    "--browser",
    "firefox",
    "--browser",
    "webkit",
];

/// Installs what the checks need, then runs all of them.
pub fn run(root: &Path, with_lab: bool) -> Result<()> {
    let mut steps = Steps::default();
    let setup = steps.step("What the checks need", || setup::run(root, Purpose::Test))?;
    let cargo = |words: &[&str]| {
        let mut cargo = setup.cargo();
        cargo.current_dir(root).args(words);
        cargo
    };
    steps.step("Formatting", || {
        child::run(&mut cargo(&["fmt", "--all", "--check"])).context("run `cargo fmt --all`")
    })?;
    steps.step("Clippy, native", || {
        child::run(&mut cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.step("Clippy, in the browser", || {
        child::run(&mut cargo(&[
            "clippy",
            "--locked",
            "--package",
            "whichside",
            "--package",
            "whichside-owner-page",
            "--target",
            WASM,
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.step("Tests, native", || {
        tests(&mut cargo(&["test", "--locked", "--workspace"]))
    })?;
    steps.step("Tests, in headless Chromium", || {
        let driver = child::find("chromedriver").context("chromedriver is not to be found")?;
        let mut cargo = cargo(&[
            "test",
            "--locked",
            "--package",
            "whichside",
            "--package",
            "whichside-owner-page",
            "--target",
            WASM,
        ]);
        cargo
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                setup.test_runner(),
            )
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1");
        tests(&mut cargo)
    })?;
    let dist = steps.step("The page and its size", || page::build(root, &setup))?;
    steps.step("The guide, as its readers have it", || {
        reading(root, &setup, &dist)
    })?;
    if with_lab {
        steps.step("The page behind nginx and Caddy", || {
            hosting(root, &setup, &dist)
        })?;
        steps.step("The lab, in three engines", || {
            lab(root, &setup, &EVERY_ENGINE.map(OsString::from))
        })?;
        steps.step("The widget, as others embed it", || {
            embed(root, &setup, &[])
        })?;
    }
    steps.print();
    if !with_lab {
        println!("The lab and the servers were left out, as asked.");
    }
    Ok(())
}

/// Opens the built guide in Chromium on screens of two sizes, in light and dark, with the headers it is published with.
fn reading(root: &Path, setup: &Setup, dist: &Path) -> Result<()> {
    let axe = setup.axe().context("axe was not made ready")?;
    let address = serve::beside(dist)?;
    child::run(
        own(root, setup, "whichside-reading")
            .arg("--guide")
            .arg(format!("http://{address}/{}/", guide::FOLDER))
            .arg("--axe")
            .arg(axe),
    )
    .context("the guide shuts readers out")
}

/// Serves the built page by real servers with the files that are shipped for them.
fn hosting(root: &Path, setup: &Setup, dist: &Path) -> Result<()> {
    child::run(
        own(root, setup, "whichside-hosting")
            .arg("--dist")
            .arg(dist)
            .arg("--repository")
            .arg(root),
    )
    .context("a server does not serve the page as it must")
}

/// Opens the built page in a real browser on the lab's small, broken internet.
pub fn lab(root: &Path, setup: &Setup, arguments: &[OsString]) -> Result<()> {
    child::run(
        own(root, setup, "whichside-lab")
            .arg("--dist")
            .arg(root.join("dist"))
            .args(arguments),
    )
    .context("the lab did not pass")
}

/// Embeds the built widget into pages of the lab's internet, of status pages and of their enemies.
pub fn embed(root: &Path, setup: &Setup, arguments: &[OsString]) -> Result<()> {
    child::run(
        own(root, setup, "whichside-embed-lab")
            .arg("--dist")
            .arg(root.join("dist"))
            .args(arguments),
    )
    .context("the widget did not pass")
}

/// A program of the project's own, with its arguments to come.
fn own(root: &Path, setup: &Setup, package: &str) -> Command {
    let mut cargo = setup.cargo();
    cargo
        .current_dir(root)
        .args(["run", "--locked", "--package", package, "--"]);
    cargo
}

/// Runs tests and says how many there were: a run without any has tested nothing.
fn tests(command: &mut Command) -> Result<()> {
    let mut passed = 0;
    child::run_seeing(command, |line| passed += passed_in(line).unwrap_or(0))?;
    if passed == 0 {
        bail!("`{}` ran no test at all", child::shown(command));
    }
    println!("{passed} tests passed.");
    Ok(())
}

/// How many tests a line such as "test result: ok. 12 passed; 0 failed; …" tells of.
fn passed_in(line: &str) -> Option<u32> {
    let (_, counts) = line.split_once("test result: ")?;
    let mut words = counts.split_whitespace();
    let number = words.nth(1)?;
    (words.next()? == "passed;").then(|| number.parse().ok())?
}

/// The steps done so far, with the time each took.
#[derive(Default)]
struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n── {name} ──");
        let started = Instant::now();
        let done = work().with_context(|| format!("step “{name}” failed"))?;
        self.0.push((name, started.elapsed()));
        Ok(done)
    }

    fn print(&self) {
        println!("\n── All passed ──");
        for (name, took) in &self.0 {
            println!("{name:<30} {:>7.1} s", took.as_secs_f64());
        }
        let total: Duration = self.0.iter().map(|(_, took)| *took).sum();
        println!("{:<30} {:>7.1} s", "in all", total.as_secs_f64());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_tests_is_read_from_the_summary() {
        for (line, passed) in [
            ("test result: ok. 12 passed; 0 failed; 0 ignored", Some(12)),
            ("test result: FAILED. 3 passed; 1 failed;", Some(3)),
            ("running 12 tests", None),
            ("test result: odd", None),
        ] {
            assert_eq!(passed_in(line), passed, "{line}");
        }
    }
}

//! `cargo xtask test`: everything that must hold before a change is taken, one step after the other. The first that
//! fails ends the run; none is ever skipped but the lab and the servers, which need namespaces, and that only when asked for.

use std::{
    ffi::OsString,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::{
    build, error_page, guide, packages, serve,
    setup::{self, Purpose, WASM},
    sizes, tools,
};

/// Each runs the faults that name it in `tests`.
const EVERY_ENGINE: [&str; 6] = [
    "--browser",
    "chromium",
    "--browser",
    "firefox",
    "--browser",
    "webkit",
];
/// What is compiled for the browser.
const IN_BROWSER: [&str; 4] = ["--package", "whichside", "--target", WASM];

/// Installs what the checks need, then runs all of them.
pub fn run(root: &Path, with_lab: bool) -> Result<()> {
    let mut steps = Steps::default();
    let shell = steps.step("What the checks need", || setup::run(root, Purpose::Test))?;
    let shell = &shell;
    steps.step("Formatting", || {
        let check = cmd!(shell, "cargo fmt --all --check");
        check.run().context("run `cargo fmt --all`")
    })?;
    steps.step("Clippy, native", || {
        Ok(cmd!(
            shell,
            "cargo clippy --locked --workspace --all-targets -- -D warnings"
        )
        .run()?)
    })?;
    steps.step("Clippy, in the browser", || {
        let clippy = cmd!(
            shell,
            "cargo clippy --locked {IN_BROWSER...} --all-targets -- -D warnings"
        );
        Ok(clippy.run()?)
    })?;
    // The database of advisories is fetched, which not every machine can: the workflow for continuous integration checks it.
    if packages::find("cargo-deny").is_some() {
        steps.step("Licences, bans and sources", || {
            Ok(cmd!(shell, "cargo deny --offline check bans licenses sources").run()?)
        })?;
    } else {
        println!(
            "Licences and bans were not checked: cargo-deny is not installed (cargo install cargo-deny)."
        );
    }
    steps.step("Tests, native", || {
        Ok(cmd!(shell, "cargo test --locked --workspace").run()?)
    })?;
    steps.step("Tests, in headless Chromium", || {
        let driver = packages::find("chromedriver").context("chromedriver is not to be found")?;
        let tests = cmd!(shell, "cargo test --locked {IN_BROWSER...}")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                "wasm-bindgen-test-runner",
            )
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1");
        Ok(tests.run()?)
    })?;
    steps.step("The page and its size", || {
        build::run_if_stale(shell)?;
        sizes::check(&root.join(build::DIST))
    })?;
    steps.step("The error page’s types", || {
        Ok(cmd!(shell, "tsc --project boot/error-page/tsconfig.json").run()?)
    })?;
    steps.step("The guide, as its readers have it", || reading(shell))?;
    if with_lab {
        steps.step("The page behind nginx and Caddy", || hosting(shell))?;
        steps.step("The error page on real servers", || error_page(shell, &[]))?;
        steps.step("The lab, in three engines", || {
            lab(shell, &EVERY_ENGINE.map(OsString::from))
        })?;
        steps.step("The widget, as others embed it", || embed(shell, &[]))?;
    }
    steps.print();
    if !with_lab {
        println!("The lab and the servers were left out, as asked.");
    }
    Ok(())
}

/// Opens the built guide in Chromium on screens of two sizes, in light and dark, with the headers it is published with.
fn reading(shell: &Shell) -> Result<()> {
    let axe = tools::axe()?;
    let address = serve::beside(&shell.current_dir().join(build::DIST))?;
    let guide = format!("http://{address}/{}/", guide::FOLDER);
    let maker = format!("http://{address}/{}/", error_page::FOLDER);
    cmd!(
        shell,
        "cargo run --locked --package whichside-reading -- --guide {guide} --maker {maker} --axe {axe}"
    )
    .run()
    .context("the guide, or the page that makes the error page, shuts readers out")
}

/// Serves the built page by real servers with the files that are shipped for them.
fn hosting(shell: &Shell) -> Result<()> {
    let root = shell.current_dir();
    let dist = root.join(build::DIST);
    cmd!(
        shell,
        "cargo run --locked --package whichside-hosting -- --dist {dist} --repository {root}"
    )
    .run()
    .context("a server does not serve the page as it must")
}

/// Breaks real servers' applications under the error page.
pub fn error_page(shell: &Shell, options: &[OsString]) -> Result<()> {
    let built = crate::error_page::for_tests(&shell.current_dir())?;
    let axe = tools::axe()?;
    cmd!(
        shell,
        "cargo run --locked --package whichside-error-page-lab -- --built {built} --axe {axe} {options...}"
    )
    .run()
    .context("the error page did not pass")
}

/// Opens the built page in a real browser on the lab's small, broken internet.
pub fn lab(shell: &Shell, options: &[OsString]) -> Result<()> {
    let dist = shell.current_dir().join(build::DIST);
    cmd!(
        shell,
        "cargo run --locked --package whichside-lab -- --dist {dist} {options...}"
    )
    .run()
    .context("the lab did not pass")
}

/// Embeds the built widget into pages of the lab's internet, of status pages and of their enemies.
pub fn embed(shell: &Shell, options: &[OsString]) -> Result<()> {
    let dist = shell.current_dir().join(build::DIST);
    cmd!(
        shell,
        "cargo run --locked --package whichside-embed-lab -- --dist {dist} {options...}"
    )
    .run()
    .context("the widget did not pass")
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

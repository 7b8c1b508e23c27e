//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use whichside_harness::engine::Engine;
use whichside_harness::options::processors;
use whichside_harness::project;

use crate::unit::Vantages;

/// Builds a small internet for each fault, breaks it, opens the shipped build in a real browser there, and compares what the
/// page says with what is broken.
#[derive(Debug, Parser)]
#[command(name = "whichside-lab")]
pub struct Arguments {
    /// The shipped build to open
    #[arg(long, value_name = "DIR", default_value_os_t = project().join("dist"))]
    pub dist: PathBuf,
    /// The browser; may be repeated
    #[arg(long = "browser", value_name = "NAME", default_value = "chromium")]
    pub engines: Vec<Engine>,
    /// Whether outside vantages answer, or are switched off
    #[arg(long, value_name = "WHICH", default_value = "with")]
    pub vantages: Settings,
    /// Only this fault, also one outside the default run; may be repeated
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// All faults, not only those that name the browser in `tests`
    #[arg(long)]
    pub every: bool,
    /// How many labs run side by side at most: they wait a lot
    #[arg(long, value_name = "N", default_value_t = 2 * processors())]
    pub jobs: usize,
    /// Prints every verdict shown in every run, after the table
    #[arg(long)]
    pub verdicts: bool,
    /// Writes target/lab/report.html and report.json
    #[arg(long)]
    pub report: bool,
    /// Does not repeat what target/lab holds from a run that was stopped, which must have been of the same page
    #[arg(long)]
    pub resume: bool,
    /// Writes what the page observed to tests/cases/<fault>
    #[arg(long)]
    pub record: bool,
    /// Keeps a picture of each final page there
    #[arg(long, value_name = "DIR")]
    pub screenshots: Option<PathBuf>,
    /// Keeps each world's configuration and logs under target/lab/worlds
    #[arg(long)]
    pub keep: bool,
    /// Lists the faults and ends
    #[arg(long)]
    pub list: bool,
    #[command(flatten)]
    pub inside: Inside,
}

/// What this program tells itself when it starts itself again in the namespaces of one world.
#[derive(Debug, clap::Args)]
pub struct Inside {
    /// The fault's name.
    #[arg(long = "inside", hide = true)]
    pub fault: Option<String>,
    /// Whether the visitor looks at everything once they are asked anything.
    #[arg(long, hide = true)]
    pub look_around: bool,
    /// Where the picture of the final page goes.
    #[arg(long = "screenshot-to", hide = true)]
    pub screenshot: Option<PathBuf>,
    /// Where configuration and logs are copied to.
    #[arg(long, hide = true)]
    pub keep_in: Option<PathBuf>,
}

/// The settings of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Settings {
    /// They answer.
    With,
    /// The browser is alone.
    Without,
    /// The visitor has switched them off.
    SwitchedOff,
    /// One run each with them and alone.
    Both,
}

impl Settings {
    /// The settings themselves.
    pub const fn all(self) -> &'static [Vantages] {
        match self {
            Self::With => &[Vantages::With],
            Self::Without => &[Vantages::Without],
            Self::SwitchedOff => &[Vantages::SwitchedOff],
            Self::Both => &[Vantages::With, Vantages::Without],
        }
    }
}

/// Where this package lies.
pub fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::try_parse_from(format!("whichside-lab {line}").split_whitespace())
    }

    #[test]
    fn chromium_with_outside_vantages_looks_where_nobody_is_named() {
        let asked = parsed("").unwrap();
        assert_eq!(asked.engines, [Engine::Chromium]);
        assert_eq!(asked.vantages.all(), [Vantages::With]);
    }

    #[test]
    fn browsers_add_up_and_settings_are_chosen() {
        let asked = parsed("--browser webkit --browser firefox --vantages both").unwrap();
        assert_eq!(asked.engines, [Engine::Webkit, Engine::Firefox]);
        assert_eq!(asked.vantages.all(), [Vantages::With, Vantages::Without]);
    }

    #[test]
    fn an_unknown_browser_or_setting_is_refused_by_name() {
        for (line, word) in [("--browser opera", "opera"), ("--vantages some", "some")] {
            let error = parsed(line).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}

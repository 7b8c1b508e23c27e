//! The command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use whichside_harness::engine::Engine;
use whichside_harness::options::processors;
use whichside_harness::project;

/// Embeds the shipped build's widget into pages of the lab's internet, uses it as visitors do, and attacks it as others may.
#[derive(Debug, Parser)]
#[command(name = "whichside-embed-lab")]
pub struct Arguments {
    /// The shipped build
    #[arg(long, value_name = "DIR", default_value_os_t = project().join("dist"))]
    pub dist: PathBuf,
    /// The browser; may be repeated
    #[arg(
        long = "browser",
        value_name = "NAME",
        default_values = ["chromium", "firefox"],
        value_parser = tried
    )]
    pub engines: Vec<Engine>,
    /// Only this scenario; may be repeated
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// How many worlds run side by side at most
    #[arg(long, value_name = "N", default_value_t = 1 + processors())]
    pub jobs: usize,
    /// Keeps each world's configuration and logs under target/embed
    #[arg(long)]
    pub keep: bool,
    /// Lists the scenarios and ends
    #[arg(long)]
    pub list: bool,
    /// What this program tells itself in the namespaces of one world: the scenario's name.
    #[arg(long, hide = true)]
    pub inside: Option<String>,
    /// Likewise: where configuration and logs are copied to.
    #[arg(long, hide = true)]
    pub keep_in: Option<PathBuf>,
}

/// An engine that the widget is tried in.
fn tried(name: &str) -> Result<Engine, String> {
    match Engine::from_str(name, false)? {
        engine @ (Engine::Chromium | Engine::Firefox) => Ok(engine),
        Engine::Webkit => Err("the widget is not tried in webkit".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_are_tried_where_none_is_named() {
        let asked = Arguments::try_parse_from(["whichside-embed-lab"]).unwrap();
        assert_eq!(asked.engines, [Engine::Chromium, Engine::Firefox]);
    }

    #[test]
    fn a_browser_it_is_not_tried_in_is_refused_by_name() {
        let asked = Arguments::try_parse_from(["whichside-embed-lab", "--browser", "webkit"]);
        assert!(asked.unwrap_err().to_string().contains("webkit"));
    }
}

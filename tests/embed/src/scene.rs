//! What a scenario has at hand: the visitor's browser, the servers' logs, and waiting for what a script tells.

use std::path::Path;

use anyhow::{Result, bail};
use serde_json::Value;
use whichside_egress::traffic::Request;
use whichside_harness::engine::Engine;
use whichside_harness::wait::until;
use whichside_harness::webdriver::Session;
use whichside_lab::addresses::{PAGE_NAME, VISITOR};
use whichside_lab::world::World;

/// A scenario's surroundings.
pub struct Scene<'a> {
    /// The lab's internet.
    pub world: &'a World,
    /// The visitor's browser.
    pub session: &'a Session,
    /// Which one it is.
    pub engine: Engine,
    /// The shipped build.
    pub dist: &'a Path,
}

/// What is must be what is expected.
///
/// # Errors
/// It is not: both.
pub fn expect<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, seen: T) -> Result<()> {
    if expected != seen {
        bail!("{what}: expected {expected:?}, seen {seen:?}");
    }
    Ok(())
}

impl Scene<'_> {
    /// Opens a page.
    ///
    /// # Errors
    /// It does not open.
    pub fn open(&self, url: &str) -> Result<()> {
        self.session.go_to(url)
    }

    /// Runs a script in the page or frame that is looked at, and reads what it gives back.
    ///
    /// # Errors
    /// It throws.
    pub fn ask(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.session.run(script, arguments)
    }

    /// Waits until a script gives back `true`.
    ///
    /// # Errors
    /// It does not: with what it gave last.
    pub fn wait_for(&self, expected: &str, script: &str, arguments: &[Value]) -> Result<()> {
        until(expected, || {
            let seen = self.ask(script, arguments)?;
            Ok(if seen == Value::Bool(true) {
                Ok(())
            } else {
                Err(seen.to_string())
            })
        })
    }

    /// What the visitor's browser asked the target (or its twin), a line each. What never spoke HTTP counts, too.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn target_requests(&self) -> Result<Vec<String>> {
        Ok(by_the_visitor(self.world.target_requests()?))
    }

    /// What it asked the page's own host.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn page_requests(&self) -> Result<Vec<String>> {
        Ok(by_the_visitor(self.world.page_requests()?))
    }

    /// The paths of those, without queries.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn page_paths(&self) -> Result<Vec<String>> {
        let requests = self.page_requests()?;
        let paths = requests.iter().filter_map(|line| line.split(' ').nth(1));
        Ok(paths
            .map(|path| path.split('?').next().unwrap_or_default().to_owned())
            .collect())
    }

    /// Fails where the target was asked anything.
    ///
    /// # Errors
    /// It was: what.
    pub fn nothing_asked(&self, when: &str) -> Result<()> {
        let asked = self.target_requests()?;
        if !asked.is_empty() {
            bail!(
                "{when}: expected no request of the visitor's browser at the target, seen: {}",
                asked.join(" | ")
            );
        }
        Ok(())
    }
}

/// An address on the page's own host.
pub fn on_the_page(rest: &str) -> String {
    format!("https://{PAGE_NAME}/{rest}")
}

fn by_the_visitor(requests: Vec<Request>) -> Vec<String> {
    let visitor = VISITOR.to_string();
    let theirs = requests
        .into_iter()
        .filter(|request| request.from == visitor);
    theirs.map(|request| request.line).collect()
}

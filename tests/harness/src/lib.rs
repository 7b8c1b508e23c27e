//! What the tests that drive real browsers share: the browsers and WebDriver, namespaces, certificates, the headers that the
//! page is served with, waiting for states, and running many tests at once.
//!
//! Nothing here knows what a test is about: faults are `tests/lab`'s, scenarios `tests/embed`'s, servers `tests/hosting`'s.

pub mod browser;
pub mod certificates;
pub mod command;
pub mod engine;
pub mod headers;
pub mod namespaces;
pub mod options;
pub mod parallel;
pub mod wait;
pub mod webdriver;

use std::path::PathBuf;

/// The project's folder.
pub fn project() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

//! From observations of a failing site to a verdict: whose side is broken, why, and what to try first.
//!
//! The library is pure: it knows nothing of a browser, a clock, randomness or I/O, and panics on no input.
//! Data flows one way: [`target`] → plan → [`observation`] → [`record`] → [`signals`] → [`verdict`] → [`advice`]; [`check`]
//! drives it, and the sentences ([`words`], [`lines`], [`report`]) stand above it.
//! Who performs the probes, and who draws the result, is left to the page.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod address;
pub mod advice;
pub mod cause;
mod causes;
pub mod check;
mod circumstances;
pub mod doh;
mod endpoints;
mod further;
pub mod globalping;
pub mod history;
mod hop;
mod ids;
pub mod lenient;
pub mod likelihood;
pub mod lines;
pub mod millis;
mod next_question;
pub mod observation;
mod observation_json;
pub mod outside;
pub mod path;
mod placeholder;
mod plan;
pub mod probability;
mod probes;
pub mod question;
pub mod reasons;
pub mod record;
mod redirect;
pub mod remedy;
pub mod report;
pub mod signals;
pub mod target;
mod thresholds;
pub mod trace;
pub mod verdict;
pub mod watch;
pub mod words;

pub use cause::{Cause, Side};
pub use check::Check;
pub use history::History;
pub use millis::Millis;
pub use observation::{Observation, Outcome};
pub use observation_json::ObservationJson;
pub use plan::{Ask, What};
pub use probability::{Confidence, PerMille, Probability};
pub use probes::{Probe, ProbeSpec};
pub use question::Question;
pub use reasons::Reason;
pub use record::{CheckRecord, Progress, Setting};
pub use remedy::Remedy;
pub use target::{InputError, Target, UrlParts};
pub use verdict::Verdict;

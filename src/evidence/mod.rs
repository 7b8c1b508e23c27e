//! “How we know” and the report: what was asked and answered, why that names the cause, and all of it to pass on. Between them
//! stands what the site itself says, where it says anything: the one thing that a part asks somebody else for.
//!
//! It is a [`Part`](crate::part::Part) of the page: the page hands over what was found ([`Findings`]), and the evidence's program
//! (`src/bin/evidence.rs`) draws from it ([`show()`]). Both conclude the same, since everything follows from the record.

mod content;
mod findings;
mod how_we_know;
pub mod own_word;
mod reasons;
mod report;
#[cfg(target_arch = "wasm32")]
mod show;
mod site_word;
pub mod view_model;

pub use content::{Content, ContentProps};
pub use findings::Findings;
#[cfg(target_arch = "wasm32")]
pub use show::show;
pub use site_word::FetchWord;

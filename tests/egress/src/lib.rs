//! The egress contract: what leaves the visitor's browser and what stays on the device (`egress.toml` of the project).
//!
//! [`contract`] reads it, [`traffic`] is what was seen of one check, [`breaches`] holds the one against the other, and
//! [`markdown`] writes the project's documents from it. Sniffing and reading logs and profiles are left to the lab.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod breaches;
pub mod contract;
pub mod markdown;
pub mod traffic;

pub use breaches::breaches;
pub use contract::Contract;
pub use traffic::Traffic;

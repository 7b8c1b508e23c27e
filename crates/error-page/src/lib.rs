//! The error page: a self-contained page that a site's front server shows in place of its bare “502 Bad Gateway”, and the
//! configuration that makes the server show it.
//!
//! [`choices`] reads what an owner chose, [`page`] writes the page, [`stack`] the configuration of each server, [`statement`]
//! is the owner's own word on an incident, [`draft`] what they write of it, [`pace`] says when a waiting page asks, [`crowd`] simulates many of them. Everything
//! here is pure: the page's script and style are handed in, and every text that an owner chose is escaped for its place.
//! Files, esbuild and the command line are left to `xtask`, the page that makes the same in a browser to `src/error_page`.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod address;
pub mod choices;
pub mod crowd;
pub mod draft;
pub mod escape;
mod field;
pub mod label;
pub mod pace;
pub mod page;
pub mod plot;
pub mod policy;
pub mod stack;
pub mod statement;
mod status;

pub use choices::{Choices, Settings};
pub use label::{MakerLabel, PageLabel, WordLabel};
pub use page::{Files, Parts, Status};
pub use stack::Stack;

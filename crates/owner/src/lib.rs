//! What a site's owner can do: from a cause, the stack that was seen and the hosting, to ordered steps with commands.
//!
//! Two helpers go with them: [`logs`] explains pasted log lines, [`config`] checks a pasted nginx configuration.
//! Every text is an English literal inside typed data, with placeholders in braces; commands and configuration are fields
//! of their own and never translated. The crate is pure: no I/O, no clock, no randomness, and it panics on no input.
//! Which cause it is, is left to `whichside-diagnosis`; drawing and translating are left to the pages.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod choice;
pub mod command;
pub mod config;
pub mod fragments;
pub mod hosting;
pub mod labels;
pub mod logs;
mod pasted;
pub mod placeholder;
pub mod response;
mod site;
pub mod stack;
pub mod steps;
mod texts;

pub use choice::Choice;
pub use command::{Command, Effect, Finding, Output};
pub use fragments::Fragment;
pub use hosting::{Hosting, System};
pub use labels::Label;
pub use pasted::Pasted;
pub use placeholder::Placeholder;
pub use site::Site;
pub use stack::Stack;
pub use steps::{Step, for_owner};
pub use texts::texts;
pub use whichside_words::{Language, Words};

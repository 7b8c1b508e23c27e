//! What a visitor can do in their own browser and on their own system, as typed data: for the page, as a file it fetches
//! when a remedy is shown, and for everybody, as the guide, a page that needs no script.
//!
//! Pure, like the diagnosis library it stands on: no I/O, no clock, no panic. Which remedy comes first is decided there;
//! here is how it is done. Every text is an English literal handed to a [`Translate`] when it is shown, so that all texts
//! can be listed and translated. Where files are written is left to the build.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod articles;
pub mod inline;
pub mod instructions;
pub mod json;
mod language;
pub mod page;
pub mod remedies;
pub mod steps;
pub mod visitor;

pub use instructions::{Instruction, Instructions};
pub use language::{Translate, texts};
pub use remedies::{Loss, Words};
pub use steps::{Steps, steps};
pub use visitor::{Browser, Form, Hints, System, Visitor, detect};

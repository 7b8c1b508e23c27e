//! A part of the page that is a program of its own: it is fetched after the page, and draws in a place that the page keeps for
//! it. The page has the place ([`Part`]) and hands over what is to be shown, as text, again whenever that changes.
//!
//! Such a program exports a function for each part that it draws, which takes a [`Handover`].

#[cfg(target_arch = "wasm32")]
mod drawing;
mod loading;
mod place;
mod program;

#[cfg(target_arch = "wasm32")]
pub(crate) use drawing::{Drawing, InLanguage};
pub(crate) use loading::{Progress, loading};
pub use place::{Part, PartProps};
pub use program::{EVIDENCE, Handover, OWNER, Program, ProgramMissing, STEPS};

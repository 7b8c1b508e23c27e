//! How a remedy is done: the steps for the visitor's browser and system, which they can correct.
//!
//! It is a [`Part`](crate::part::Part) in the card of each remedy. All of them are drawn by one program, that of the evidence
//! (`src/bin/evidence.rs`), which is there when a verdict is; what is corrected in one card holds for all.

#[cfg(target_arch = "wasm32")]
mod all_steps;
#[cfg(target_arch = "wasm32")]
mod show;
#[cfg(target_arch = "wasm32")]
mod view;
pub mod view_model;
#[cfg(target_arch = "wasm32")]
mod visitor;

#[cfg(target_arch = "wasm32")]
pub use show::{UnknownRemedy, show};

//! The page that makes the error page: where a site's owner chooses, sees it in each state, and copies or downloads it.
//!
//! What is a usable choice, the pages and the configurations are `whichside-error-page`'s; here are the choices, and their drawing.

pub mod event;
pub mod state;
mod update;
pub mod view;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
mod component;

#[cfg(target_arch = "wasm32")]
pub use component::ErrorMaker;

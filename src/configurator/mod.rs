//! The configurator: where a status page's owner chooses how the widget looks, sees it, copies the code, and learns what their
//! own policy makes of it.
//!
//! The code, the effect of a policy and where a check runs are decided in `whichside-embed`; here are the choices, and their
//! drawing.

pub mod event;
pub mod state;
mod update;
pub mod view;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
mod component;

#[cfg(target_arch = "wasm32")]
pub use component::Configurator;

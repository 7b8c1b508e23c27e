//! The configurator: where a status page's owner chooses how the widget looks, sees it, copies the code, and learns what their
//! own policy makes of it.
//!
//! What code is written, what a policy does and where a check runs are `whichside-embed`'s; here is what was chosen, and its
//! drawing.

pub mod event;
pub mod state;
mod update;

#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use component::Configurator;

//! The widget: the page's own check in a small frame that stands in other people's pages.
//!
//! It has the page's state and reducer in it, and around them a reducer of its own, which decides whether a check may run
//! here at all. Who may check what, and what is said to the page around, are `whichside-embed`'s.

pub mod click;
pub mod event;
pub mod state;
pub(crate) mod update;

#[cfg(target_arch = "wasm32")]
mod agreement;
#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod guard;
#[cfg(target_arch = "wasm32")]
mod host;
// Natively, only tests draw.
#[cfg(any(test, target_arch = "wasm32"))]
mod view;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
pub use component::Widget;

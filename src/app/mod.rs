//! The app: a reducer that holds all of the page's behaviour, a thin shell that performs its effects in the browser,
//! and views that only draw the state.

pub mod event;
pub mod state;
pub(crate) mod update;

#[cfg(target_arch = "wasm32")]
mod component;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
pub(crate) mod opened;
#[cfg(target_arch = "wasm32")]
pub(crate) mod shell;
// Natively, only tests draw.
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) mod view;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
pub use component::App;

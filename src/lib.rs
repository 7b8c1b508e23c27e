//! The pages: probes of the browser, the app that draws what the diagnosis library concludes from them, the widget that does so
//! on others' pages, its configurator, and the section for a site's owner. All judgement lives in `whichside-diagnosis` and
//! `whichside-embed`; here are only side effects and their drawing.

pub mod app;
mod browser;
pub mod components;
pub mod configurator;
pub mod env;
pub mod owner;
#[cfg(target_arch = "wasm32")]
pub mod probe;
#[cfg(target_arch = "wasm32")]
mod start;
pub mod widget;

#[cfg(target_arch = "wasm32")]
pub use start::start;

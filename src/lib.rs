//! The pages: probes of the browser, the app that draws what the diagnosis library concludes from them and what loads after it
//! (the evidence, the steps of remedies, the section for a site's owner), the widget that does so on others' pages, its configurator, and
//! the page that makes the error page. All judgement lives in `whichside-diagnosis`, `whichside-embed` and `whichside-error-page`; here are only side effects and their drawing.

pub mod app;
pub mod browser;
pub mod components;
pub mod configurator;
pub mod env;
pub mod error_maker;
pub mod evidence;
pub mod owner;
pub mod part;
#[cfg(target_arch = "wasm32")]
pub mod probe;
#[cfg(target_arch = "wasm32")]
mod start;
pub mod steps;
pub mod widget;

#[cfg(target_arch = "wasm32")]
pub use start::start;

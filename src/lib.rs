//! The page: probes of the browser, and the app that draws what the diagnosis library concludes from them.
//! All judgement lives in `whichside-diagnosis`; here are only side effects and their drawing.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod probe;

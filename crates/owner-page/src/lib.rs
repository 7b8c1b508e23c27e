//! “I run this site”: the section for a site's owner, drawn into an element that the page gives it.
//!
//! It is a WebAssembly module of its own, fetched when a visitor opens the section, so that the first load stays small.
//! It draws by plain calls to the DOM, and puts every text there as text, never as markup: the host, the server's name and
//! what is pasted come from others. What there is to say is `whichside-owner`'s; here is only how it is shown.

#![deny(missing_docs)]

pub mod facts;
pub mod pasted;

#[cfg(target_arch = "wasm32")]
mod choice;
#[cfg(target_arch = "wasm32")]
mod copying;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod mistakes;
#[cfg(target_arch = "wasm32")]
mod section;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod step;
#[cfg(target_arch = "wasm32")]
mod understood;
#[cfg(target_arch = "wasm32")]
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use section::{draw, open};

/// Half the size of the standard one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

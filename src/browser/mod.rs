//! What every page of ours needs of the browser: the environment that reducers are told, storage, the clipboard, the
//! document, our own files, status pages, other tabs, and how times are written. It decides nothing.

pub(crate) mod clipboard;
#[cfg(target_arch = "wasm32")]
pub(crate) mod document;
#[cfg(target_arch = "wasm32")]
pub(crate) mod env;
#[cfg(target_arch = "wasm32")]
pub(crate) mod file;
pub(crate) mod own_name;
#[cfg(target_arch = "wasm32")]
pub(crate) mod status_summary;
#[cfg(target_arch = "wasm32")]
pub(crate) mod storage;
pub(crate) mod time;
#[cfg(target_arch = "wasm32")]
pub mod turn;

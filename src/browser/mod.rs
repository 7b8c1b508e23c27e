//! What every page of ours needs of the browser: the environment that reducers are told, storage, the clipboard, the
//! document, our own files, and status pages. It decides nothing.

pub(crate) mod clipboard;
pub(crate) mod document;
pub(crate) mod env;
pub(crate) mod file;
pub(crate) mod status_summary;
pub(crate) mod storage;

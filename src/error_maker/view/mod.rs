//! What the page that makes the error page draws: the form, the preview, and the files.

mod files;
mod form;
mod page;
mod preview;
mod statement;
mod written;

pub use page::Page;

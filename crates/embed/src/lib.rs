//! The widget on somebody else's page: what may be decided about it without a browser.
//!
//! Which messages host and frame exchange, where a check may run inside the frame, what a status page says of its own incident,
//! and what widget and configurator say. The crate is pure: no I/O, no clock, no randomness, and it panics on no input: messages,
//! names and files come from others. Whose side is broken is left to `whichside-diagnosis`; sending, listening and drawing are
//! left to the pages, and what stands on the host's page to the loader, `boot/embed.js`.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod texts;

pub use texts::texts;

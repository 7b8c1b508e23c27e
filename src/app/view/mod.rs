//! The page's views: they draw the view model, one file each. What is said and shown is decided in `view_model`; what
//! happens on a click, in the reducer.
//!
//! The page and its large sections are components, so that they are drawn anew only where their model changed. What stands
//! in them has no state and is drawn by functions.

mod advice;
mod emblem;
mod facts;
mod form;
mod hop_path;
mod options;
mod page;
mod question;
mod remedy_card;
mod verdict_card;

pub(crate) use self::facts::chip;
pub(crate) use self::page::page;
pub(crate) use self::remedy_card::remedy_card;
pub(crate) use self::verdict_card::verdict_section;

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) mod tests;

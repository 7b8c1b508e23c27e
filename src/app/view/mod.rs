//! The page's views: function components that draw the view model, one file each. What is said and shown is decided in
//! `view_model`; what happens on a click, in the reducer.

mod advice;
mod emblem;
mod evidence;
mod facts;
mod form;
mod guide_link;
mod hop_path;
mod instructions;
mod mark;
mod options;
mod page;
mod question;
mod reasons;
mod remedy_card;
mod report;
mod verdict_card;

pub(crate) use self::facts::Chip;
pub(crate) use self::page::Page;
pub(crate) use self::remedy_card::RemedyCard;
pub(crate) use self::verdict_card::VerdictSection;

#[cfg(all(test, not(target_arch = "wasm32")))]
pub(crate) mod tests;

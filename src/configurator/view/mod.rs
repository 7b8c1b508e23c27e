//! The components of the configurator. They show the view model; every choice is made there.

mod address_field;
mod code_block;
mod code_section;
mod findings_section;
mod form;
mod page;
mod policy_section;
mod preview;
mod relation_section;

pub use page::Page;

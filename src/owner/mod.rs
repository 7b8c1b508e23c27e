//! “I run this site”: the section for a site's owner, drawn from what the owner's worker responds.
//!
//! The page links the types of those responses and none of their texts. Opening the section spawns the worker; what there
//! is to say is `whichside-owner`'s, here is only how it is shown.

mod asker;
mod choice_menus;
mod config_box;
mod context;
mod copy_box;
mod kept_choice;
mod log_box;
mod missing;
mod navigation;
mod other_step;
mod paste_box;
mod possible;
mod section;
mod section_body;
mod step_details;
mod step_link;
mod worker;

pub use asker::{Asker, WorkerMissing};
pub use section::{OwnerSection, OwnerSectionProps};

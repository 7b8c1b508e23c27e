//! “I run this site”: the section for a site's owner, drawn from what the owner's worker responds.
//!
//! It is three programs. The page has the folded section ([`OwnerSection`]) and no more; opening it fetches the owner's program
//! (`src/bin/owner.rs`, a [`Part`](crate::part::Part)), which draws the content ([`show()`]) and spawns the owner's worker, which
//! holds the texts. What there is to say is `whichside-owner`'s, here is only how it is shown.

mod asker;
mod choice_menus;
mod config_box;
mod content;
mod context;
mod copy_box;
mod kept_choice;
mod log_box;
mod navigation;
mod other_step;
mod paste_box;
mod possible;
mod section;
mod section_body;
#[cfg(target_arch = "wasm32")]
mod show;
mod step_details;
mod step_link;
mod worker;

pub use asker::{Asker, WorkerMissing};
pub use content::{Content, ContentProps};
pub use section::{OwnerSection, OwnerSectionProps};
#[cfg(target_arch = "wasm32")]
pub use show::show;

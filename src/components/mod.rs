//! The small components that every page of ours is drawn with. They hold no state of a page, and every text is handed to
//! them.

mod button;
mod code_text;
mod guide_link;
mod mark;
mod menu;
mod outward_link;
mod switch;
mod tool_page;
mod translations;

pub use button::Button;
pub use code_text::code_text;
pub use guide_link::guide_link;
pub use mark::{Shape, mark};
pub use menu::{Menu, MenuOption};
pub use outward_link::outward_link;
pub use switch::switch;
pub use tool_page::ToolPage;
pub use translations::{Translations, use_translations};

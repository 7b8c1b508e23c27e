//! The widget's rules: who may check what from inside another page, what that page and the widget say to each other, and
//! what is read of a status page's own account.
//!
//! The page around the widget is somebody else's, and may be hostile: it must not measure other people's sites through its
//! visitors. Its owner, in turn, is told what to write and what their own policy makes of it. Everything here is pure, and
//! every text that comes in is untrusted. Listening, asking resolvers and drawing are left to the widget, `src/widget`.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod agreement;
pub mod label;
pub mod message;
pub mod owner_label;
pub mod permission;
pub mod policy;
pub mod relation;
pub mod snippet;
pub mod summary;

pub use label::{Label, LoaderKey, sentences};
pub use message::{FromHost, Mode, Open, Theme, ToHost};
pub use owner_label::OwnerLabel;
pub use permission::{Permission, permission};
pub use summary::{Impact, Incident};

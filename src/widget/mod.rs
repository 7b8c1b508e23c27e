//! The widget: what stands in the frame on somebody else's page. What it decides is `whichside-embed`'s and the reducer's.

pub mod view;

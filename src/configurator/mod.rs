//! The configurator: where a status page's owner chooses how the widget looks, sees it, and copies the code.

pub mod view;

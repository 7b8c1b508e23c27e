//! What a reducer is told about the browser when an event happens.

use whichside_diagnosis::{Millis, UrlParts};

/// What a reducer is told about the browser when an event happens.
#[derive(Clone, Debug)]
pub struct Env {
    /// The time since the page was opened.
    pub now: Millis,
    /// The time of day, as ISO 8601.
    pub time: String,
    /// The hour, counted from 1970.
    pub hour: u32,
    /// A random number, evenly distributed over 0–1.
    pub random: f64,
    /// The page's own `location.host`.
    pub own_host: String,
    /// The browser's URL parser.
    pub parse: fn(&str) -> Option<UrlParts>,
}

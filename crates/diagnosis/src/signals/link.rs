//! The device's own word on its link.

use crate::observation::Outcome;
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// `navigator.onLine`.
    Link {
        /// The device has a link, which says little.
        Up,
        /// It has none, which can be trusted.
        Down,
    }
}

pub(super) fn read(record: &CheckRecord) -> Option<Link> {
    match record.outcome(Probe::Link)? {
        Outcome::Link(true) => Some(Link::Up),
        Outcome::Link(false) => Some(Link::Down),
        _ => None,
    }
}

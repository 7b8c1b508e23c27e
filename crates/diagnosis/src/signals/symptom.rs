//! What the visitor says they see.

use crate::observation::{Outcome, Seen};
use crate::probes::Probe;
use crate::record::CheckRecord;

columns! {
    /// What the visitor says they see.
    Symptom {
        /// 502.
        BadGateway,
        /// 504.
        GatewayTimeout,
        /// 503.
        Unavailable,
        /// 500 and other 5xx.
        ServerError,
        /// 52x or 53x.
        EdgeError,
        /// 404 or 410.
        NotFound,
        /// 401 or 403.
        Forbidden,
        /// 429 or 451.
        Limited,
        /// Another number.
        OtherNumber,
        /// "Can't be reached."
        Unreachable,
        /// "Not secure."
        NotSecure,
        /// A blank page.
        Blank,
        /// Endless loading.
        Endless,
        /// 400, which browsers meet where a header or a cookie is too large.
        TooLarge,
        /// The browser's warning of a dangerous site.
        Dangerous,
        /// A puzzle that never ends.
        Puzzle,
        /// Somebody else's page.
        OtherPage,
        /// Too many redirects.
        Redirects,
    }
}

pub(super) fn read(record: &CheckRecord) -> Option<Symptom> {
    match record.outcome(Probe::Seen)? {
        Outcome::Seen(seen) => Some(match seen {
            Seen::Status(502) => Symptom::BadGateway,
            Seen::Status(503) => Symptom::Unavailable,
            Seen::Status(504) => Symptom::GatewayTimeout,
            Seen::Status(520..=539) => Symptom::EdgeError,
            Seen::Status(500..=599) => Symptom::ServerError,
            Seen::Status(404 | 410) => Symptom::NotFound,
            Seen::Status(401 | 403) => Symptom::Forbidden,
            Seen::Status(429 | 451) => Symptom::Limited,
            Seen::Status(400) => Symptom::TooLarge,
            Seen::Status(_) => Symptom::OtherNumber,
            Seen::Unreachable => Symptom::Unreachable,
            Seen::NotSecure => Symptom::NotSecure,
            Seen::Blank => Symptom::Blank,
            Seen::Endless => Symptom::Endless,
            Seen::Dangerous => Symptom::Dangerous,
            Seen::Puzzle => Symptom::Puzzle,
            Seen::OtherPage => Symptom::OtherPage,
            Seen::Redirects => Symptom::Redirects,
        }),
        _ => None,
    }
}

//! What each cause looked like in the lab, in hundredths of a fault. Written by `cargo xtask calibrate --write` from the
//! runs in `tests/cases/runs`: 0 faults, 0 runs; every third fault of a cause is held out, to be scored on.

use crate::cause::Cause;
use crate::evidence::{Here, Names, Online, Outside, Pace, When};

use super::Row;

// Counted for

pub(super) const fn online(cause: Cause) -> Row<Online> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

pub(super) const fn here(cause: Cause) -> Row<Here> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

pub(super) const fn pace(cause: Cause) -> Row<Pace> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

pub(super) const fn when(cause: Cause) -> Row<When> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

pub(super) const fn outside(cause: Cause) -> Row<Outside> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

pub(super) const fn names(cause: Cause) -> Row<Names> {
    match cause {
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::HttpError
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered
        | Cause::Unclear => &[],
    }
}

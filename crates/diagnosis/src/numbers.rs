//! Every number of the inference: priors, likelihoods, thresholds.
//!
//! A row lists, for one cause, how probable each column of a table is where it matters; what the row leaves of its mass is
//! shared evenly by the columns it does not list, so that no observation ever rules a cause out by itself.
//! What a fault looks like was taken from its recording in Chromium (2026-11-21, one run each), how often is judgement. The
//! same recordings are played in the tests, which shows that the numbers hold together, not that they are calibrated: that
//! needs runs that were not used to set them.

use crate::cause::Cause;
use crate::evidence::{
    Clock, Finding, Here, Link, Names, Number, Online, Outside, Pace, Past, StillFails, Told,
};

/// A side is shown when its probability is at least this; below, it cannot be told.
pub(crate) const SHOWN: f64 = 0.6;

/// While the target has not answered every question put to it, a side is shown only when this sure:
/// a guess that has to be taken back costs trust.
pub(crate) const SHOWN_EARLY: f64 = 0.9;

/// No verdict is surer than this: the world has more causes than our list.
pub(crate) const SUREST: f64 = 0.99;

/// What is expected before anything is measured. The visitor came because something failed, so the site being well is the
/// minority; that it is well by now, or only for others, is still common. Judgement; the sum is brought to one.
pub(crate) const fn prior(cause: Cause) -> f64 {
    match cause {
        Cause::Offline => 0.03,
        Cause::NetworkDown => 0.05,
        Cause::CaptivePortal => 0.02,
        Cause::FlakyNetwork => 0.03,
        Cause::DnsLocal => 0.04,
        Cause::BlockedLocally => 0.05,
        Cause::Path => 0.06,
        Cause::TlsInterception => 0.01,
        Cause::Clock => 0.01,
        Cause::RefusedYou => 0.03,
        Cause::BrowserState => 0.025,
        Cause::BadGateway => 0.07,
        Cause::GatewayTimeout => 0.05,
        Cause::Unavailable => 0.05,
        Cause::ServerError => 0.06,
        Cause::EdgeError => 0.03,
        Cause::HttpError => 0.05,
        Cause::NotFound => 0.03,
        Cause::Forbidden => 0.03,
        Cause::RedirectLoop => 0.01,
        Cause::ServerDown => 0.07,
        Cause::EmptyReply => 0.01,
        Cause::DnsMissing => 0.03,
        Cause::DnsBroken => 0.01,
        Cause::Certificate => 0.03,
        Cause::Intermittent => 0.06,
        Cause::Slow => 0.03,
        Cause::Healthy => 0.2,
        Cause::Recovered => 0.03,
        Cause::Unclear => 0.02,
    }
}

/// The probability of a finding under a cause, in (0, 1].
pub(crate) fn likelihood(finding: &Finding, cause: Cause) -> f64 {
    match finding {
        Finding::Link(column) => share(link(cause), Link::ALL, *column),
        Finding::Online(columns) => columns
            .iter()
            .map(|column| share(online(cause), Online::ALL, *column))
            .sum(),
        Finding::Here(columns) => columns
            .iter()
            .map(|(column, part)| part * share(here(cause), Here::ALL, *column))
            .sum(),
        Finding::Pace(column) => share(pace(cause), Pace::ALL, *column),
        Finding::Outside(column) => share(outside(cause), Outside::ALL, *column),
        Finding::Names(column) => share(names(cause), Names::ALL, *column),
        Finding::Clock(column) => share(clock(cause), Clock::ALL, *column),
        Finding::Told(column) => share(told(cause), Told::ALL, *column),
        Finding::Number(column) => share(number(cause), Number::ALL, *column),
        Finding::Past(column) => share(past(cause), Past::ALL, *column),
        Finding::StillFails(column) => share(still_fails(cause), StillFails::ALL, *column),
    }
}

type Row<C> = &'static [(C, f64)];

/// The share of one column: as listed, or an even part of what the row leaves.
fn share<C: PartialEq>(row: Row<C>, all: &[C], column: C) -> f64 {
    match row.iter().find(|(listed, _)| *listed == column) {
        Some((_, part)) => *part,
        None => {
            let listed: f64 = row.iter().map(|(_, part)| part).sum();
            (1.0 - listed).max(0.0) / (all.len() - row.len()).max(1) as f64
        }
    }
}

/// `navigator.onLine === false` can be trusted; `true` says nothing.
fn link(cause: Cause) -> Row<Link> {
    match cause {
        Cause::Offline => &[(Link::Down, 0.97)],
        Cause::NetworkDown => &[(Link::Down, 0.02)],
        Cause::Unclear => &[(Link::Down, 0.05)],
        Cause::CaptivePortal
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
        | Cause::Recovered => &[(Link::Down, 0.001)],
    }
}

/// Recorded: every control answers wherever the visitor's network works; none where it does not; a blocker takes one or two.
fn online(cause: Cause) -> Row<Online> {
    match cause {
        Cause::Offline => &[(Online::Failing, 0.93), (Online::Silent, 0.05)],
        Cause::NetworkDown => &[
            (Online::Silent, 0.55),
            (Online::Failing, 0.25),
            (Online::OwnOnly, 0.18),
        ],
        Cause::CaptivePortal => &[
            (Online::Failing, 0.8),
            (Online::Silent, 0.12),
            (Online::One, 0.04),
        ],
        Cause::FlakyNetwork => &[
            (Online::All, 0.3),
            (Online::Some, 0.5),
            (Online::One, 0.1),
            (Online::Silent, 0.06),
        ],
        Cause::TlsInterception => &[
            (Online::All, 0.45),
            (Online::Failing, 0.4),
            (Online::Some, 0.1),
        ],
        Cause::Clock => &[
            (Online::All, 0.3),
            (Online::Failing, 0.4),
            (Online::Some, 0.2),
        ],
        Cause::Unclear => &[(Online::All, 0.6), (Online::Some, 0.2)],
        Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
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
        | Cause::Recovered => &[
            (Online::All, 0.87),
            (Online::Some, 0.12),
            (Online::One, 0.007),
        ],
    }
}

/// Recorded in Chromium, fault by fault; the shares of silence against refusal are judgement.
fn here(cause: Cause) -> Row<Here> {
    match cause {
        Cause::Offline => &[
            (Here::BlockedInside, 0.4),
            (Here::NameFails, 0.3),
            (Here::Refused, 0.2),
            (Here::Silent, 0.05),
        ],
        Cause::NetworkDown => &[
            (Here::Silent, 0.55),
            (Here::NameFails, 0.25),
            (Here::Refused, 0.12),
        ],
        Cause::CaptivePortal => &[
            (Here::TlsFails, 0.65),
            (Here::Refused, 0.12),
            (Here::Silent, 0.12),
            (Here::NameFails, 0.06),
        ],
        Cause::FlakyNetwork => &[
            (Here::Opens, 0.3),
            (Here::OpensUnframed, 0.12),
            (Here::Silent, 0.35),
            (Here::HungUp, 0.08),
            (Here::NameFails, 0.07),
        ],
        Cause::DnsLocal => &[
            (Here::NameFails, 0.78),
            (Here::Refused, 0.08),
            (Here::TlsFails, 0.07),
            (Here::Silent, 0.05),
        ],
        Cause::BlockedLocally => &[
            (Here::BlockedInside, 0.4),
            (Here::Refused, 0.2),
            (Here::HungUp, 0.12),
            (Here::NameFails, 0.08),
            (Here::TlsFails, 0.08),
            (Here::Silent, 0.08),
        ],
        Cause::Path => &[
            (Here::Silent, 0.7),
            (Here::Refused, 0.2),
            (Here::HungUp, 0.07),
        ],
        Cause::TlsInterception | Cause::Clock => &[(Here::TlsFails, 0.95)],
        Cause::RefusedYou => &[(Here::ErrorPage, 0.95)],
        Cause::BrowserState | Cause::Healthy | Cause::Recovered => &[
            (Here::Opens, 0.64),
            (Here::OpensUnframed, 0.32),
            (Here::FetchRefused, 0.025),
            (Here::ErrorPage, 0.003),
        ],
        Cause::BadGateway | Cause::Unavailable | Cause::ServerError | Cause::EdgeError => &[
            (Here::ErrorPage, 0.95),
            (Here::Silent, 0.025),
            (Here::OpensUnframed, 0.003),
        ],
        Cause::GatewayTimeout => &[(Here::ErrorPage, 0.65), (Here::Silent, 0.32)],
        Cause::HttpError | Cause::NotFound | Cause::Forbidden => {
            &[(Here::ErrorPage, 0.97), (Here::OpensUnframed, 0.003)]
        }
        Cause::RedirectLoop => &[(Here::FetchRefused, 0.95)],
        Cause::ServerDown => &[(Here::Refused, 0.5), (Here::Silent, 0.48)],
        Cause::EmptyReply => &[
            (Here::HungUp, 0.85),
            (Here::Refused, 0.08),
            (Here::BlockedInside, 0.03),
        ],
        Cause::DnsMissing => &[(Here::NameFails, 0.97)],
        Cause::DnsBroken => &[(Here::NameFails, 0.85), (Here::Silent, 0.12)],
        Cause::Certificate => &[(Here::TlsFails, 0.97)],
        Cause::Intermittent => &[
            (Here::Opens, 0.3),
            (Here::OpensUnframed, 0.15),
            (Here::ErrorPage, 0.4),
            (Here::Silent, 0.05),
        ],
        Cause::Slow => &[
            (Here::Opens, 0.32),
            (Here::OpensUnframed, 0.16),
            (Here::Silent, 0.4),
            (Here::ErrorPage, 0.06),
        ],
        Cause::Unclear => &[],
    }
}

/// Recorded: answers come in tens of milliseconds but for the slow site (6 s) and the gateway's own time-out (2 s to 60 s).
fn pace(cause: Cause) -> Row<Pace> {
    match cause {
        Cause::Slow => &[(Pace::Late, 0.9)],
        Cause::GatewayTimeout => &[(Pace::Late, 0.5)],
        Cause::FlakyNetwork | Cause::Unclear => &[(Pace::Late, 0.3)],
        Cause::EdgeError | Cause::Intermittent | Cause::NetworkDown | Cause::Path => {
            &[(Pace::Late, 0.15)]
        }
        Cause::BadGateway | Cause::Unavailable | Cause::ServerError | Cause::HttpError => {
            &[(Pace::Late, 0.08)]
        }
        Cause::Offline
        | Cause::CaptivePortal
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
        | Cause::BrowserState
        | Cause::NotFound
        | Cause::Forbidden
        | Cause::RedirectLoop
        | Cause::ServerDown
        | Cause::EmptyReply
        | Cause::DnsMissing
        | Cause::DnsBroken
        | Cause::Certificate
        | Cause::Healthy
        | Cause::Recovered => &[(Pace::Late, 0.02)],
    }
}

/// Recorded from three vantages a fault. A site that is well turns robots away about one time in ten (judgement).
fn outside(cause: Cause) -> Row<Outside> {
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
        | Cause::Healthy
        | Cause::Recovered => &[
            (Outside::Opens, 0.8),
            (Outside::RobotsRefused, 0.09),
            (Outside::Redirects, 0.05),
            (Outside::OpensSlowly, 0.01),
        ],
        Cause::BadGateway => &[
            (Outside::BadGateway, 0.92),
            (Outside::Mixed, 0.03),
            (Outside::RobotsRefused, 0.02),
        ],
        Cause::GatewayTimeout => &[
            (Outside::GatewayTimeout, 0.72),
            (Outside::Silent, 0.2),
            (Outside::Mixed, 0.03),
            (Outside::RobotsRefused, 0.02),
        ],
        Cause::Unavailable => &[
            (Outside::Unavailable, 0.9),
            (Outside::RobotsRefused, 0.04),
            (Outside::Mixed, 0.03),
        ],
        Cause::ServerError => &[
            (Outside::ServerError, 0.92),
            (Outside::Mixed, 0.03),
            (Outside::RobotsRefused, 0.02),
        ],
        Cause::EdgeError => &[
            (Outside::EdgeError, 0.92),
            (Outside::Mixed, 0.03),
            (Outside::RobotsRefused, 0.02),
        ],
        Cause::HttpError => &[
            (Outside::ClientError, 0.3),
            (Outside::ServerError, 0.15),
            (Outside::BadGateway, 0.1),
            (Outside::Unavailable, 0.1),
            (Outside::GatewayTimeout, 0.1),
            (Outside::RobotsRefused, 0.1),
        ],
        Cause::NotFound => &[(Outside::NotFound, 0.92), (Outside::RobotsRefused, 0.04)],
        Cause::Forbidden => &[(Outside::RobotsRefused, 0.96)],
        Cause::RedirectLoop => &[(Outside::Redirects, 0.93)],
        Cause::ServerDown => &[
            (Outside::Silent, 0.48),
            (Outside::Refused, 0.47),
            (Outside::Other, 0.02),
        ],
        Cause::EmptyReply => &[
            (Outside::HungUp, 0.88),
            (Outside::Other, 0.06),
            (Outside::Refused, 0.02),
        ],
        Cause::DnsMissing => &[(Outside::NameMissing, 0.95), (Outside::NameBroken, 0.02)],
        Cause::DnsBroken => &[
            (Outside::NameBroken, 0.5),
            (Outside::NameMissing, 0.4),
            (Outside::Silent, 0.05),
        ],
        Cause::Certificate => &[(Outside::Distrusted, 0.96), (Outside::Other, 0.02)],
        Cause::Intermittent => &[
            (Outside::Mixed, 0.55),
            (Outside::Opens, 0.2),
            (Outside::BadGateway, 0.07),
            (Outside::Unavailable, 0.06),
            (Outside::ServerError, 0.05),
        ],
        Cause::Slow => &[
            (Outside::OpensSlowly, 0.7),
            (Outside::Silent, 0.12),
            (Outside::Opens, 0.1),
            (Outside::Mixed, 0.05),
        ],
        Cause::Unclear => &[],
    }
}

/// Recorded: both resolvers find every name but those of the two DNS faults. Shares of disagreement are judgement.
fn names(cause: Cause) -> Row<Names> {
    match cause {
        Cause::DnsMissing => &[
            (Names::Missing, 0.93),
            (Names::Split, 0.03),
            (Names::Broken, 0.02),
        ],
        Cause::DnsBroken => &[
            (Names::Broken, 0.6),
            (Names::BadlySigned, 0.3),
            (Names::Split, 0.04),
            (Names::Missing, 0.04),
        ],
        Cause::Unclear => &[],
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
        | Cause::Certificate
        | Cause::Intermittent
        | Cause::Slow
        | Cause::Healthy
        | Cause::Recovered => &[
            (Names::Found, 0.975),
            (Names::Split, 0.012),
            (Names::Private, 0.003),
        ],
    }
}

/// Judgement: devices set their clocks from the network; one that is days off is broken in that very way.
fn clock(cause: Cause) -> Row<Clock> {
    match cause {
        Cause::Clock => &[(Clock::FarOff, 0.9), (Clock::Off, 0.08)],
        Cause::Unclear => &[(Clock::Right, 0.8)],
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
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
        | Cause::Recovered => &[(Clock::Right, 0.97), (Clock::Off, 0.028)],
    }
}

/// Judgement: what visitors call what they see. A number is rarely misread; words for a failed connection are vague.
fn told(cause: Cause) -> Row<Told> {
    match cause {
        Cause::Offline | Cause::DnsMissing | Cause::DnsBroken => {
            &[(Told::Unreachable, 0.93), (Told::Blank, 0.03)]
        }
        Cause::NetworkDown => &[(Told::Unreachable, 0.8), (Told::Endless, 0.14)],
        Cause::CaptivePortal => &[
            (Told::NotSecure, 0.4),
            (Told::Unreachable, 0.35),
            (Told::Blank, 0.1),
            (Told::Endless, 0.08),
        ],
        Cause::FlakyNetwork => &[
            (Told::Endless, 0.45),
            (Told::Unreachable, 0.35),
            (Told::Blank, 0.12),
        ],
        Cause::DnsLocal => &[
            (Told::Unreachable, 0.88),
            (Told::NotSecure, 0.05),
            (Told::Blank, 0.03),
        ],
        Cause::BlockedLocally => &[
            (Told::Unreachable, 0.7),
            (Told::Blank, 0.1),
            (Told::NotSecure, 0.08),
            (Told::Forbidden, 0.05),
        ],
        Cause::Path => &[(Told::Unreachable, 0.55), (Told::Endless, 0.4)],
        Cause::TlsInterception | Cause::Clock | Cause::Certificate => &[(Told::NotSecure, 0.94)],
        Cause::RefusedYou => &[(Told::Forbidden, 0.6), (Told::Limited, 0.32)],
        Cause::BrowserState => &[
            (Told::Blank, 0.2),
            (Told::Endless, 0.15),
            (Told::BadGateway, 0.1),
            (Told::OtherNumber, 0.1),
            (Told::ServerError, 0.08),
            (Told::Forbidden, 0.08),
        ],
        Cause::BadGateway => &[(Told::BadGateway, 0.93)],
        Cause::GatewayTimeout => &[(Told::GatewayTimeout, 0.78), (Told::Endless, 0.15)],
        Cause::Unavailable => &[(Told::Unavailable, 0.93)],
        Cause::ServerError => &[(Told::ServerError, 0.85), (Told::Blank, 0.09)],
        Cause::EdgeError => &[
            (Told::EdgeError, 0.85),
            (Told::BadGateway, 0.03),
            (Told::ServerError, 0.03),
        ],
        Cause::HttpError => &[
            (Told::OtherNumber, 0.4),
            (Told::ServerError, 0.15),
            (Told::Blank, 0.15),
        ],
        Cause::NotFound => &[(Told::NotFound, 0.95)],
        Cause::Forbidden => &[(Told::Forbidden, 0.93), (Told::Limited, 0.03)],
        Cause::RedirectLoop => &[
            (Told::Unreachable, 0.65),
            (Told::Endless, 0.15),
            (Told::Blank, 0.1),
        ],
        Cause::ServerDown => &[(Told::Unreachable, 0.72), (Told::Endless, 0.24)],
        Cause::EmptyReply => &[(Told::Unreachable, 0.85), (Told::Blank, 0.08)],
        Cause::Intermittent | Cause::Recovered => &[
            (Told::BadGateway, 0.25),
            (Told::Unavailable, 0.15),
            (Told::ServerError, 0.15),
            (Told::GatewayTimeout, 0.1),
            (Told::Unreachable, 0.1),
            (Told::Endless, 0.1),
        ],
        Cause::Slow => &[
            (Told::Endless, 0.8),
            (Told::Blank, 0.08),
            (Told::GatewayTimeout, 0.04),
        ],
        Cause::Healthy => &[
            (Told::BadGateway, 0.15),
            (Told::Unreachable, 0.15),
            (Told::Endless, 0.12),
            (Told::Blank, 0.1),
        ],
        Cause::Unclear => &[],
    }
}

/// `http-error` is the name for "an error whose number we do not know": by definition, not by measurement.
fn number(cause: Cause) -> Row<Number> {
    match cause {
        Cause::HttpError => &[(Number::Unknown, 0.97)],
        Cause::BadGateway
        | Cause::GatewayTimeout
        | Cause::Unavailable
        | Cause::ServerError
        | Cause::EdgeError
        | Cause::NotFound
        | Cause::Forbidden => &[(Number::Unknown, 0.1)],
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
        | Cause::Unclear => &[(Number::Unknown, 0.5)],
    }
}

/// `recovered` is the name for "failed earlier in this session and answers now": by definition.
fn past(cause: Cause) -> Row<Past> {
    match cause {
        Cause::Recovered => &[(Past::Failed, 0.97)],
        Cause::Healthy => &[(Past::Failed, 0.03)],
        Cause::Intermittent | Cause::FlakyNetwork => &[(Past::Failed, 0.15)],
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
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
        | Cause::Slow
        | Cause::Unclear => &[(Past::Failed, 0.1)],
    }
}

/// A tab that still fails while clean requests succeed is the browser's state by definition; a visitor may mistake it.
fn still_fails(cause: Cause) -> Row<StillFails> {
    match cause {
        Cause::BrowserState => &[(StillFails::Yes, 0.98)],
        Cause::Healthy => &[(StillFails::Yes, 0.004)],
        Cause::Recovered => &[(StillFails::Yes, 0.004)],
        Cause::Intermittent | Cause::FlakyNetwork | Cause::Slow => &[(StillFails::Yes, 0.2)],
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::RefusedYou
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
        | Cause::Unclear => &[(StillFails::Yes, 0.5)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums_to_one<C: Copy + PartialEq + std::fmt::Debug>(row: fn(Cause) -> Row<C>, all: &[C]) {
        for &cause in Cause::ALL {
            let shares: Vec<f64> = all
                .iter()
                .map(|column| share(row(cause), all, *column))
                .collect();
            assert!(
                shares.iter().all(|part| *part > 0.0),
                "{cause:?} rules something out: {shares:?} of {all:?}"
            );
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-9, "{cause:?}: {sum} over {all:?}");
        }
    }

    #[test]
    fn every_row_is_a_distribution_that_rules_nothing_out() {
        sums_to_one(link, Link::ALL);
        sums_to_one(online, Online::ALL);
        sums_to_one(here, Here::ALL);
        sums_to_one(pace, Pace::ALL);
        sums_to_one(outside, Outside::ALL);
        sums_to_one(names, Names::ALL);
        sums_to_one(clock, Clock::ALL);
        sums_to_one(told, Told::ALL);
        sums_to_one(number, Number::ALL);
        sums_to_one(past, Past::ALL);
        sums_to_one(still_fails, StillFails::ALL);
    }
}

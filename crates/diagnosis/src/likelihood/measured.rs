//! What each cause looked like in the lab, in quarters of a fault. Written by `cargo xtask calibrate --write` from the
//! runs in `tests/cases`: 118 faults, 696 runs; every third fault of a cause is held out, to be scored on.

use super::Counts;
use crate::cause::Cause;
use crate::signals::{Local, Outside};

// Counted for
// offline: offline, offline-site-down
// network-down: link-400ms-nothing-leaves, resolver-dead, resolver-dead-site-down, resolver-very-slow
// captive-portal: captive-portal, portal-resets-tls
// flaky-network: link-20-percent-healthy
// dns-local: dns-lie-block-page-plain, dns-lie-loopback, dns-stale-502, globalping-limited-dns-lie
// blocked-locally: extension-blocks-controls, filter-403-page, reset-by-name
// path: globalping-limited-user-drop, google-dns-finds-nothing-user-reset, link-150ms-user-reset, narrow-tunnel, user-drop, user-reset
// tls-interception: tls-intercepted, tls-intercepted-502
// clock: clock-a-year-behind
// refused-you: 403-visitor-and-robots, 429-for-visitor, geo-block-visitor
// bad-gateway: 502-corp, 502-dead-upstream, 502-for-visitor-only, 502-home-and-one-more, 502-private-path, 502-with-query, all-controls-blocked-502, clock-a-year-behind-502, extension-502, globalping-endless-502, http-moves-to-https-502, http-only-502, port-8443-502, redirect-to-dead-www, soft-502, three-hops-502, vpn-drops-502, vpn-drops-far-502
// gateway-timeout: 504-after-7s, 504-default-60s
// edge-error: edge-522, edge-530
// http-error: 429-for-all, redirect-without-goal
// not-found: 404-page
// forbidden: 403-for-all, 451-for-all
// redirect-loop: redirect-loop, redirect-loop-www
// server-down: address-appears-nginx-down, dns-lie-site-down, globalping-endless-blackhole, http-moves-to-dead-https, http-only-stopped, link-400ms-blackhole, nginx-down-refused, redirect-to-stopped-www, target-deaf
// empty-reply: link-150ms-empty-reply
// dns-missing: apex-missing, globalping-limited-nxdomain, nxdomain, redirect-to-missing-www
// dns-broken: dns-servfail
// certificate: globalping-limited-tls-expired, tls-expired, tls-expired-502, tls-expired-robots-403, tls-expired-robots-hung-up-on, tls-self-signed, tls-wrong-name
// intermittent: intermittent-502-third
// slow: 200-then-hangs, slow-15s
// healthy: 403-cross-site, 403-cross-site-robots-403, 502-robots-only, 503-robots-only, address-appears, address-appears-late, challenge-403-robots, challenge-503-robots, dead-ipv6, extension-blocks-services, globalping-endless-healthy, globalping-limited-healthy, headers-of-20-kb, healthy, healthy-attachment, healthy-corp, healthy-hanging-part, healthy-hardened, healthy-redirect-www, healthy-twenty-parts, healthy-xfo-deny, http-moves-to-https, https-moves-to-http, link-150ms-healthy, link-30ms-healthy, link-400ms-healthy, port-8443-healthy, rate-limited, regional-one-of-three, regional-two-of-three, robots-dropped, robots-hung-up-on, target-silent-first-2s, three-hops-healthy, vpn-drops-at-once, vpn-drops-far

pub(super) static LOCAL: Counts<Local> = &[
    (Cause::NetworkDown, Local::Silent, 16),
    (Cause::CaptivePortal, Local::TlsFails, 6),
    (Cause::DnsLocal, Local::NameFails, 8),
    (Cause::BlockedLocally, Local::BlockedInside, 5),
    (Cause::Path, Local::Refused, 10),
    (Cause::Path, Local::Silent, 10),
    (Cause::TlsInterception, Local::TlsFails, 8),
    (Cause::Clock, Local::TlsFails, 4),
    (Cause::RefusedYou, Local::ErrorPage, 12),
    (Cause::BadGateway, Local::ErrorPage, 56),
    (Cause::EdgeError, Local::ErrorPage, 8),
    (Cause::HttpError, Local::ErrorPage, 5),
    (Cause::NotFound, Local::ErrorPage, 4),
    (Cause::Forbidden, Local::ErrorPage, 8),
    (Cause::RedirectLoop, Local::Loops, 7),
    (Cause::ServerDown, Local::Refused, 11),
    (Cause::ServerDown, Local::Silent, 10),
    (Cause::DnsMissing, Local::NameFails, 14),
    (Cause::DnsBroken, Local::NameFails, 4),
    (Cause::Certificate, Local::TlsFails, 28),
    (Cause::Healthy, Local::ErrorPage, 7),
    (Cause::Healthy, Local::FetchRefused, 15),
    (Cause::Healthy, Local::Opens, 79),
    (Cause::Healthy, Local::OpensUnframed, 43),
];

pub(super) static OUTSIDE: Counts<Outside> = &[
    (Cause::DnsLocal, Outside::Opens, 6),
    (Cause::BlockedLocally, Outside::Opens, 6),
    (Cause::Path, Outside::Opens, 10),
    (Cause::RefusedYou, Outside::Opens, 6),
    (Cause::BadGateway, Outside::BadGateway, 28),
    (Cause::BadGateway, Outside::Opens, 4),
    (Cause::EdgeError, Outside::EdgeError, 4),
    (Cause::Forbidden, Outside::RobotsRefused, 4),
    (Cause::RedirectLoop, Outside::Redirects, 4),
    (Cause::ServerDown, Outside::Refused, 12),
    (Cause::ServerDown, Outside::Silent, 4),
    (Cause::DnsMissing, Outside::NameMissing, 6),
    (Cause::Certificate, Outside::Distrusted, 10),
    (Cause::Slow, Outside::Silent, 4),
    (Cause::Healthy, Outside::Opens, 47),
    (Cause::Healthy, Outside::Other, 4),
    (Cause::Healthy, Outside::RobotsRefused, 6),
];

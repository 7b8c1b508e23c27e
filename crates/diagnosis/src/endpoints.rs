//! Whom the probes ask: controls, public resolvers and rounds of outside vantages. How they are asked is left to `plan`.

use serde::{Deserialize, Serialize};

/// An endpoint known to be good, run by somebody else than the target, or the page's own origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Control {
    /// Google's connectivity check.
    Google,
    /// Cloudflare's connectivity check.
    Cloudflare,
    /// Microsoft's home page.
    Microsoft,
    /// Wikipedia's home page.
    Wikipedia,
    /// Apple's home page.
    Apple,
    /// The origin this page came from.
    Own,
}

impl Control {
    /// Every control.
    pub const ALL: [Control; 6] = [
        Control::Google,
        Control::Cloudflare,
        Control::Microsoft,
        Control::Wikipedia,
        Control::Apple,
        Control::Own,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Control::Google => "google",
            Control::Cloudflare => "cloudflare",
            Control::Microsoft => "microsoft",
            Control::Wikipedia => "wikipedia",
            Control::Apple => "apple",
            Control::Own => "own",
        }
    }
}

/// A public DNS-over-HTTPS resolver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Resolver {
    /// `cloudflare-dns.com`.
    Cloudflare,
    /// `dns.google`.
    Google,
}

impl Resolver {
    /// Every resolver.
    pub const ALL: [Resolver; 2] = [Resolver::Cloudflare, Resolver::Google];

    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Resolver::Cloudflare => "cloudflare",
            Resolver::Google => "google",
        }
    }
}

/// What is asked of a resolver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Record {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses.
    Aaaa,
    /// IPv4 addresses with DNSSEC checking switched off (`cd=1`), asked after SERVFAIL.
    Unchecked,
}

impl Record {
    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Record::A => "A",
            Record::Aaaa => "AAAA",
            Record::Unchecked => "A unchecked",
        }
    }
}

/// Which outside measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Round {
    /// In the visitor's country and on two other continents.
    First,
    /// Anywhere in the world, when the first found no probes.
    Wider,
    /// The same probes, following the redirect that they were answered with.
    Followed,
    /// The same probes, following the redirect at the end of the first.
    Onward,
    /// The same probes by HTTP/2, which browsers speak: the others ask by HTTP/1.1.
    Http2,
    /// Probes in the same places over IPv6: the others ask over IPv4.
    Ipv6,
}

impl Round {
    /// Every round, in their order.
    pub const ALL: [Round; 6] = [
        Round::First,
        Round::Wider,
        Round::Followed,
        Round::Onward,
        Round::Http2,
        Round::Ipv6,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Round::First => "first",
            Round::Wider => "wider",
            Round::Followed => "followed",
            Round::Onward => "onward",
            Round::Http2 => "http2",
            Round::Ipv6 => "ipv6",
        }
    }
}

//! What can be broken, in the words of the fault files: the site, the names, the packets, the browser.
//!
//! Each kind of breakage is built elsewhere; here is only what a file may say.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};
use whichside_harness::certificates::Certificate;

/// The target's server, or its twin's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Site {
    /// How it answers.
    pub answer: SiteAnswer,
    /// Whom it answers otherwise; the first that fits counts.
    pub except: Vec<Exception>,
    /// Headers on every answer of nginx's own.
    pub headers: BTreeMap<String, String>,
    /// Its certificate.
    pub certificate: Certificate,
    /// The port of its https.
    pub port: u16,
    /// Whether it has https at all.
    pub https: bool,
    /// Whether it speaks HTTP/2.
    pub http2: bool,
    /// How many requests a minute it takes from one address before it answers 429.
    pub requests_a_minute: Option<u32>,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            answer: SiteAnswer::default(),
            except: Vec::new(),
            headers: BTreeMap::new(),
            certificate: Certificate::default(),
            port: 443,
            https: true,
            http2: true,
            requests_a_minute: None,
        }
    }
}

impl Site {
    /// Every way it answers: the usual one, then the exceptions' in their order.
    pub fn answers(&self) -> impl Iterator<Item = &SiteAnswer> {
        std::iter::once(&self.answer).chain(self.except.iter().map(|exception| &exception.answer))
    }
}

/// Somebody who is answered otherwise.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Who.
    pub to: Audience,
    /// How.
    pub answer: SiteAnswer,
}

/// Who is answered otherwise.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Audience {
    /// The visitor, told by the address.
    Visitor,
    /// Every outside vantage, told by the user agent.
    Robots,
    /// The outside vantages in these countries, told by the address.
    Countries(Vec<String>),
    /// Requests whose header has exactly this value, as in `{ header = ["Sec-Purpose", "prefetch"] }`.
    Header(String, String),
    /// Requests for this path and all below it.
    Path(String),
    /// Requests without TLS.
    Plain,
    /// Requests by HTTP/2.
    Http2,
}

/// How a server answers.
#[derive(Debug, Default, Clone, Deserialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SiteAnswer {
    /// A small page with an icon.
    #[default]
    Page,
    /// A page with this many pictures.
    PageWithParts {
        /// How many.
        parts: u32,
    },
    /// A page one of whose parts never comes.
    PageWithHangingPart,
    /// This status with nginx's own page, to everything.
    Status {
        /// The number.
        status: u16,
    },
    /// Passes requests on to a port where nothing listens.
    DeadUpstream,
    /// Passes requests on to a FastCGI socket that is not there.
    MissingSocket,
    /// Passes requests on to something that accepts and never answers.
    SilentUpstream {
        /// After this many seconds it gives up.
        read_timeout_s: u32,
    },
    /// Passes requests on to something that takes its time.
    SlowUpstream {
        /// Seconds until the answer.
        delay_s: u32,
    },
    /// Passes one request in so many on to a port where nothing listens.
    EveryNthDead {
        /// 2: every second.
        nth: u32,
    },
    /// Passes requests on to an application that writes these very words.
    Written(Written),
    /// Sends everybody to another address.
    Redirect {
        /// Origin, without a path.
        to: String,
    },
    /// Accepts the request and hangs up.
    HangsUp,
    /// Nothing listens on the address.
    Stopped,
}

/// An answer written out word for word.
#[derive(Debug, Default, Clone, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Written {
    /// The status line and headers, without the empty line that ends them.
    pub head: String,
    /// Kilobytes of further headers.
    pub padding_kb: usize,
    /// The body.
    pub body: String,
    /// After its words it neither says more nor hangs up.
    pub then_hangs: bool,
    /// After its words it goes on writing, as long as anybody takes it.
    pub then_endless: bool,
    /// Only so many seconds, counted from the first request; then it is well.
    pub only_first_s: Option<u64>,
}

/// Who is told what about names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Names {
    /// Names whose name servers are broken: SERVFAIL, for everybody.
    pub servfail_for_all: Vec<String>,
    /// Names that do not exist, for anybody.
    pub missing_for_all: Vec<String>,
    /// Names that lead elsewhere, for everybody.
    pub all_led_to: BTreeMap<String, Ipv4Addr>,
    /// Names with an IPv6 address as well, at which nothing is. The visitor has IPv6 then.
    pub dead_ipv6: Vec<String>,
    /// Names the visitor's resolver says do not exist, with all below them.
    pub missing_for_visitor: Vec<String>,
    /// Names the visitor's resolver leads elsewhere, with all below them.
    pub visitor_led_to: BTreeMap<String, Ipv4Addr>,
    /// What stands under a name in words, a TXT record each.
    pub texts: BTreeMap<String, Vec<String>>,
}

/// One thing that happens to packets.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Network {
    /// The target's host swallows everything from everybody.
    TargetSilentForAll,
    /// What the visitor sends to the target gets lost.
    TargetSilentForVisitor,
    /// The target's host takes connections and hears nothing that is said on them.
    TargetDeafToAll,
    /// Whatever the target sends the visitor in packets of so many bytes or more gets lost, as in a tunnel that is
    /// narrower than it says.
    TargetLosesLongPackets(u16),
    /// Long first messages of TLS (ML-KEM: two packets) to the target are reset, for everybody. The vantages' are short.
    TargetResetsLongHellos,
    /// They get lost, for everybody.
    TargetLosesLongHellos,
    /// A box at the visitor's resets them, whomever they are for, once the page is open.
    BoxResetsLongHellos,
    /// A filter resets the visitor's connection as soon as the target's name is heard on it.
    TargetResetByName,
    /// What every outside vantage sends to the target gets lost.
    TargetSilentForOutside,
    /// What the outside vantages in these countries send to the target gets lost.
    TargetSilentForCountries(Vec<String>),
    /// What the visitor sends to the target gets lost until so many milliseconds after the click.
    TargetSilentUntil(u64),
    /// One packet in so many of the visitor to the target gets lost.
    TargetLosesEveryNth(u32),
    /// What the visitor sends to the target ends at the server in the middle.
    TargetIntercepted,
    /// What the visitor sends to these names is reset at once.
    ResetForVisitor(Vec<String>),
    /// The visitor's link goes down once the page is open.
    LinkDown,
    /// Nothing the visitor sends arrives anywhere, once the page is open.
    NothingLeaves,
    /// The visitor's resolver falls silent once the page is open.
    ResolverSilent,
    /// The visitor's resolver is silent from when the page is open until so many milliseconds after the click.
    ResolverSilentUntil(u64),
    /// A portal answers in everybody's place, once the page is open.
    CaptivePortal,
    /// A portal that answers plain HTTP and resets everything else, once the page is open.
    CaptivePortalThatResets,
    /// The visitor's tunnel breaks after the click: their address changes, and what they send gets lost.
    TunnelBreaks {
        /// Milliseconds after the click.
        after_ms: u64,
        /// Milliseconds until it is back.
        for_ms: u64,
    },
}

/// What the visitor tells, where no program can look it up.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Told {
    /// What they choose in the form, by its value.
    pub seen: String,
    /// What they answer, by the question's id.
    pub answers: BTreeMap<String, bool>,
}

/// What sits in the browser.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BrowserFaults {
    /// Names a real extension blocks, with all below them.
    pub extension_blocks: Vec<String>,
    /// It is set to ask through a proxy. The way past it is open.
    pub proxy: Option<Proxy>,
}

/// A proxy.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Proxy {
    /// Names that it refuses to connect to, as it would in an office.
    pub blocks: Vec<String>,
}

/// The public services' stand-ins.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Services {
    /// By how many seconds the time they tell is ahead of the visitor's clock. (The clock itself cannot be
    /// set for one browser alone.)
    pub clock_ahead_s: i64,
    /// Google's resolver says of every name that it does not exist.
    pub google_finds_nothing: bool,
    /// How Globalping is.
    pub globalping: Measuring,
}

/// How Globalping is.
#[derive(Debug, Default, Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Measuring {
    /// It measures.
    #[default]
    Well,
    /// It has had enough of this visitor's orders: 429.
    Limited,
    /// It takes orders, and no vantage ever comes back.
    Endless,
}

/// A slow or lossy link of the visitor's, in both directions alike.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlowLink {
    /// Milliseconds there and back.
    pub round_trip_ms: u64,
    /// How many frames in a hundred get lost, each way.
    #[serde(default)]
    pub loss_percent: u8,
}

//! The sides and the causes: the closed list that every verdict chooses from.

/// Whose side is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The visitor's device, browser, network, provider, or a block that only they meet.
    Yours,
    /// The site's servers, name, certificate or CDN.
    Theirs,
    /// The site answers this visitor.
    Works,
    /// It cannot be told.
    Unknown,
}

impl Side {
    /// Every side, in the order of the page contract.
    pub const ALL: [Side; 4] = [Side::Yours, Side::Theirs, Side::Works, Side::Unknown];

    /// The public name of the page contract (`data-side`).
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Side::Yours => "yours",
            Side::Theirs => "theirs",
            Side::Works => "works",
            Side::Unknown => "unknown",
        }
    }
}

/// Declares the causes once: variant, public id, side and meaning.
macro_rules! causes {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $side:ident;)+) => {
        /// Why the site does not open. Each cause belongs to one side.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cause {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Cause {
            /// Every cause, in the order of the design.
            pub const ALL: &'static [Cause] = &[$(Cause::$variant,)+];

            /// How many causes there are.
            pub const COUNT: usize = Cause::ALL.len();

            /// The public name of the page contract (`data-cause`).
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Cause::$variant => $id,)+ }
            }

            /// The side this cause belongs to.
            #[must_use]
            pub const fn side(self) -> Side {
                match self { $(Cause::$variant => Side::$side,)+ }
            }
        }
    };
}

causes! {
    /// The device has no link.
    Offline "offline" Yours;
    /// Linked, but nothing answers: router, resolver or provider.
    NetworkDown "network-down" Yours;
    /// A portal wants a sign-in before it lets anything through.
    CaptivePortal "captive-portal" Yours;
    /// The visitor's network loses or delays much of what is sent.
    FlakyNetwork "flaky-network" Yours;
    /// The visitor's resolver lies, blocks or fails for this name.
    DnsLocal "dns-local" Yours;
    /// An extension, antivirus, firewall, VPN or filter refuses it at once.
    BlockedLocally "blocked-locally" Yours;
    /// Packets to the site vanish from here only.
    Path "path" Yours;
    /// The certificate is good elsewhere and fails here.
    TlsInterception "tls-interception" Yours;
    /// The visitor's clock is wrong.
    Clock "clock" Yours;
    /// The site answers this visitor 403, 429 or 451, and others 200.
    RefusedYou "refused-you" Yours;
    /// It answers clean requests from this browser: cache, cookies, extensions or an old browser are suspect.
    BrowserState "browser-state" Yours;
    /// 502.
    BadGateway "bad-gateway" Theirs;
    /// 504.
    GatewayTimeout "gateway-timeout" Theirs;
    /// 503.
    Unavailable "unavailable" Theirs;
    /// 500 and other 5xx.
    ServerError "server-error" Theirs;
    /// A CDN's own 52x or 53x.
    EdgeError "edge-error" Theirs;
    /// An error answer whose number could not be read.
    HttpError "http-error" Theirs;
    /// 404 or 410.
    NotFound "not-found" Theirs;
    /// 401 or 403 for everybody.
    Forbidden "forbidden" Theirs;
    /// The site sends browsers round in circles.
    RedirectLoop "redirect-loop" Theirs;
    /// Refused or silent for everybody.
    ServerDown "server-down" Theirs;
    /// Accepts the connection and hangs up without an answer.
    EmptyReply "empty-reply" Theirs;
    /// No such name, everywhere.
    DnsMissing "dns-missing" Theirs;
    /// The name's servers fail, everywhere.
    DnsBroken "dns-broken" Theirs;
    /// The certificate is bad for everybody.
    Certificate "certificate" Theirs;
    /// Some requests fail.
    Intermittent "intermittent" Theirs;
    /// It answers, very late.
    Slow "slow" Theirs;
    /// The site answers well.
    Healthy "healthy" Works;
    /// It failed earlier in this session and answers now.
    Recovered "recovered" Works;
    /// Something else, or it cannot be told.
    Unclear "unclear" Unknown;
}

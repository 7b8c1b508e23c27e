//! The sides and the causes: the closed list that every verdict chooses from. What is known of each cause stands in `causes`.

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

/// Hands the list of causes to a macro: each with its meaning and the file in `causes` that describes it.
macro_rules! for_each_cause {
    ($declare:ident) => {
        $declare! {
            /// The device has no link.
            Offline offline;
            /// Linked, but nothing answers: router, resolver or provider.
            NetworkDown network_down;
            /// A portal wants a sign-in before it lets anything through.
            CaptivePortal captive_portal;
            /// The visitor's network loses or delays much of what is sent.
            FlakyNetwork flaky_network;
            /// The visitor's resolver lies, blocks or fails for this name.
            DnsLocal dns_local;
            /// An extension, antivirus, firewall, VPN or filter refuses it at once.
            BlockedLocally blocked_locally;
            /// Packets to the site vanish from here only.
            Path path;
            /// The certificate is good elsewhere and fails here.
            TlsInterception tls_interception;
            /// The visitor's clock is wrong.
            Clock clock;
            /// The site answers this visitor 403, 429 or 451, and others 200.
            RefusedYou refused_you;
            /// It answers clean requests from this browser: cache, cookies, extensions or an old browser are suspect.
            BrowserState browser_state;
            /// The browser or the device is too old for the site.
            Outdated outdated;
            /// The page comes, and something on the visitor's side keeps parts of it away.
            PartsBlocked parts_blocked;
            /// The visitor's own provider does not carry it, and other networks of the country do.
            Provider provider;
            /// Networks of the visitor's country do not carry it, and other countries do.
            ProviderBlock provider_block;
            /// 502.
            BadGateway bad_gateway;
            /// 504.
            GatewayTimeout gateway_timeout;
            /// 503.
            Unavailable unavailable;
            /// 500 and other 5xx.
            ServerError server_error;
            /// A CDN's own 52x or 53x.
            EdgeError edge_error;
            /// An error answer whose number could not be read.
            HttpError http_error;
            /// 404 or 410.
            NotFound not_found;
            /// 401 or 403 for everybody.
            Forbidden forbidden;
            /// The site sends browsers round in circles.
            RedirectLoop redirect_loop;
            /// Refused or silent for everybody.
            ServerDown server_down;
            /// Accepts the connection and hangs up without an answer.
            EmptyReply empty_reply;
            /// No such name, everywhere.
            DnsMissing dns_missing;
            /// The name's servers fail, everywhere.
            DnsBroken dns_broken;
            /// The certificate is bad for everybody.
            Certificate certificate;
            /// A page that is not the site's own stands in its place for everybody.
            Placeholder placeholder;
            /// The page comes, and a part that it needs does not, for anybody.
            PartsMissing parts_missing;
            /// The visitor's browser warns of the site: it is on a list of dangerous ones.
            Flagged flagged;
            /// Some requests fail.
            Intermittent intermittent;
            /// It answers, very late.
            Slow slow;
            /// The site answers well.
            Healthy healthy;
            /// It failed earlier in this session and answers now.
            Recovered recovered;
            /// The name leads to an address inside a private network.
            PrivateName private_name;
            /// Something else, or it cannot be told.
            Unclear unclear;
        }
    };
}

macro_rules! declare {
    ($($(#[doc = $doc:literal])+ $variant:ident $module:ident;)+) => {
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
        }
    };
}

for_each_cause!(declare);

pub(crate) use for_each_cause;

//! The places where directives stand: nginx calls them contexts. Which directive may stand where is left to
//! [`super::table`].

macro_rules! places {
    ($($(#[doc = $doc:literal])+ $variant:ident $sign:literal $shown:literal;)+) => {
        /// A place where directives stand.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Place {
            $($(#[doc = $doc])+ $variant,)+
            /// Within a block whose lines are no directives (`map`, `types`), or whose directives are not known.
            Free,
            /// The top of a piece that stands in nobody knows what.
            Unknown,
        }

        impl Place {
            /// The letter for it in the table of directives.
            pub fn sign(self) -> Option<char> {
                match self {
                    $(Place::$variant => Some($sign),)+
                    Place::Free | Place::Unknown => None,
                }
            }

            /// The place that a letter in the table stands for.
            pub fn of_sign(sign: char) -> Option<Place> {
                match sign {
                    $($sign => Some(Place::$variant),)+
                    _ => None,
                }
            }

            /// As it is shown: the block's name.
            pub fn shown(self) -> &'static str {
                match self {
                    $(Place::$variant => $shown,)+
                    Place::Free | Place::Unknown => "",
                }
            }
        }
    };
}

places! {
    /// Outside all blocks.
    Main 'M' "the top of nginx.conf";
    /// `events`
    Events 'E' "events";
    /// `http`
    Http 'h' "http";
    /// `server` of `http`
    Server 's' "server";
    /// `location`
    Location 'l' "location";
    /// `if` in `server`
    IfServer 'i' "if";
    /// `if` in `location`
    IfLocation 'j' "if";
    /// `limit_except`
    LimitExcept 'x' "limit_except";
    /// `upstream` of `http`
    Upstream 'u' "upstream";
    /// `stream`
    Stream 'T' "stream";
    /// `server` of `stream`
    StreamServer 't' "server (stream)";
    /// `upstream` of `stream`
    StreamUpstream 'w' "upstream (stream)";
    /// `mail`
    Mail 'A' "mail";
    /// `server` of `mail`
    MailServer 'a' "server (mail)";
    /// `rtmp`
    Rtmp 'R' "rtmp";
    /// `server` of `rtmp`
    RtmpServer 'r' "server (rtmp)";
    /// `application` of `rtmp`
    RtmpApplication 'p' "application";
    /// `recorder` of `rtmp`
    RtmpRecorder 'c' "recorder";
}

impl Place {
    /// The place within a block of this name that stands here.
    pub fn within(self, block: &str) -> Place {
        match (self, block) {
            (Place::Main | Place::Unknown, "events") => Place::Events,
            (Place::Main | Place::Unknown, "http") => Place::Http,
            (Place::Main | Place::Unknown, "stream") => Place::Stream,
            (Place::Main | Place::Unknown, "mail") => Place::Mail,
            (Place::Main | Place::Unknown, "rtmp") => Place::Rtmp,
            (Place::Stream, "server") => Place::StreamServer,
            (Place::Stream, "upstream") => Place::StreamUpstream,
            (Place::Mail, "server") => Place::MailServer,
            (Place::Rtmp, "server") => Place::RtmpServer,
            (Place::RtmpServer | Place::RtmpApplication, "application") => Place::RtmpApplication,
            (Place::RtmpApplication, "recorder") => Place::RtmpRecorder,
            (Place::Free, _) => Place::Free,
            // In the wrong place, too: what stands within is judged as what it is.
            (_, "server") => Place::Server,
            (_, "upstream") => Place::Upstream,
            (_, "location") => Place::Location,
            (Place::Server, "if") => Place::IfServer,
            (_, "if") => Place::IfLocation,
            (_, "limit_except") => Place::LimitExcept,
            (_, _) => Place::Free,
        }
    }

    /// Whether it is within `http`.
    pub fn is_http(self) -> bool {
        match self {
            Place::Http
            | Place::Server
            | Place::Location
            | Place::IfServer
            | Place::IfLocation
            | Place::LimitExcept
            | Place::Upstream => true,
            Place::Main
            | Place::Events
            | Place::Stream
            | Place::StreamServer
            | Place::StreamUpstream
            | Place::Mail
            | Place::MailServer
            | Place::Rtmp
            | Place::RtmpServer
            | Place::RtmpApplication
            | Place::RtmpRecorder
            | Place::Free
            | Place::Unknown => false,
        }
    }
}

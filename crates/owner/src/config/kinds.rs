//! The kinds of mistakes in a configuration, with their words. How they are found is left to the checks.

/// What a mistake does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// nginx does not start, or requests fail.
    Breaks,
    /// It works otherwise than it looks.
    Surprises,
    /// It works, and could be better.
    CouldBeBetter,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Severity; 3] = [
        Severity::Breaks,
        Severity::Surprises,
        Severity::CouldBeBetter,
    ];

    /// The public name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Severity::Breaks => "breaks",
            Severity::Surprises => "surprises",
            Severity::CouldBeBetter => "could-be-better",
        }
    }

    /// The severity in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Breaks => "Breaks the site",
            Severity::Surprises => "Does not do what it seems to",
            Severity::CouldBeBetter => "Could be better",
        }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident $id:literal $severity:ident $what:literal $why:literal;)+) => {
        /// A kind of mistake. Its texts may hold `{name}`, `{value}` and `{other}`, which a mistake fills.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)+];

            /// The public name.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Kind::$variant => $id,)+ }
            }

            /// What it does.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Kind::$variant => Severity::$severity,)+ }
            }

            /// What is wrong.
            #[must_use]
            pub const fn what(self) -> &'static str {
                match self { $(Kind::$variant => $what,)+ }
            }

            /// Why it matters.
            #[must_use]
            pub const fn why(self) -> &'static str {
                match self { $(Kind::$variant => $why,)+ }
            }
        }
    };
}

kinds! {
    /// A block without its closing brace.
    UnclosedBlock "unclosed-block" Breaks
        "The block “{name}” is opened here and never closed."
        "nginx does not start while a brace is missing.";
    /// A closing brace too many.
    ExtraBrace "extra-brace" Breaks
        "This closing brace has no block to close."
        "nginx does not start. A brace further up may be one too early.";
    /// A block without a name.
    NamelessBlock "nameless-block" Breaks
        "A brace opens a block here, and nothing says which."
        "nginx does not start. A semicolon before the brace is often the reason.";
    /// A directive without its semicolon.
    MissingSemicolon "missing-semicolon" Breaks
        "The line “{name}” has no semicolon at its end."
        "nginx reads the next line as a part of this one.";
    /// A semicolon that ends nothing.
    StraySemicolon "stray-semicolon" Breaks
        "This semicolon ends nothing."
        "nginx does not start while it is there.";
    /// A quotation without its end.
    UnclosedQuote "unclosed-quote" Breaks
        "A quotation mark opens here in “{name}”, and no second one closes it."
        "nginx takes all the rest of the file for one word.";
    /// Something right after a quotation.
    GluedQuote "glued-quote" Breaks
        "Something stands right behind a closing quotation mark in “{name}”."
        "nginx wants a space or a semicolon there, and does not start.";
    /// Too many blocks within blocks.
    TooDeep "too-deep" Breaks
        "The blocks around “{name}” are nested too deeply to be checked."
        "Closing braces may be missing further up.";
    /// An upstream that is nowhere.
    UpstreamMissing "upstream-missing" Breaks
        "Requests go to “{name}”, and no upstream of that name stands in this text."
        "Unless another file defines it, nginx takes it for a host name. If there is no such host, it does not start.";
    /// An upstream defined twice.
    UpstreamTwice "upstream-twice" Breaks
        "The upstream “{name}” is defined twice."
        "nginx does not start: it cannot know which one is meant.";
    /// An upstream without servers.
    UpstreamEmpty "upstream-empty" Breaks
        "The upstream “{name}” has no server in it."
        "nginx does not start without one.";
    /// A port after an upstream's name.
    UpstreamPort "upstream-port" Breaks
        "“{name}” is an upstream, and a port is written behind it."
        "The ports stand in the upstream’s own block. nginx refuses a second one.";
    /// A variable without a resolver.
    VariableWithoutResolver "variable-without-resolver" Breaks
        "“{value}” holds a variable, and no resolver is set."
        "nginx then looks the name up for each request, and has nobody to ask. Every request ends in 502.";
    /// One slash where there should be two or none.
    SlashMismatch "slash-mismatch" Surprises
        "The location “{name}” and the address “{value}” do not both end with a slash."
        "nginx cuts “{name}” off and puts the rest behind the address. A request for “{other}” reaches the application with a wrong path.";
    /// A path where nginx takes none.
    UriNotAllowed "uri-not-allowed" Breaks
        "The address “{value}” has a path, inside “{name}”."
        "nginx takes no path there, because it cannot know which part to replace. It does not start.";
    /// FastCGI towards a web port.
    FastcgiToWeb "fastcgi-to-web" Breaks
        "FastCGI requests go to “{value}”, which is a web server’s address."
        "A web server does not speak FastCGI, so every request ends in 502. PHP-FPM’s usual port is 9000.";
    /// Plain HTTP towards a TLS port.
    HttpToTls "http-to-tls" Breaks
        "Requests go to “{value}” by http, and port 443 wants https."
        "The server there answers 400 to each request.";
    /// nginx asks itself.
    PassToItself "pass-to-itself" Breaks
        "Requests go to “{value}”, where this same server listens."
        "nginx asks itself again and again, until it runs out of connections.";
    /// A socket without `unix:`.
    SocketPrefix "socket-prefix" Breaks
        "The path “{value}” is not marked as a socket."
        "Without “unix:”, nginx takes the path for a host name, and does not start.";
    /// Two spellings of PHP-FPM's socket.
    SocketTwoNames "socket-two-names" Surprises
        "PHP is passed to “{value}” here, and to “{other}” elsewhere."
        "They differ by the version only. After an update, one of them no longer exists.";
    /// A socket under /tmp.
    SocketInTmp "socket-in-tmp" Surprises
        "The socket “{value}” lies under /tmp."
        "systemd often gives each service a /tmp of its own. Then nginx does not see the socket.";
    /// Busy buffers that are too small.
    BusyTooSmall "busy-too-small" Breaks
        "“{name}” is smaller than one buffer: {value} against {other}."
        "nginx does not start. It must be as large as the largest single buffer.";
    /// Busy buffers that are too large.
    BusyTooLarge "busy-too-large" Breaks
        "“{name}” is larger than all buffers but one: {value} against {other}."
        "nginx does not start. One buffer must stay free to read into.";
    /// One buffer only.
    BuffersTooFew "buffers-too-few" Breaks
        "“{name}” has fewer than two buffers."
        "nginx does not start with fewer than two.";
    /// A header buffer that is too large for the rest.
    BufferSizeTooLarge "buffer-size-too-large" Breaks
        "“{name}” is {value}, and all buffers but one hold {other}."
        "nginx does not start. More or larger buffers must go with it.";
    /// A very long wait.
    WaitTooLong "wait-too-long" CouldBeBetter
        "“{name}” waits for {value}."
        "Delivery networks give up after 60 to 100 seconds, and visitors sooner. Slow requests hold all workers meanwhile.";
    /// A very short wait.
    WaitTooShort "wait-too-short" Surprises
        "“{name}” waits for {value} only."
        "A busy application needs longer at times. Its visitors then see 504.";
    /// The host is not passed on.
    HostMissing "host-missing" Surprises
        "The application is told “{name}” as the host, not the visitor’s."
        "Links, redirects and cookies then carry the upstream’s name.";
    /// An inner header hides the outer ones.
    ProxyHeaderSwallowed "proxy-header-swallowed" Surprises
        "Setting headers here drops those from outside: “{value}” among them."
        "nginx takes proxy_set_header from one block only. Repeat here what you still need.";
    /// Connections to the application end each time: wrong version.
    KeepaliveVersion "keepalive-version" CouldBeBetter
        "The upstream “{name}” keeps connections, and requests go by HTTP/1.0."
        "HTTP/1.0 closes each connection, so keepalive does nothing.";
    /// Connections to the application end each time: the header says so.
    KeepaliveConnection "keepalive-connection" CouldBeBetter
        "The upstream “{name}” keeps connections, and the header Connection says “close”."
        "The application closes each connection, so keepalive does nothing.";
    /// Two servers for one name.
    ServerTwice "server-twice" Surprises
        "A second server answers for “{name}” on {value}."
        "nginx uses the first one only, and ignores this one.";
    /// A certificate without its key.
    CertificateWithoutKey "certificate-without-key" Breaks
        "There is a certificate, and no key to it."
        "nginx does not start without ssl_certificate_key.";
    /// TLS without a certificate.
    TlsWithoutCertificate "tls-without-certificate" Breaks
        "Port {value} is to speak TLS, and no certificate is set."
        "Browsers cannot connect, and nginx does not start.";
    /// An inner header hides the outer ones.
    HeaderSwallowed "header-swallowed" Surprises
        "Adding a header here drops “{value}” from the block outside."
        "nginx takes add_header from one block only. Repeat here what you still need.";
    /// PHP-FPM is not told the file.
    ScriptFilenameMissing "script-filename-missing" Breaks
        "PHP-FPM is not told which file to run."
        "Without SCRIPT_FILENAME, visitors get an empty page or “File not found”.";
    /// A fallback that leads back.
    TryFilesCycle "try-files-cycle" Breaks
        "The last word of try_files, “{value}”, leads back to the same place."
        "Where no file is found, nginx goes round in circles and answers 500.";
    /// A fallback that is nowhere.
    TryFilesNowhere "try-files-nowhere" Breaks
        "try_files falls back to “{value}”, and no such location exists."
        "Where no file is found, nginx answers 500.";
    /// A script that would be shown.
    PhpShown "php-shown" Surprises
        "try_files falls back to “{value}”, and no location passes PHP on."
        "nginx then sends the script’s own text to visitors, with any password in it.";
    /// One slash where there should be two or none.
    AliasSlash "alias-slash" Surprises
        "The location “{name}” and the alias “{value}” do not both end with a slash."
        "nginx puts the path together without one, or lets visitors reach the folder above.";
}

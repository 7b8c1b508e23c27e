//! The kinds of mistakes in a configuration, with their words. How they are found is left to the checks.
//!
//! The file is one table, and longer than others for that reason.

use super::severity::Severity;

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

            /// What it does, where the files around it are known. A mistake has a severity of its own.
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
        "HTTP/1.0 closes each connection, so keepalive does nothing. nginx 1.29.7 and newer use HTTP/1.1 by themselves.";
    /// Connections to the application end each time: the header says so.
    KeepaliveConnection "keepalive-connection" CouldBeBetter
        "The upstream “{name}” keeps connections, and the header Connection says “close”."
        "The application closes each connection, so keepalive does nothing. nginx 1.29.7 and newer do this by themselves.";
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
        "Requests fall back to “{value}” here, and no such location exists."
        "nginx answers them with 500.";
    /// A script that would be shown.
    PhpShown "php-shown" Surprises
        "try_files falls back to “{value}”, and no location passes PHP on."
        "nginx then sends the script’s own text to visitors, with any password in it.";
    /// One slash where there should be two or none.
    AliasSlash "alias-slash" Surprises
        "The location “{name}” and the alias “{value}” do not both end with a slash."
        "nginx puts the path together without one, or lets visitors reach the folder above.";
    /// A repetition of a regular expression, without quotes.
    RegexBraces "regex-braces" Breaks
        "The expression in “{name}” holds braces, and no quotes around it."
        "nginx takes the brace for the start of a block. Put the whole expression in quotes.";
    /// A block without its opening brace.
    MissingBrace "missing-brace" Breaks
        "“{name}” needs a block, and no brace opens one."
        "nginx does not start: “{name}” has no opening brace.";
    /// A text that begins or ends amid a block.
    CutOff "cut-off" Note
        "The text begins or ends in the middle of a block."
        "It was judged as a piece. Paste the whole file to have all of it checked.";
    /// A space that is none to nginx.
    HardSpace "hard-space" Breaks
        "A hard space or an invisible letter stands in “{name}”."
        "nginx takes it for a letter of the word. If the file holds it too, nginx does not start. Type the space anew.";
    /// Quotation marks of a word processor.
    TypographicQuotes "typographic-quotes" Surprises
        "The quotation marks in “{name}” are typographic ones."
        "nginx takes them for letters of the value. Write straight ones instead.";
    /// A mark at the start of the file.
    ByteOrderMark "byte-order-mark" Breaks
        "The file begins with an invisible mark (BOM)."
        "nginx takes it for a part of the first word, and does not start. Save the file as UTF-8 without BOM.";
    /// An encoding that nginx does not read.
    WrongEncoding "wrong-encoding" Breaks
        "The file is saved as UTF-16."
        "nginx reads bytes, and does not start. Save the file as UTF-8 without BOM.";
    /// A mark of an unfinished merge.
    ConflictMark "conflict-mark" Breaks
        "A mark of an unfinished merge (git) stands here."
        "nginx does not start. Decide for one of the two versions, and take the marks out.";
    /// A comment of another language.
    ForeignComment "foreign-comment" Breaks
        "“{name}” begins no comment in nginx."
        "nginx does not start: it takes the line for a directive. Comments begin with #.";
    /// A name that nginx does not know.
    UnknownDirective "unknown-directive" Breaks
        "nginx has no directive “{name}”."
        "nginx does not start, unless a module that is not known here brings it.";
    /// A misspelt name.
    MisspeltDirective "misspelt-directive" Breaks
        "nginx has no directive “{name}”. Is “{other}” meant?"
        "nginx stops at a directive that it does not know.";
    /// A directive where it may not stand.
    MisplacedDirective "misplaced-directive" Breaks
        "“{name}” may not stand here, in {value}. It belongs in: {other}."
        "nginx does not start. A closing brace may stand too early or be missing.";
    /// Too many words, or too few.
    WrongCount "wrong-count" Breaks
        "“{name}” stands here with {value} values, and takes {other}."
        "nginx does not start. A missing semicolon or quotation mark is often the reason.";
    /// A block where none may follow.
    UnexpectedBlock "unexpected-block" Breaks
        "“{name}” takes no block, and a brace follows it."
        "nginx does not start. A semicolon is missing, or another name is meant.";
    /// A second one.
    DuplicateDirective "duplicate-directive" Breaks
        "“{name}” stands twice in the same block, the first time in line {other}."
        "nginx does not start: it takes this directive once only.";
    /// A value that is none.
    InvalidValue "invalid-value" Breaks
        "“{value}” is no value for “{name}”. It takes: {other}."
        "nginx does not start with a value that it cannot read.";
    /// A directive of a module that may be missing.
    ModuleNeeded "module-needed" Note
        "“{name}” is brought by the module {value}."
        "Where that module is not built in or loaded, nginx says “unknown directive” and does not start.";
    /// A directive that older versions lack.
    VersionNeeded "version-needed" Note
        "“{name}” came with nginx {value}."
        "An older nginx says “unknown directive” and does not start. Ask yours: nginx -v.";
    /// A directive that is gone.
    DirectiveGone "directive-gone" Surprises
        "“{name}” is gone since version {value}."
        "A newer nginx says “unknown directive” and does not start.";
    /// A way to write HTTP/2 that is old.
    Http2InListen "http2-in-listen" Note
        "“http2” stands in listen."
        "Since nginx 1.25.1 it is a directive of its own: http2 on. The old way still works, with a warning.";
    /// A file without events.
    EventsMissing "events-missing" Breaks
        "The file has no events block."
        "nginx does not start without one. It may be empty.";
    /// An address that is none.
    InvalidAddress "invalid-address" Breaks
        "“{value}” in “{name}” is no address of the form host:port."
        "nginx does not start. Neither http:// nor a path belongs there, and a port is a number up to 65535.";
    /// Something in listen that does not belong there.
    InvalidListen "invalid-listen" Breaks
        "“{value}” may not stand in listen."
        "nginx does not start: it does not know this parameter.";
    /// One address twice in a server.
    ListenTwice "listen-twice" Breaks
        "This server listens on {value} twice."
        "nginx does not start: a duplicate listen, or an address that is in use already.";
    /// Options of an address given twice.
    ListenOptionsTwice "listen-options-twice" Breaks
        "The options of {value} are set here again, first in line {other}."
        "nginx does not start: options such as ipv6only belong to the address, and may be set once.";
    /// Two default servers.
    DefaultTwice "default-twice" Breaks
        "A second server is the default one for {value}, the first stands in line {other}."
        "nginx does not start: there can be one default server for an address.";
    /// Two locations of one name.
    LocationTwice "location-twice" Breaks
        "The location “{name}” stands twice in this block, first in line {other}."
        "nginx does not start: it cannot know which one is meant.";
    /// An inner location that its outer one does not hold.
    LocationOutside "location-outside" Breaks
        "The location “{name}” stands within “{other}”, and lies outside of it."
        "nginx does not start. An inner location has to begin with the outer one’s path.";
    /// A sign before a location's path that is none.
    LocationSign "location-sign" Breaks
        "“{value}” is no sign that a location takes."
        "nginx does not start. It knows =, ~, ~* and ^~ before the path.";
    /// A pattern without the sign that makes it one.
    LocationPattern "location-pattern" Surprises
        "The location “{value}” looks like a pattern, and the sign for one (~) does not stand before it."
        "nginx takes it for plain letters, so no request comes to it.";
    /// A page where a folder belongs.
    RootFile "root-file" Surprises
        "“{value}” in root is a page, and root wants a folder."
        "nginx looks for files inside of it and finds none: visitors get 404.";
    /// A fallback without its slash.
    RelativeFallback "relative-fallback" Surprises
        "“{value}” in {name} has no slash before it."
        "Visitors get 404, or are sent to an address that does not exist.";
    /// A path with backslashes.
    PathBackslash "path-backslash" Surprises
        "The path “{value}” is written with backslashes."
        "nginx reads a line break or a tab where an n, r or t follows one, and finds no such folder. Write / in their place.";
    /// A rule that is never come to.
    AllowBehindDeny "allow-behind-deny" Surprises
        "“{value}” stands behind “deny all” and lets nobody in."
        "The first rule that fits decides. Put allow first and deny all last.";
    /// The script's path as nginx's sample file has it.
    ScriptFilenameSample "script-filename-sample" Surprises
        "SCRIPT_FILENAME leads to “{value}”, as in nginx’s sample file."
        "There is no such folder on most machines: PHP-FPM finds no script and says “File not found”.";
    /// A wrong value in the header for WebSockets.
    UpgradeValue "upgrade-value" Surprises
        "The header Upgrade is passed on as “{value}”."
        "WebSockets need what the visitor’s browser sent in it, which is $http_upgrade. Connections end with 400.";
    /// A regular expression that is none.
    InvalidRegex "invalid-regex" Breaks
        "The regular expression “{value}” is not complete or not right."
        "nginx does not start: it cannot read the expression.";
    /// A variable that nothing sets.
    UnknownVariable "unknown-variable" Breaks
        "Nothing sets the variable “${name}”."
        "nginx does not start with a variable that it does not know.";
    /// A variable's name without its sign.
    VariableSign "variable-sign" Breaks
        "“{value}” in “{name}” has to be a variable, with $ before it."
        "nginx does not start: it says “invalid variable name”.";
    /// A variable of nginx's own that is set.
    VariableOwn "variable-own" Breaks
        "“{name}” sets the variable “{value}”, which is nginx’s own."
        "nginx does not start: it says “the duplicate variable”. Take another name.";
    /// A zone that nothing defines.
    UnknownZone "unknown-zone" Breaks
        "“{name}” uses the zone “{value}”, and nothing defines it."
        "nginx does not start. The zone is defined in http, by “{other}”.";
    /// A log format that nothing defines.
    UnknownFormat "unknown-format" Breaks
        "The log format “{value}” is not defined."
        "nginx does not start. Define it by log_format in http, before it is used.";
    /// A condition that nginx cannot read.
    InvalidCondition "invalid-condition" Breaks
        "nginx cannot read the condition “{value}”."
        "nginx does not start. It knows a variable alone, =, !=, ~, !~ and -f, -d, -e, -x.";
    /// A key twice in a map.
    KeyTwice "key-twice" Breaks
        "“{value}” stands twice in this map, first in line {other}."
        "nginx does not start: the two lines contradict each other.";
    /// An address without http://.
    SchemeMissing "scheme-missing" Breaks
        "The address “{value}” has no http:// or https:// before it."
        "nginx does not start: it says “invalid URL prefix”.";
    /// An address with a scheme of another kind.
    SchemeWrong "scheme-wrong" Breaks
        "“{value}” begins with something that “{name}” does not speak."
        "nginx does not start. Each protocol has a directive of its own: “{other}”.";
    /// A header's name with a colon.
    HeaderColon "header-colon" Surprises
        "The header’s name “{value}” ends with a colon."
        "nginx writes one itself. With two of them the header is wrong, and the application may answer 400.";
    /// Certificate and key in each other's place.
    CertificateSwapped "certificate-swapped" Breaks
        "ssl_certificate names “{value}”, which looks like a key."
        "nginx does not start if certificate and key are in each other’s place.";
    /// An alias that leads every request to one file.
    AliasInRegex "alias-in-regex" Surprises
        "The alias “{value}” stands in a location with a regular expression, and uses no part of it."
        "nginx then takes this very path for every request. Use a part such as $1, or a plain location.";
    /// A folder in place of a file.
    IncludeFolder "include-folder" Breaks
        "“{value}” is a folder, and include takes files."
        "nginx does not start: it cannot read a folder. Name its files by a pattern.";
    /// An upstream that nobody uses while a host is named.
    UpstreamUnused "upstream-unused" Surprises
        "The upstream “{name}” is never used. Requests go to “{value}” instead."
        "What it sets, such as further servers, has no effect. If that host has another name, nginx does not even start.";
    /// https towards a plain port.
    TlsToHttp "tls-to-http" Breaks
        "Requests go to “{value}” by https, and port {other} speaks plain http."
        "The TLS handshake fails, and every request ends in 502.";
    /// The old switch for TLS beside a port for plain http.
    SslOnEveryPort "ssl-on-every-port" Breaks
        "“ssl on” makes every port of this server speak TLS, port 80 as well."
        "Visitors by http get 400. Remove the line, and write ssl behind the port in listen.";
    /// A dollar sign that a shell script escaped.
    EscapedDollar "escaped-dollar" Breaks
        "A backslash or a second dollar sign stands before the variable in “{value}”."
        "That belongs into shell scripts or Compose files only. nginx keeps it, and the value is wrong.";
    /// A variable that a shell script fills in.
    ShellDollar "shell-dollar" Surprises
        "The shell puts its own value in place of the variables in “{value}”."
        "Mostly that is nothing. Put the mark behind << in quotes, or a backslash before each dollar sign.";
    /// Upgrade without HTTP/1.1.
    UpgradeVersion "upgrade-version" Breaks
        "The header Upgrade is passed on, and requests go by HTTP/1.0."
        "WebSockets need HTTP/1.1 towards the application. nginx 1.29.7 and newer use it by themselves.";
    /// Upgrade without its second half.
    UpgradeConnection "upgrade-connection" Surprises
        "Of the headers Upgrade and Connection, one is passed on without the other, or wrongly."
        "WebSockets need both. Without the second, the application answers 400.";
    /// An upstream that is not told its name.
    SniMissing "sni-missing" Surprises
        "TLS requests go to “{value}” without its name in the handshake."
        "Many servers need that name (SNI). Without it they answer 421, 403 or end the handshake, which is 502.";
    /// A name that means two addresses.
    Localhost "localhost" CouldBeBetter
        "“{value}” names localhost, which means [::1] as well."
        "Most applications listen on 127.0.0.1 only. Each second request may then be refused and end in 502.";
    /// A folder whose last part is the location itself.
    RootDoubled "root-doubled" Surprises
        "The root “{value}” ends with the path of the location “{name}”."
        "nginx puts the whole path behind root: it looks in “{other}”. Files are then not found: 404.";
    /// Port 443 in plain http.
    TlsPortWithoutSsl "tls-port-without-ssl" Breaks
        "Port 443 is listened on without “ssl”."
        "nginx then speaks plain http there, and browsers cannot connect.";
    /// A redirect to the same address.
    RedirectToItself "redirect-to-itself" Breaks
        "This server redirects each request to “{value}”, which it answers itself."
        "The browser goes round in circles and says “too many redirects”.";
    /// A redirect to https that nobody but nginx's front may serve.
    RedirectBehindProxy "redirect-behind-proxy" Note
        "Every request is redirected to https, and no server here speaks TLS."
        "If TLS ends before this nginx (Cloudflare, a load balancer), visitors go round in circles.";
    /// A redirect without its scheme.
    RedirectWithoutScheme "redirect-without-scheme" Surprises
        "The redirect leads to “{value}”, without http:// or https:// before it."
        "Browsers take it for a path on this same site.";
    /// A fallback that a nested expression takes.
    FallbackCaught "fallback-caught" Breaks
        "“{value}” leads back into the location “{name}”, whose inner expression takes it again."
        "The location for PHP outside is never asked. nginx goes round in circles and answers 500.";
    /// A fallback outside of the location's folder.
    FallbackOutside "fallback-outside" Surprises
        "try_files falls back to “{value}”, which lies outside the location “{name}”."
        "nginx then looks for it in another folder than the one that is set here.";
    /// No size for uploads.
    BodySize "body-size" Note
        "No client_max_body_size is set here."
        "Uploads over 1 MB then get 413, unless another file sets it.";
    /// The application is not told about https.
    ForwardedProtoMissing "forwarded-proto-missing" CouldBeBetter
        "TLS ends here, and the application is not told that visitors use https."
        "It may redirect to https for ever, or write http links. Pass X-Forwarded-Proto on.";
    /// A server's name that can never match.
    ServerNameOdd "server-name-odd" Surprises
        "“{value}” in server_name is no host name."
        "Only the name itself belongs there: no http://, no port, no path, no comma. It never matches.";
    /// A password without its file.
    AuthWithoutFile "auth-without-file" Surprises
        "A password is to be asked for, and no auth_basic_user_file is set."
        "nginx then asks nobody, and everyone gets in.";
    /// A text that is too long to be read to its end.
    TooMuch "too-much" Note
        "The text is too long. It was read up to here."
        "Paste one file at a time.";
}

//! Every cause of the diagnosis in words: what it is, how it looks, and what follows. The match is exhaustive, so that a
//! cause without words does not compile. What to do about it comes from the remedies' own data.

use whichside_diagnosis::Cause;

/// A cause explained.
#[derive(Clone, Copy, Debug)]
pub struct CauseWords {
    /// Its heading.
    pub title: &'static str,
    /// The technical name, never translated; empty where there is none.
    pub name: &'static str,
    /// What it is.
    pub what: &'static str,
    /// How it looks to a visitor.
    pub looks: &'static str,
}

/// A cause in words.
#[must_use]
pub const fn words(cause: Cause) -> CauseWords {
    let (title, name, what, looks) = match cause {
        Cause::Offline => (
            "You are offline",
            "ERR_INTERNET_DISCONNECTED",
            "Your device has no link to any network. Wi-Fi is off, the cable is out, or flight mode is on.",
            "No site opens, and the browser says that you are offline.",
        ),
        Cause::NetworkDown => (
            "Your network does not reach the internet",
            "ERR_ADDRESS_UNREACHABLE",
            "Your device is linked, but nothing behind answers. The router hangs, the provider has an outage, or the name service is down.",
            "Wi-Fi shows full bars, and yet no site opens.",
        ),
        Cause::CaptivePortal => (
            "The network wants you to sign in",
            "captive portal",
            "Cafés, hotels and trains send every request to a page of their own until you accept their terms.",
            "All sites fail, or a page you did not ask for appears.",
        ),
        Cause::FlakyNetwork => (
            "Your connection is unsteady",
            "packet loss",
            "Part of what you send gets lost. A weak signal or a crowded network does this.",
            "Pages load half, or only at the second try, on many sites.",
        ),
        Cause::DnsLocal => (
            "Your network’s name service fails for this site",
            "ERR_NAME_NOT_RESOLVED",
            "A resolver turns names into addresses. Yours does not know this name, gives a wrong address, or hides the site on purpose. After a site has moved, old answers can last about a day.",
            "This site cannot be found from here, while others find it.",
        ),
        Cause::BlockedLocally => (
            "Something near you blocks the site",
            "ERR_BLOCKED_BY_CLIENT, ERR_CONNECTION_REFUSED",
            "An extension, antivirus, firewall, VPN or filter refuses the request at once. It is on your device or in your network.",
            "The error comes at once, only here, and sometimes on a page of that program.",
        ),
        Cause::Path => (
            "The way from your network to the site is broken",
            "ERR_CONNECTION_TIMED_OUT",
            "What you send to this site gets lost or is cut off on its way. A route of your provider, a VPN or a block in between does this.",
            "The page loads without end, and opens on mobile data.",
        ),
        Cause::TlsInterception => (
            "Something opens your secure connections",
            "ERR_CERT_AUTHORITY_INVALID",
            "The site’s certificate is good elsewhere, and another one arrives here. Security software, a company network or a portal reads along.",
            "The browser warns that the connection is not private, only in this network or on this device.",
        ),
        Cause::Clock => (
            "Your device’s clock is wrong",
            "ERR_CERT_DATE_INVALID",
            "Certificates are valid between two dates. With a wrong date all of them look false.",
            "Many secure sites warn at once, and the clock or the year is wrong.",
        ),
        Cause::RefusedYou => (
            "The site turns you away",
            "403, 429, 451",
            "The site answers others with the page, and you with a refusal. Your address, your VPN or too many requests look unwelcome to its protection.",
            "“Access denied”, “Too many requests” or a puzzle page.",
        ),
        Cause::BrowserState => (
            "Your browser’s memory of the site",
            "cache, cookies, extensions",
            "The site answers fresh requests from your browser well, and your tab still fails. What the browser keeps of it is suspect: cached pages, cookies, an extension or an old version.",
            "It fails in your tab, and opens in a private window.",
        ),
        Cause::Outdated => (
            "Your browser or device is too old",
            "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
            "New sites speak in ways that old browsers never learnt, and rest on certificates that old devices do not know. Nothing is broken on either side.",
            "A blank page, or a warning about the connection, on many sites and on this device alone.",
        ),
        Cause::PartsBlocked => (
            "Parts of the page are kept from you",
            "blocked subresource",
            "The page itself comes. Scripts or data that it needs, often from other hosts, are stopped by an extension, a filter or a company’s network.",
            "A blank page, a page without pictures, or one that loads for ever.",
        ),
        Cause::Provider => (
            "Your provider does not carry it",
            "unreachable from this provider",
            "Other networks of your country open the site, and yours does not. The fault lies at your provider, between it and the site, or in a block list of the site that names your provider’s addresses.",
            "It fails on every device in the house, and opens on mobile data of another provider.",
        ),
        Cause::ProviderBlock => (
            "Networks of your country block it",
            "blocked in this country",
            "Providers of a country can be told to block a site, and shared addresses take others down with it. Such blocks often last for hours only, such as during a match.",
            "It fails on Wi-Fi and on mobile data, and opens from abroad.",
        ),
        Cause::BadGateway => (
            "Bad gateway",
            "502 Bad Gateway",
            "The site’s front server answers, but got no valid answer from the application behind it. The application is down, restarting, or asked at the wrong address.",
            "“502 Bad Gateway”, often with “nginx” under it.",
        ),
        Cause::GatewayTimeout => (
            "Gateway time-out",
            "504 Gateway Timeout",
            "The front server waited for the application behind it, in vain. The application is overloaded, or stuck in slow work.",
            "A long wait, often 30 or 60 seconds, and then “504”.",
        ),
        Cause::Unavailable => (
            "Not available now",
            "503 Service Unavailable",
            "The site says itself that it cannot answer now. It is overloaded, or being worked on.",
            "“503”, “Down for maintenance” or “Back soon”.",
        ),
        Cause::ServerError => (
            "Server error",
            "500 Internal Server Error",
            "The application runs, and fails on your request because of a mistake in it or in its settings.",
            "“500”, “Something went wrong” or a blank page.",
        ),
        Cause::EdgeError => (
            "The delivery network cannot reach the site",
            "520–530",
            "The site sits behind a delivery network (CDN). The network is well, but cannot talk to the site’s own server.",
            "A page of Cloudflare or another network, with a number from 520 to 530.",
        ),
        Cause::HttpError => (
            "An error answer whose number is hidden",
            "4xx, 5xx",
            "The site answers with an error instead of the page. From here the number could not be read; your tab shows it.",
            "An error page in your tab, with a number on it or in its title.",
        ),
        Cause::NotFound => (
            "No such page",
            "404 Not Found, 410 Gone",
            "The site answers, but has no page at this address. The address is misspelt, or the page was moved or removed.",
            "“404” or “Page not found”.",
        ),
        Cause::Forbidden => (
            "Closed to everybody",
            "401, 403 Forbidden",
            "The site answers, and lets nobody see this page without permission. You may need to sign in.",
            "“403 Forbidden” or a sign-in form.",
        ),
        Cause::RedirectLoop => (
            "The site sends browsers round in circles",
            "ERR_TOO_MANY_REDIRECTS",
            "One address sends to another, and that one back. Often the site and its CDN disagree about https, or a cookie is missing.",
            "“This page isn’t redirecting properly” or “redirected you too many times”.",
        ),
        Cause::ServerDown => (
            "The server is down",
            "ERR_CONNECTION_REFUSED, ERR_CONNECTION_TIMED_OUT",
            "The site’s server answers nobody. It is switched off, its web server (such as nginx) is not running, or a firewall closes it.",
            "“Refused to connect” or “took too long to respond”, for everybody.",
        ),
        Cause::EmptyReply => (
            "The server hangs up",
            "ERR_EMPTY_RESPONSE",
            "The server takes the connection and ends it without a word. A process crashed, a protection drops the request, or the server cannot speak as today’s browsers do: HTTP/2, or their longer first message (ML-KEM).",
            "“Didn’t send any data”, ERR_HTTP2_PROTOCOL_ERROR or ERR_CONNECTION_RESET, for everybody with a new browser.",
        ),
        Cause::DnsMissing => (
            "No such name",
            "NXDOMAIN",
            "There is no site of this name, for anybody. It is misspelt, has lapsed, or was never set up.",
            "“Server not found” everywhere.",
        ),
        Cause::DnsBroken => (
            "The site’s name service is broken",
            "SERVFAIL",
            "The name exists, but the servers that should know its address fail or contradict each other. After a move this can last a day.",
            "“Server not found” everywhere, sometimes only for some visitors.",
        ),
        Cause::Certificate => (
            "The site’s certificate is not valid",
            "ERR_CERT_DATE_INVALID, ERR_CERT_COMMON_NAME_INVALID",
            "The certificate has run out, is for another name, or is not signed by anyone browsers trust. Browsers are right to stop.",
            "A warning that the connection is not private, for everybody.",
        ),
        Cause::Placeholder => (
            "Another page stands in the site’s place",
            "parked domain, account suspended, default page",
            "The server answers well, and not with the site. The domain has lapsed and is for sale, the hosting is not paid, the database is away, or the server has forgotten which site it serves.",
            "“This domain is for sale”, “Account suspended”, “Welcome to nginx”, “Index of /” or “Error establishing a database connection”.",
        ),
        Cause::PartsMissing => (
            "A part of the page is missing",
            "missing script",
            "The page comes, and a script or a style that it needs does not, for anybody. The host of that part is down, or a new version of the site forgot it.",
            "A blank page, or one that loads for ever, in every browser.",
        ),
        Cause::Flagged => (
            "A list warns of the site",
            "Safe Browsing",
            "Browsers ask lists of dangerous sites before they open one. The site was broken into, or is on such a list by mistake. Its owners ask for a review.",
            "A whole red page: “Dangerous site” or “Deceptive site ahead”.",
        ),
        Cause::Intermittent => (
            "It fails at times",
            "intermittent 5xx",
            "Some requests are answered and others fail. One of several servers is broken, or the site is overloaded at times, or one region is cut off.",
            "It opens at the second or third try.",
        ),
        Cause::Slow => (
            "It answers, but very slowly",
            "slow response",
            "The site answers everybody late. It is overloaded, or does slow work for each page.",
            "A blank page for many seconds, and then the content.",
        ),
        Cause::Healthy => (
            "The site opens",
            "2xx",
            "The site answers your browser well. If your tab still shows an error, it may be an old one.",
            "It works here.",
        ),
        Cause::Recovered => (
            "It works again",
            "2xx",
            "The site failed earlier in this session and answers now. The trouble is over.",
            "It works now, and the error in your tab is old.",
        ),
        Cause::PrivateName => (
            "A name for a private network",
            "DNS rebinding protection",
            "The name leads to an address inside a private network, such as 192.168.1.20. Only devices of that network can open it. Many routers hide such names, as attackers use them too.",
            "“Server not found” at home, while public name services know the name.",
        ),
        Cause::Unclear => (
            "It cannot be told",
            "",
            "What was seen fits more than one cause, and honest doubt is better than a guess. Often another network settles it.",
            "Anything.",
        ),
    };
    CauseWords {
        title,
        name,
        what,
        looks,
    }
}

/// Where the guide says more about a cause: anchors of articles and of their parts.
#[must_use]
pub const fn more(cause: Cause) -> &'static [&'static str] {
    match cause {
        Cause::BadGateway => &[
            "meaning",
            "whose-fault",
            "whose-page",
            "nginx",
            "numbers",
            "reasons-theirs",
            "small-server",
            "questions",
        ],
        Cause::GatewayTimeout => &["numbers", "reasons-theirs", "flash-sale", "prevention"],
        Cause::Unavailable => &["numbers", "reasons-theirs", "retry-after"],
        Cause::ServerError | Cause::HttpError => &["numbers", "reasons-theirs"],
        Cause::EdgeError => &["numbers", "security"],
        Cause::Forbidden => &["security"],
        Cause::ServerDown | Cause::EmptyReply => &["reasons-theirs", "security"],
        Cause::DnsMissing | Cause::DnsBroken => &["reasons-theirs", "prevention"],
        Cause::Certificate | Cause::RedirectLoop | Cause::NotFound => &["reasons-theirs"],
        Cause::Placeholder | Cause::PartsMissing | Cause::Flagged => &["reasons-theirs"],
        Cause::Intermittent => &["flash-sale", "streaming-peak", "reasons-theirs"],
        Cause::Slow => &["prevention", "flash-sale"],
        Cause::RefusedYou => &["security", "security-robots", "reasons-yours"],
        Cause::Offline
        | Cause::NetworkDown
        | Cause::CaptivePortal
        | Cause::FlakyNetwork
        | Cause::DnsLocal
        | Cause::BlockedLocally
        | Cause::Path
        | Cause::TlsInterception
        | Cause::Clock
        | Cause::BrowserState
        | Cause::Outdated
        | Cause::PartsBlocked
        | Cause::Provider
        | Cause::ProviderBlock => &["reasons-yours", "whose-fault"],
        Cause::PrivateName => &["reasons-yours"],
        Cause::Healthy | Cause::Recovered | Cause::Unclear => &["whose-fault", "reasons-yours"],
    }
}

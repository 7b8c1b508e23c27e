//! What a 502 says, who says it, and how it differs from its neighbours.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "meaning",
    title: "What “502 Bad Gateway” means",
    blocks: &[
        Block::Text(
            "Most sites are run by at least two servers. A front server, the gateway, takes your request and passes it on to an application behind it. “502 Bad Gateway” means that the front server is well, but got no valid answer from behind.",
        ),
        Block::Text(
            "So your request arrived. Your device, your network and the way to the site work, at least as far as the front server. In most cases only the site’s people can mend it.",
        ),
        Block::Part {
            id: "whose-fault",
            title: "Is it always the site’s fault?",
            blocks: &[
                Block::Text(
                    "Mostly, but not always. Four things on your side can show you an error that others do not see:",
                ),
                Block::Points(&[
                    "Your browser shows an old error again from its memory. See [what your browser keeps](#browser-state).",
                    "A VPN, proxy or security program stands between you and the site. It is a gateway too, and writes 502 pages of its own. See [a block near you](#blocked-locally).",
                    "Your network’s name service sends you to an old server that no longer has the site. See [names](#dns-local).",
                    "The site refuses you alone, and a gateway puts its own page in front of that. See [a refusal](#refused-you).",
                ]),
                Block::Text(
                    "Whichside tells these apart: it asks the site, sites known to be good, and people’s networks elsewhere.",
                ),
            ],
        },
        Block::Part {
            id: "whose-page",
            title: "The general 502 and nginx’s own page",
            blocks: &[
                Block::Text(
                    "502 is a number of the web’s own language, HTTP. Any gateway may send it: nginx, Apache, IIS, HAProxy, a load balancer, or a delivery network such as Cloudflare. The page around the number shows who wrote it:",
                ),
                Block::Terms(&[
                    (
                        "“502 Bad Gateway” in bold on white, “nginx” under a line",
                        "nginx itself wrote it. The application behind this nginx is down, too slow, or asked at the wrong address.",
                    ),
                    (
                        "“Proxy Error”, with “Apache” at the bottom",
                        "Apache passes requests on here, and got no valid answer.",
                    ),
                    (
                        "A cloud, three hops and a “Ray ID”",
                        "Cloudflare wrote it. Either it passes on the site’s own 502, or it could not talk to the site’s server itself.",
                    ),
                    (
                        "A page in the site’s own colours",
                        "The site’s people prepared a page for this case. They know that it happens, and often say when it ends.",
                    ),
                    (
                        "A page of your company or your security program",
                        "The gateway is near you, and the site may be well.",
                    ),
                ]),
                Block::Text(
                    "With nginx the reasons are few: the application (PHP-FPM, Node.js, Python) is down or badly set up, the socket or port is wrong, or a timeout ran out.",
                ),
            ],
        },
        Block::Part {
            id: "nginx",
            title: "Why it is so often nginx that says it",
            blocks: &[
                Block::Text(
                    "nginx is one of the most used front servers. It rarely makes pages itself. It stands in the middle, and whoever stands in the middle reports the failures of the others:",
                ),
                Block::Terms(&[
                    (
                        "As reverse proxy",
                        "it takes requests and passes them on to PHP-FPM, Node.js, Python or another server.",
                    ),
                    (
                        "As load balancer",
                        "it shares requests among several servers. With all of them down, or thought to be, it answers 502.",
                    ),
                    (
                        "As cache",
                        "it keeps copies of pages, so that the application is asked less. With a setting it shows an old copy instead of a 502.",
                    ),
                ]),
            ],
        },
        Block::Part {
            id: "numbers",
            title: "502 and its neighbours",
            blocks: &[
                Block::Text(
                    "Numbers from 500 to 599 say that the request was fine, and that the site’s side failed.",
                ),
                Block::Table {
                    caption: "Error numbers and what they mean for you",
                    head: ["Number", "What happened", "What it means for you"],
                    rows: &[
                        [
                            "500 Internal Server Error",
                            "The application ran and stumbled over a mistake of its own.",
                            "See [server error](#server-error). Loading again rarely helps.",
                        ],
                        [
                            "502 Bad Gateway",
                            "The front server got no valid answer from the application.",
                            "See [bad gateway](#bad-gateway). Often over within minutes.",
                        ],
                        [
                            "503 Service Unavailable",
                            "The site says itself that it is overloaded or being worked on.",
                            "See [not available](#unavailable). Wait; it may say for how long.",
                        ],
                        [
                            "504 Gateway Timeout",
                            "The front server waited for the application, in vain.",
                            "See [gateway time-out](#gateway-timeout). The site is slow or overloaded.",
                        ],
                        [
                            "520",
                            "A CDN (Cloudflare) got an empty or odd answer from the site’s server.",
                            "See [CDN error](#edge-error).",
                        ],
                        [
                            "521",
                            "The site’s server refused the CDN’s connection.",
                            "The server is down, or its firewall blocks the CDN.",
                        ],
                        [
                            "522 and 524",
                            "The site’s server was not reached in time (522), or answered too late (524).",
                            "The server is overloaded, or the way to it is broken.",
                        ],
                        [
                            "523",
                            "The CDN found no way to the site’s server.",
                            "An address or route on the site’s side is wrong.",
                        ],
                        [
                            "525 and 526",
                            "The CDN and the site’s server could not agree on encryption (525), or its certificate is not valid (526).",
                            "Only the site’s people can mend it.",
                        ],
                        [
                            "527",
                            "An older connection service between CDN and site failed. It is no longer in use.",
                            "Rare today.",
                        ],
                        [
                            "530",
                            "A CDN error that goes with a number from 1000 on, often a name that does not resolve.",
                            "The second number on the page tells more.",
                        ],
                    ],
                },
            ],
        },
    ],
};

//! What goes wrong on the site's side and on the visitor's, in everyday order.

use super::{Article, Block};

pub(super) const ARTICLE: Article = Article {
    id: "reasons",
    title: "What goes wrong, on which side",
    blocks: &[
        Block::Part {
            id: "reasons-theirs",
            title: "On the site’s side",
            blocks: &[
                Block::Terms(&[
                    (
                        "The application is down",
                        "PHP-FPM, Node.js or Python stopped, crashed, or was never started after a restart of the server. nginx finds nobody to ask.",
                    ),
                    (
                        "PHP-FPM runs out of time",
                        "A page takes longer than PHP-FPM or nginx may wait. The work is cut off, and the front server reports it.",
                    ),
                    (
                        "Too much to do",
                        "A traffic peak, comment spam, malware, password guessing, a memory leak or a bug takes all processors or memory. The server cannot answer in time.",
                    ),
                    (
                        "nginx is not running",
                        "Then nobody answers at all: see [server down](#server-down). Behind a CDN or load balancer, visitors see a 502 or 521.",
                    ),
                    (
                        "A firewall between the servers",
                        "Rules block the way from the front server to the application. Cloud “security groups” do it as well.",
                    ),
                    (
                        "A security plug-in or filter",
                        "A CMS plug-in, ModSecurity, DDoS protection or Cloudflare takes good requests for bad ones. See [protection](#security).",
                    ),
                    (
                        "A wrong address, socket or port",
                        "The front server asks `127.0.0.1:9000`, but the application listens elsewhere, or on a socket file.",
                    ),
                    (
                        "A name inside that does not resolve",
                        "The front server knows the application by a name, and its resolver cannot find that name, or keeps an old address.",
                    ),
                    (
                        "The domain has just moved",
                        "Name servers around the world remember old addresses for up to about 24 hours. Until then some visitors reach the old server.",
                    ),
                    (
                        "The domain does not resolve",
                        "It lapsed, or its name servers are wrong or broken: see [no such name](#dns-missing) and [broken name service](#dns-broken).",
                    ),
                    (
                        "Timeouts that do not fit",
                        "The front server waits less long than the application needs, or longer than the browser or CDN does.",
                    ),
                    (
                        "Limits that are reached",
                        "Connections allowed for one address, open files of PHP, workers of PHP-FPM, or connections to the database.",
                    ),
                    (
                        "Wrong database password",
                        "After a move or an update the application cannot sign in to its database, and stops.",
                    ),
                    (
                        "Headers larger than the buffers",
                        "Big cookies or many headers in an answer do not fit into nginx’s buffer. nginx then throws the answer away.",
                    ),
                    (
                        "The network between the servers",
                        "A cable, switch, route or cloud zone between front server and application fails.",
                    ),
                ]),
                Block::Text("If this is your site, go to [the steps for owners](#owners)."),
            ],
        },
        Block::Part {
            id: "reasons-yours",
            title: "On your side",
            blocks: &[Block::Terms(&[
                (
                    "Stale cache or broken cookies",
                    "Your browser shows an old error page, or sends a cookie that the site stumbles over. [Clear what it keeps of this site](#clear-site-data).",
                ),
                (
                    "Wi-Fi, provider or name service",
                    "A weak signal loses requests, or your network’s name service gives a wrong address. [Try another network](#other-network) or [another resolver](#change-resolver).",
                ),
                (
                    "VPN or proxy",
                    "It takes your requests another way. That way may be broken, or the site may not like it. [Turn it off for a moment](#vpn-off).",
                ),
                (
                    "Firewall or antivirus",
                    "It reads web traffic and sometimes breaks it. [Pause its web protection](#shield-off), and turn it on again.",
                ),
                (
                    "Outdated browser",
                    "It cannot agree with newer servers. [Update it](#update-browser).",
                ),
                (
                    "An extension",
                    "Ad blockers and privacy tools can refuse a site or part of it. [Turn them off](#extensions-off), one by one.",
                ),
            ])],
        },
    ],
};

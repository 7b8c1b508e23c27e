//! Who answered: the web server and the delivery network, read from the fingerprint that a verdict carries.
//! The fingerprint itself ("nginx, through cloudflare") is made by the diagnosis from header and error page.

/// The site's own front server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Server {
    /// nginx, and those built on it.
    Nginx,
    /// Apache's httpd.
    Apache,
    /// HAProxy.
    HaProxy,
    /// Another one, known by name: its logs are elsewhere.
    Other,
    /// It did not say.
    Unknown,
}

/// A delivery network in front of the site's own server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cdn {
    /// Cloudflare.
    Cloudflare,
    /// CloudFront, Fastly, Akamai and others.
    Other,
}

/// What is known of the site's servers from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stack {
    /// The site's own front server.
    pub server: Server,
    /// The network that the answer came through, where one shows itself.
    pub cdn: Option<Cdn>,
    /// The answer shows that PHP stands behind it. `false` says nothing.
    pub php: bool,
}

/// Names in a fingerprint and the server they mean, in lower case.
const SERVERS: &[(&str, Server)] = &[
    ("nginx", Server::Nginx),
    ("openresty", Server::Nginx),
    ("tengine", Server::Nginx),
    ("angie", Server::Nginx),
    ("apache", Server::Apache),
    ("haproxy", Server::HaProxy),
    ("litespeed", Server::Other),
    ("caddy", Server::Other),
    ("microsoft-iis", Server::Other),
    ("envoy", Server::Other),
    ("traefik", Server::Other),
    ("varnish", Server::Other),
    ("gunicorn", Server::Other),
    ("uvicorn", Server::Other),
    ("awselb", Server::Other),
    ("heroku", Server::Other),
];

/// Names in a fingerprint and the network they mean, in lower case.
const CDNS: &[(&str, Cdn)] = &[
    ("cloudflare", Cdn::Cloudflare),
    ("cloudfront", Cdn::Other),
    ("fastly", Cdn::Other),
    ("akamai", Cdn::Other),
    ("bunny", Cdn::Other),
    ("imperva", Cdn::Other),
    ("incapsula", Cdn::Other),
    ("sucuri", Cdn::Other),
    ("ddos-guard", Cdn::Other),
    ("keycdn", Cdn::Other),
    ("vercel", Cdn::Other),
    ("netlify", Cdn::Other),
    ("github.com", Cdn::Other),
];

impl Stack {
    /// Nothing is known.
    pub const UNKNOWN: Stack = Stack {
        server: Server::Unknown,
        cdn: None,
        php: false,
    };

    /// Reads a verdict's fingerprint.
    #[must_use]
    pub fn read(fingerprint: Option<&str>) -> Stack {
        let Some(text) = fingerprint.map(str::to_ascii_lowercase) else {
            return Stack::UNKNOWN;
        };
        // The first name is the one that wrote the page, whatever it came through.
        let server = SERVERS
            .iter()
            .filter_map(|(name, server)| text.find(name).map(|at| (at, *server)))
            .min_by_key(|(at, _)| *at)
            .map_or(Server::Unknown, |(_, server)| server);
        Stack {
            server,
            cdn: CDNS
                .iter()
                .find_map(|(name, cdn)| text.contains(name).then_some(*cdn)),
            php: text.contains("php"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stack_is_read_from_the_fingerprint() {
        let of = |server, cdn, php| Stack { server, cdn, php };
        for (fingerprint, stack) in [
            ("nginx/1.22.1", of(Server::Nginx, None, false)),
            (
                "nginx, through cloudflare",
                of(Server::Nginx, Some(Cdn::Cloudflare), false),
            ),
            (
                "Apache/2.4.57 (Debian) PHP/8.2.7",
                of(Server::Apache, None, true),
            ),
            ("openresty", of(Server::Nginx, None, false)),
            (
                "HAProxy, through nginx/1.25",
                of(Server::HaProxy, None, false),
            ),
            (
                "cloudflare",
                of(Server::Unknown, Some(Cdn::Cloudflare), false),
            ),
            (
                "CloudFront, through AmazonS3",
                of(Server::Unknown, Some(Cdn::Other), false),
            ),
            ("PHP-FPM, through nginx", of(Server::Nginx, None, true)),
            ("AkamaiGHost", of(Server::Unknown, Some(Cdn::Other), false)),
            ("Microsoft-IIS/10.0", of(Server::Other, None, false)),
            ("something new", Stack::UNKNOWN),
            ("", Stack::UNKNOWN),
        ] {
            assert_eq!(Stack::read(Some(fingerprint)), stack, "{fingerprint}");
        }
        assert_eq!(Stack::read(None), Stack::UNKNOWN);
    }
}

//! Addresses that an owner writes, read strictly: what is taken can stand in a page, in a policy and in a configuration.
//!
//! A name that is not ASCII has to be written as its punycode, a space as `%20`. Reading addresses as browsers do is left to
//! browsers.

/// The longest address that is taken.
const MAX_BYTES: usize = 2048;
/// The longest name, by DNS.
const MAX_HOST: usize = 253;
/// What may stand in a path or query beside letters and digits. No quote, bracket, backslash, brace, semicolon or dollar.
const IN_PATH: &str = "-._~:@!&()*+,=/%?";

/// An address of the web, without a fragment, a name or a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress {
    whole: String,
    origin_end: usize,
}

impl WebAddress {
    /// Reads one.
    #[must_use]
    pub fn read(text: &str) -> Option<WebAddress> {
        let text = text.trim();
        let scheme = ["https://", "http://"]
            .into_iter()
            .find(|scheme| text.starts_with(scheme))?;
        let rest = text.get(scheme.len()..)?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end)?;
        let path_is_plain = path
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || IN_PATH.contains(c));
        if text.len() > MAX_BYTES || !is_authority(authority) || !path_is_plain {
            return None;
        }
        let origin_end = scheme.len() + end;
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(WebAddress {
            whole: format!("{scheme}{}{slash}{path}", authority.to_ascii_lowercase()),
            origin_end,
        })
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.whole.get(..self.origin_end).unwrap_or(&self.whole)
    }

    /// Host and port.
    #[must_use]
    pub fn authority(&self) -> &str {
        let origin = self.origin();
        origin
            .split_once("://")
            .map_or(origin, |(_, authority)| authority)
    }

    /// The host alone.
    #[must_use]
    pub fn host(&self) -> &str {
        let authority = self.authority();
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            Some(_) | None => authority,
        }
    }

    /// Whether it is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.whole.starts_with("https:")
    }

    /// Whether it is a folder: it ends in a slash and has no query.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        self.whole.ends_with('/') && !self.whole.contains('?')
    }
}

/// Whether it is a host, perhaps with a port: `shop.example`, `127.0.0.1:3000`, `[2001:db8::1]:8080`.
#[must_use]
pub fn is_authority(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        Some(_) | None => (text, None),
    };
    let port_is_one = port.is_none_or(|port| {
        port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    });
    let host_is_one = match host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(inner) => inner.parse::<core::net::Ipv6Addr>().is_ok(),
        None => host.len() <= MAX_HOST && host.split('.').all(is_label),
    };
    port_is_one && host_is_one
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Whether it is a path such as `/health`.
#[must_use]
pub fn is_path(text: &str) -> bool {
    text.starts_with('/')
        && text.len() <= 200
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-._~/".contains(&b))
}

/// Whether it is an e-mail address that needs no quoting.
#[must_use]
pub fn is_mailbox(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && name.len() <= 64
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
            && !host.contains(':')
            && host.contains('.')
            && is_authority(host)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_web_is_taken_with_its_parts() {
        let read = WebAddress::read(" https://Shop.example:8443/a?b=c ").unwrap();
        assert_eq!(read.as_str(), "https://shop.example:8443/a?b=c");
        assert_eq!(read.origin(), "https://shop.example:8443");
        assert_eq!(read.host(), "shop.example");
        let bare = WebAddress::read("http://[2001:db8::1]").unwrap();
        assert_eq!(
            (bare.as_str(), bare.host()),
            ("http://[2001:db8::1]/", "[2001:db8::1]")
        );
    }

    #[test]
    fn what_could_leave_its_place_is_no_address() {
        for text in [
            "",
            "shop.example",
            "javascript:alert(1)",
            "https://",
            "https://user:secret@shop.example/",
            "https://shop.example/#part",
            "https://shop.example/\"onload=",
            "https://shop.example/<script>",
            "https://shop.example/a b",
            "https://shop.example/;default-src *",
            "https://shop.example/${host}",
            "https://shop.example:99999/",
            "https://-shop.example/",
            "https://münchen.example/",
            "https://shop.example\n/",
        ] {
            assert_eq!(WebAddress::read(text), None, "{text}");
        }
        assert_eq!(
            WebAddress::read(&format!("https://a.example/{}", "a".repeat(3000))),
            None
        );
    }

    #[test]
    fn mailboxes_paths_and_listening_places_are_told_from_what_is_none() {
        assert!(is_mailbox("help+me@shop.example"));
        for text in [
            "help@",
            "@shop.example",
            "a b@shop.example",
            "a@b",
            "a@b.example:25",
            "a@b.example?cc=x",
        ] {
            assert!(!is_mailbox(text), "{text}");
        }
        assert!(is_path("/health") && is_path("/"));
        assert!(!is_path("health") && !is_path("/a;b") && !is_path("/a b"));
        assert!(is_authority("127.0.0.1:3000") && is_authority("app"));
        assert!(
            !is_authority("app:")
                && !is_authority("app:0")
                && !is_authority("app;")
                && !is_authority("")
        );
    }
}

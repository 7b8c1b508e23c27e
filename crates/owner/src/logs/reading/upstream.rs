//! Whom a server asked, from the field `upstream: "…"` of nginx or the address behind "connect() to", "dial tcp" and the like: the scheme tells the
//! language, and a socket's path tells which program owns it.

/// Whom a server asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::logs) enum UpstreamKind {
    /// PHP-FPM or another FastCGI program.
    Php,
    /// Gunicorn's socket.
    Gunicorn,
    /// Puma's or Unicorn's socket.
    Ruby,
    /// uWSGI.
    Uwsgi,
    /// Passenger.
    Passenger,
    /// The IPv6 loopback address, which "localhost" also means.
    Loopback6,
    /// Docker's host gateway or a container's name is not needed: any other address or socket.
    Other,
}

/// Whom the server asked, from the text in its own case.
pub(in crate::logs) fn upstream(text: &str) -> Option<UpstreamKind> {
    let address = field(text, "upstream: \"")
        .or_else(|| field(text, "connect() to "))
        .or_else(|| field(text, "attempt to connect to Unix domain socket "))
        .or_else(|| field(text, "attempt to connect to "))
        .or_else(|| field(text, "dial tcp "))?;
    Some(kind(&address.to_ascii_lowercase()))
}

/// What stands behind these words, up to a blank or a quotation mark; at most a path's length of it.
fn field<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    const LONGEST: usize = 200;
    let (_, after) = text.split_once(before)?;
    let end = after
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| c.is_whitespace() || *c == '"')
        .map_or_else(
            || {
                after
                    .char_indices()
                    .nth(LONGEST)
                    .map_or(after.len(), |(at, _)| at)
            },
            |(at, _)| at,
        );
    after.get(..end)
}

fn kind(address: &str) -> UpstreamKind {
    const OWNERS: &[(&str, UpstreamKind)] = &[
        ("uwsgi://[::1]", UpstreamKind::Loopback6),
        ("passenger", UpstreamKind::Passenger),
        ("gunicorn", UpstreamKind::Gunicorn),
        ("puma", UpstreamKind::Ruby),
        ("unicorn", UpstreamKind::Ruby),
        ("thin.", UpstreamKind::Ruby),
        ("uwsgi", UpstreamKind::Uwsgi),
        ("fastcgi://", UpstreamKind::Php),
        ("php", UpstreamKind::Php),
        ("fpm", UpstreamKind::Php),
        ("[::1]", UpstreamKind::Loopback6),
    ];
    // The path names the owner; a path of the request behind the address does not.
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let owner = match rest.strip_prefix("unix:") {
        Some(path) => path.split(':').next().unwrap_or_default(),
        None => rest.split('/').next().unwrap_or_default(),
    };
    let named = format!("{scheme}://{owner}");
    OWNERS
        .iter()
        .find(|(word, _)| named.contains(word))
        .map_or(UpstreamKind::Other, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_of_a_socket_is_named_by_scheme_or_path() {
        for (text, kind) in [
            ("upstream: \"fastcgi://127.0.0.1:9000\"", UpstreamKind::Php),
            (
                "upstream: \"http://unix:/run/gunicorn.sock:/\"",
                UpstreamKind::Gunicorn,
            ),
            (
                "connect() to unix:/srv/shared/puma.sock failed",
                UpstreamKind::Ruby,
            ),
            ("upstream: \"uwsgi://127.0.0.1:3031\"", UpstreamKind::Uwsgi),
            ("upstream: \"http://[::1]:8080/\"", UpstreamKind::Loopback6),
            ("upstream: \"uwsgi://[::1]:6667\"", UpstreamKind::Loopback6),
            (
                "upstream: \"http://127.0.0.1:3000/index.php\"",
                UpstreamKind::Other,
            ),
        ] {
            assert_eq!(upstream(text), Some(kind), "{text}");
        }
        assert_eq!(upstream("nothing"), None);
    }
}

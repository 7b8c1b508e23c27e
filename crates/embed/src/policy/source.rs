//! What a source expression of a policy allows, as level 3 of the standard has it.

/// An address, taken apart as far as policies look at it.
pub(super) struct Address {
    scheme: String,
    host: String,
    /// None where it is the scheme's own.
    port: Option<String>,
    path: String,
}

impl Address {
    /// An address as browsers write it, and a place under it. None where it is no address of the web.
    pub(super) fn of(base: &str, place: &str) -> Option<Address> {
        let (scheme, rest) = base.split_once("://")?;
        if scheme != "http" && scheme != "https" {
            return None;
        }
        let (authority, path) = rest
            .split_once('/')
            .map_or((rest, String::new()), |(authority, path)| {
                (authority, path.to_owned())
            });
        let (host, port) = host_and_port(authority);
        Some(Address {
            scheme: scheme.to_owned(),
            host: host.to_ascii_lowercase(),
            port: port
                .filter(|port| *port != default_port(scheme))
                .map(str::to_owned),
            path: format!("/{path}{place}"),
        })
    }

    /// Scheme, host and port: what is written into a policy.
    pub(super) fn origin(&self) -> String {
        let port = self.port.as_ref();
        let port = port.map_or(String::new(), |port| format!(":{port}"));
        format!("{}://{}{port}", self.scheme, self.host)
    }

    fn port(&self) -> &str {
        self.port
            .as_deref()
            .unwrap_or_else(|| default_port(&self.scheme))
    }
}

fn default_port(scheme: &str) -> &'static str {
    if scheme == "http" { "80" } else { "443" }
}

/// An authority's host and port. The brackets of an address of version 6 hold colons of their own.
fn host_and_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        Some(_) | None => (authority, None),
    }
}

/// Whether a list of sources allows an address to be loaded by a page at another.
pub(super) fn allows<'a>(
    mut sources: impl Iterator<Item = &'a str>,
    address: &Address,
    page: Option<&Address>,
) -> bool {
    sources.any(|source| matches_source(source, address, page))
}

/// Whether a list of sources allows a script that stands in the page, without a nonce that nobody here can know.
pub(super) fn allows_inline<'a>(sources: impl Iterator<Item = &'a str>) -> bool {
    let (mut inline, mut stricter) = (false, false);
    for source in sources {
        inline |= source.eq_ignore_ascii_case("'unsafe-inline'");
        stricter |= is_strict_dynamic(source)
            || starts_with(source, "'nonce-")
            || ["'sha256-", "'sha384-", "'sha512-"]
                .iter()
                .any(|hash| starts_with(source, hash));
    }
    inline && !stricter
}

pub(super) fn is_strict_dynamic(source: &str) -> bool {
    source.eq_ignore_ascii_case("'strict-dynamic'")
}

pub(super) fn is_none(source: &str) -> bool {
    source.eq_ignore_ascii_case("'none'")
}

/// Whether it is this hash, `sha384-…`: the kind without case, the rest to the letter.
pub(super) fn is_hash_of(source: &str, integrity: &str) -> bool {
    let bare = source
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    let parts = |hash: &str| {
        hash.split_once('-')
            .map(|(kind, rest)| (kind.to_ascii_lowercase(), rest.to_owned()))
    };
    match (bare.and_then(parts), parts(integrity)) {
        (Some(one), Some(other)) => one == other,
        (None, _) | (_, None) => false,
    }
}

/// Whether it stands for addresses: `'self'`, and all that is no keyword.
pub(super) fn is_url_source(source: &str) -> bool {
    source.eq_ignore_ascii_case("'self'") || !source.starts_with('\'')
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

fn matches_source(source: &str, address: &Address, page: Option<&Address>) -> bool {
    if source == "*" {
        return true;
    }
    if source.eq_ignore_ascii_case("'self'") {
        return page.is_some_and(|page| is_self(page, address));
    }
    if !is_url_source(source) {
        return false;
    }
    if let Some(scheme) = source.strip_suffix(':') {
        return scheme_matches(scheme, &address.scheme);
    }
    let (scheme, rest) = match source.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, source),
    };
    let scheme_fits = match (scheme, page) {
        (Some(scheme), _) => scheme_matches(scheme, &address.scheme),
        (None, Some(page)) => scheme_matches(&page.scheme, &address.scheme),
        (None, None) => true,
    };
    let (authority, path) = match rest.split_once('/') {
        Some((authority, path)) => (authority, Some(path)),
        None => (rest, None),
    };
    let (host, port) = host_and_port(authority);
    let port_fits = match port {
        Some("*") => true,
        Some(port) => port == address.port(),
        None => address.port.is_none(),
    };
    scheme_fits && host_matches(host, &address.host) && port_fits && path_matches(path, address)
}

/// The same origin, or its encrypted twin on the ports that belong to both.
fn is_self(page: &Address, address: &Address) -> bool {
    let same_port = page.port() == address.port() || page.port.is_none() && address.port.is_none();
    page.host == address.host && same_port && scheme_matches(&page.scheme, &address.scheme)
}

/// What is allowed unencrypted is allowed encrypted.
fn scheme_matches(allowed: &str, scheme: &str) -> bool {
    allowed.eq_ignore_ascii_case(scheme)
        || allowed.eq_ignore_ascii_case("http") && scheme == "https"
}

fn host_matches(allowed: &str, host: &str) -> bool {
    match allowed.strip_prefix('*') {
        Some("") => true,
        Some(under) if under.starts_with('.') => {
            host.len() > under.len()
                && host
                    .get(host.len() - under.len()..)
                    .is_some_and(|end| end.eq_ignore_ascii_case(under))
        }
        Some(_) => false,
        None => !allowed.is_empty() && allowed.eq_ignore_ascii_case(host),
    }
}

/// A path that ends in a slash allows all under it, any other only itself.
fn path_matches(allowed: Option<&str>, address: &Address) -> bool {
    let path = address.path.trim_start_matches('/');
    match allowed {
        None | Some("") => true,
        Some(folder) if folder.ends_with('/') => path.starts_with(folder),
        Some(file) => path == file,
    }
}

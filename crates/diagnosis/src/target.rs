//! The URL the visitor asks about: from what they typed to a [`Target`] that is safe and polite to ask.
//!
//! Parsing is the browser's (`URL`); this module finds the address in the text, and decides over the parsed parts.

use serde::{Deserialize, Serialize};

use crate::address;

/// The longest address that is taken, in bytes: what every server accepts, and more than anyone types.
const LONGEST: usize = 2_048;

/// What the browser's URL parser says of an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UrlParts {
    /// The scheme, without the colon.
    pub scheme: String,
    /// The host, in ASCII, as the parser writes it.
    pub host: String,
    /// The port, where it is not the scheme's own.
    pub port: Option<u16>,
    /// The path, from its first slash.
    pub path: String,
    /// The query, without its question mark.
    pub query: Option<String>,
    /// There were a name or a password.
    pub credentials: bool,
    /// There was a fragment.
    pub fragment: bool,
}

/// Why an address is not taken. `words::input_error` says what to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing was typed.
    Empty,
    /// The text is longer than any address.
    TooLong,
    /// No address is in the text.
    NotAnAddress,
    /// A scheme that is not the web's, such as `ftp`.
    Scheme(String),
    /// No host.
    NoHost,
    /// The visitor's own machine.
    ThisDevice,
    /// An address of a private range.
    PrivateAddress(String),
    /// A name that means something only inside one network.
    Intranet(String),
    /// A port that browsers refuse.
    Port(u16),
    /// This page's own address.
    Ourselves,
}

/// What was left out of the address, and why that is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The name and password in the address are not used.
    CredentialsDropped,
    /// It is an `http:` address: this page can ask its `https:` twin only.
    AskedOverHttps,
}

/// The scheme of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scheme {
    /// Unencrypted.
    Http,
    /// Encrypted.
    Https,
}

/// A validated target: an `http` or `https` URL with a public name and a port that browsers ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    scheme: Scheme,
    host: String,
    port: Option<u16>,
    path: String,
    query: Option<String>,
}

/// Finds the address in what was typed or pasted, and gives it a scheme where it has none.
///
/// # Errors
/// When there is nothing that looks like an address.
pub fn candidate(input: &str) -> Result<String, InputError> {
    let text = input.trim().trim_matches(is_wrapping);
    if text.is_empty() {
        return Err(InputError::Empty);
    }
    if text.len() > LONGEST {
        return Err(InputError::TooLong);
    }
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(is_wrapping))
        .collect();
    let word = words
        .iter()
        .find(|word| has_web_scheme(word))
        .or_else(|| (words.len() == 1).then(|| &words[0]))
        .or_else(|| words.iter().find(|word| looks_like_address(word)))
        .ok_or(InputError::NotAnAddress)?;
    let start = word
        .find("http://")
        .or_else(|| word.find("https://"))
        .filter(|_| words.len() > 1)
        .unwrap_or(0);
    let word = without_ending(word.get(start..).unwrap_or(word));
    match scheme_of(word) {
        Some(scheme) if is_web(scheme) => Ok(word.to_owned()),
        Some(scheme) => Err(InputError::Scheme(scheme.to_ascii_lowercase())),
        None => Ok(format!("https://{}", word.trim_start_matches('/'))),
    }
}

/// Quotes and brackets that people and mail programs put around an address.
fn is_wrapping(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '<'
            | '>'
            | '('
            | ')'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '`'
            | '\u{200b}'
            | '\u{feff}'
    )
}

/// Without the punctuation of the sentence around it. A closing bracket belongs to the address if it was opened there.
fn without_ending(word: &str) -> &str {
    let opened = word.contains('(');
    word.trim_end_matches(|c: char| {
        matches!(c, '.' | ',' | ';' | '!' | '?' | '…') || is_wrapping(c) && !(c == ')' && opened)
    })
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn has_web_scheme(word: &str) -> bool {
    word.contains("http://") || word.contains("https://") || scheme_of(word).is_some_and(is_web)
}

/// A name with a dot between letters or digits: `shop.example`, `bücher.example/x`.
fn looks_like_address(word: &str) -> bool {
    let host = word.split(['/', '?', '#']).next().unwrap_or(word);
    let host = without_ending(host.rsplit('@').next().unwrap_or(host));
    // Names in other scripts are left to the browser, which knows their letters.
    let in_a_name = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    host.split_once('.')
        .is_some_and(|(left, right)| left.ends_with(in_a_name) && right.starts_with(in_a_name))
}

/// The scheme of a word. `localhost:8080` and `shop.example:8443` have none: a port follows their colon.
fn scheme_of(word: &str) -> Option<&str> {
    let (scheme, rest) = word.split_once(':')?;
    let well_formed = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let port = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    (well_formed
        && !is_port
        && (rest.starts_with('/') || !scheme.contains('.'))
        && !rest.contains('@')
        || is_web(scheme) && well_formed)
        .then_some(scheme)
}

impl Target {
    /// Decides over a parsed address. `own_host` is the page's own `location.host`.
    ///
    /// # Errors
    /// When the address is not one that may be asked; the error's words say what to change.
    pub fn new(parts: UrlParts, own_host: &str) -> Result<(Target, Vec<Note>), InputError> {
        let scheme = match parts.scheme.as_str() {
            "https" => Scheme::Https,
            "http" => Scheme::Http,
            other => return Err(InputError::Scheme(other.to_owned())),
        };
        let host = parts.host.trim_end_matches('.').to_ascii_lowercase();
        check_host(&host)?;
        if let Some(port) = parts.port.filter(|port| BAD_PORTS.contains(port)) {
            return Err(InputError::Port(port));
        }
        let target = Target {
            scheme,
            host,
            port: parts.port,
            path: parts.path,
            query: parts.query,
        };
        if target.authority().eq_ignore_ascii_case(own_host) {
            return Err(InputError::Ourselves);
        }
        if target.url().len() > LONGEST {
            return Err(InputError::TooLong);
        }
        let mut notes = Vec::new();
        if parts.credentials {
            notes.push(Note::CredentialsDropped);
        }
        if scheme == Scheme::Http {
            notes.push(Note::AskedOverHttps);
        }
        Ok((target, notes))
    }

    /// The scheme.
    #[must_use]
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The host, in ASCII.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port that an `https` request goes to, or an `http` target's own.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.scheme {
            Scheme::Https => 443,
            Scheme::Http => 80,
        })
    }

    /// Whether the target has a query; a GET with one may have effects.
    #[must_use]
    pub const fn has_query(&self) -> bool {
        self.query.is_some()
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> String {
        let scheme = match self.scheme {
            Scheme::Https => "https",
            Scheme::Http => "http",
        };
        format!("{scheme}://{}", self.authority())
    }

    /// The whole URL. The query goes to the target alone.
    #[must_use]
    pub fn url(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.shown()),
            None => self.shown(),
        }
    }

    /// The URL without its query, as it may be shown in reports.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}{}", self.origin(), self.path)
    }

    /// The URL this page can ask: an `https` page may not fetch `http`, so the twin is asked instead.
    #[must_use]
    pub fn asked_url(&self) -> String {
        self.secured().url()
    }

    /// The host and port that [`Target::asked_url`] goes to.
    #[must_use]
    pub fn asked_port(&self) -> u16 {
        self.secured().port()
    }

    fn secured(&self) -> Target {
        Target {
            scheme: Scheme::Https,
            // An http port of its own speaks no TLS, but it is the only door we know.
            ..self.clone()
        }
    }

    /// The same page at the apex's or `www`'s twin name; `None` for an address literal or a deeper name.
    #[must_use]
    pub fn twin_url(&self) -> Option<String> {
        let host = match self.host.strip_prefix("www.") {
            // Behind `www.` may stand a name that means something only inside one network.
            Some(apex) if check_host(apex).is_ok() => apex.to_owned(),
            None if self.host.split('.').count() == 2 && !address::is_address(&self.host) => {
                format!("www.{}", self.host)
            }
            Some(_) | None => return None,
        };
        let twin = Target {
            host,
            path: "/".to_owned(),
            query: None,
            ..self.secured()
        };
        Some(twin.url())
    }

    /// The path that may be told to outside vantages, whose results can be read by others: `/`, unless the visitor agreed. No rule
    /// tells a harmless path from one that says something of the visitor.
    #[must_use]
    pub fn outside_path(&self, agreed: bool) -> &str {
        if agreed { &self.path } else { "/" }
    }

    /// Whether outside vantages are asked for this very page.
    #[must_use]
    pub fn is_shown_outside(&self, agreed: bool) -> bool {
        !self.has_query() && self.outside_path(agreed) == self.path
    }

    fn authority(&self) -> String {
        match self.port {
            Some(port) => format!("{}:{port}", self.host),
            None => self.host.clone(),
        }
    }
}

/// An address as plain text: what a ticket system would take for markup or for a mention, and what is not seen, is written by its
/// code, as addresses write any character.
#[must_use]
pub fn plain(address: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#&$',;=+%".contains(&byte);
    let mut plain = String::new();
    for byte in address.bytes() {
        if is_plain(byte) {
            plain.push(byte.into());
        } else {
            plain.push_str(&format!("%{byte:02X}"));
        }
    }
    plain
}

/// Whether the host is a public name or a public address.
fn check_host(host: &str) -> Result<(), InputError> {
    /// Suffixes that mean something only inside one network (RFC 6761, 6762, 8375, and ICANN's `.internal`), and those that the
    /// public DNS must never be asked for (RFC 7686, RFC 9476).
    const LOCAL_SUFFIXES: [&str; 13] = [
        ".local",
        ".localdomain",
        ".internal",
        ".private",
        ".in-addr.arpa",
        ".ip6.arpa",
        ".home.arpa",
        ".lan",
        ".home",
        ".corp",
        ".intranet",
        ".onion",
        ".alt",
    ];
    if host.is_empty() {
        return Err(InputError::NoHost);
    }
    // Chromium's parser lets a space or a percent sign through.
    if !host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':' | b'[' | b']'))
    {
        return Err(InputError::NotAnAddress);
    }
    if host == "localhost" || host.ends_with(".localhost") {
        return Err(InputError::ThisDevice);
    }
    if address::is_address(host) {
        return if address::is_private(host) {
            Err(InputError::PrivateAddress(host.to_owned()))
        } else {
            Ok(())
        };
    }
    if !host.contains('.') || LOCAL_SUFFIXES.iter().any(|suffix| host.ends_with(suffix)) {
        return Err(InputError::Intranet(host.to_owned()));
    }
    Ok(())
}

/// The fetch standard's bad ports: <https://fetch.spec.whatwg.org/#port-blocking>.
const BAD_PORTS: [u16; 83] = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080,
];

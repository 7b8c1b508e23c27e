//! Finds policies in what an owner pastes: headers as `curl -I` prints them, a line of a server's configuration, `<meta>` tags of
//! a page, which are `markup`'s, or the bare value. Any text may come; each piece of it is looked at a fixed number of times.

use super::markup;

/// The header, in small letters.
const HEADER: &str = "content-security-policy";
/// More headers and tags than any page has.
pub(super) const MOST: usize = 8;
/// Words that a colon follows in a policy, and that no header is called.
const SCHEMES: [&str; 8] = [
    "http",
    "https",
    "ws",
    "wss",
    "data",
    "blob",
    "mediastream",
    "filesystem",
];
/// What a policy may begin with, so that it is told from any other text.
const DIRECTIVES: [&str; 29] = [
    "base-uri",
    "block-all-mixed-content",
    "child-src",
    "connect-src",
    "default-src",
    "fenced-frame-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "manifest-src",
    "media-src",
    "object-src",
    "prefetch-src",
    "report-to",
    "report-uri",
    "require-trusted-types-for",
    "sandbox",
    "script-src",
    "script-src-attr",
    "script-src-elem",
    "style-src",
    "style-src-attr",
    "style-src-elem",
    "trusted-types",
    "upgrade-insecure-requests",
    "webrtc",
    "worker-src",
];

/// Where a policy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a header.
    Header,
    /// In a `<meta>` of the page.
    Meta,
}

/// A header's value, or a tag's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) place: Place,
    pub(super) text: String,
}

impl Statement {
    /// A header may hold several policies, a tag one.
    pub(super) fn policies(&self) -> Vec<&str> {
        match self.place {
            Place::Header => self.text.split(',').map(str::trim).collect(),
            Place::Meta => vec![self.text.trim()],
        }
    }
}

/// What the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Empty,
    /// Headers, or a policy.
    Headers,
    /// A page.
    Page,
    /// Anything else.
    Other,
}

/// What the text holds.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) statements: Vec<Statement>,
    /// There is a policy that only reports.
    pub(super) report_only: bool,
    /// A `Cross-Origin-Embedder-Policy` is in force.
    pub(super) embedder: bool,
    /// There were more than are read.
    pub(super) too_many: bool,
}

/// Looks for policies.
pub(super) fn read(text: &str) -> Found {
    let mut found = headers(text);
    if found.statements.is_empty() && !found.report_only {
        configured(text, &mut found);
    }
    let tags = markup::policies(text);
    let is_page = text.trim_start().starts_with('<');
    let of_tags = tags.into_iter().map(|text| Statement {
        place: Place::Meta,
        text,
    });
    found.statements.extend(of_tags);
    if text.trim().is_empty() {
        found.kind = Kind::Empty;
    } else if found.kind == Kind::Other && is_page {
        found.kind = Kind::Page;
    } else if found.kind == Kind::Other && begins_as_policy(text) {
        found.kind = Kind::Headers;
        found.statements.push(header(text));
    }
    found.too_many = found.statements.len() > MOST;
    found.statements.truncate(MOST);
    found
}

/// A header's value on one line, without quotes around it.
fn header(value: &str) -> Statement {
    let text: Vec<&str> = value.split_ascii_whitespace().collect();
    let text = text.join(" ");
    let bare = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    Statement {
        place: Place::Header,
        text: bare.unwrap_or(&text).to_owned(),
    }
}

/// Headers, a line each. Those of an answer that only leads to the next are forgotten.
fn headers(text: &str) -> Found {
    let mut found = Found {
        kind: Kind::Other,
        statements: Vec::new(),
        report_only: false,
        embedder: false,
        too_many: false,
    };
    let mut values: Vec<String> = Vec::new();
    // The last line was a policy's, which the next may go on with.
    let mut open = false;
    for line in text.lines() {
        // As `curl -v` shows what came.
        let line = line.strip_prefix("< ").unwrap_or(line).trim();
        if line.starts_with('<') {
            // The page itself.
            break;
        }
        if line.starts_with("HTTP/") {
            values.clear();
            (found.kind, open) = (Kind::Headers, false);
            (found.report_only, found.embedder) = (false, false);
        } else if let Some((name, value)) = field(line) {
            found.kind = Kind::Headers;
            open = name.eq_ignore_ascii_case(HEADER);
            if open {
                values.push(value.to_owned());
            }
            found.report_only |= is_report_only(name);
            found.embedder |= name.eq_ignore_ascii_case("cross-origin-embedder-policy")
                && !value.trim().to_ascii_lowercase().starts_with("unsafe-none");
        } else if line.is_empty() {
            open = false;
        } else if open && let Some(last) = values.last_mut() {
            last.push(' ');
            last.push_str(line);
        }
    }
    let statements = values.iter().map(|value| header(value));
    found.statements = statements
        .filter(|statement| !statement.text.is_empty())
        .collect();
    found
}

fn is_report_only(name: &str) -> bool {
    name.eq_ignore_ascii_case("content-security-policy-report-only")
}

/// A header's name and value.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte));
    (is_name && !SCHEMES.contains(&name)).then_some((name, value))
}

/// What servers' configurations and programs say: the header's name, and then its value in quotes.
fn configured(text: &str, found: &mut Found) {
    let mut rest = text;
    while let Some((at, _)) = rest
        .char_indices()
        .find(|(at, _)| rest.get(*at..*at + HEADER.len()).is_some_and(is_header))
    {
        rest = rest.get(at + HEADER.len()..).unwrap_or_default();
        if rest.starts_with('-') {
            found.report_only = true;
            found.kind = Kind::Headers;
            continue;
        }
        // Between name and value there may be the name's own quote, and what parts the two.
        let unquoted = rest.strip_prefix(['"', '\'']).unwrap_or(rest);
        let value = unquoted.trim_start_matches([' ', '\t', ':', ',', '=', '>']);
        let Some(quote) = value.chars().next().filter(|mark| "\"'`".contains(*mark)) else {
            continue;
        };
        let within = value.strip_prefix(quote).unwrap_or_default();
        let Some((policy, after)) = within.split_once(quote) else {
            return;
        };
        if begins_as_policy(policy) {
            found.kind = Kind::Headers;
            found.statements.push(header(policy));
        }
        rest = after;
    }
}

pub(super) fn is_header(text: &str) -> bool {
    text.eq_ignore_ascii_case(HEADER)
}

fn begins_as_policy(text: &str) -> bool {
    let text = text.trim_start_matches(|character: char| {
        character.is_ascii_whitespace() || matches!(character, ';' | '"')
    });
    let name = text
        .split(|character: char| {
            character.is_ascii_whitespace() || matches!(character, ';' | ',' | '"')
        })
        .next();
    name.is_some_and(|name| {
        DIRECTIVES
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    })
}

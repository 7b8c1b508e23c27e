//! Finds policies in what an owner pastes: headers as `curl -I` prints them, a line of a server's configuration, `<meta>` tags of
//! a page, which are `markup`'s, or the bare value. Any text may come; each piece of it is looked at a fixed number of times.

use super::markup;

/// The header, in small letters.
const HEADER: &str = "content-security-policy";
/// More headers and tags than any page has.
pub(super) const MAX_POLICIES: usize = 8;
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

/// How a page states a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicySource {
    /// By a header.
    Header,
    /// By a `<meta>` of the page.
    Meta,
}

/// A header's value, or a tag's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) source: PolicySource,
    pub(super) text: String,
}

impl Statement {
    /// A header may hold several policies, a tag one.
    pub(super) fn policies(&self) -> Vec<&str> {
        match self.source {
            PolicySource::Header => self.text.split(',').map(str::trim).collect(),
            PolicySource::Meta => vec![self.text.trim()],
        }
    }
}

/// What the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextKind {
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
pub(super) struct PastedText {
    pub(super) kind: TextKind,
    pub(super) statements: Vec<Statement>,
    /// There is a policy that only reports.
    pub(super) report_only: bool,
    /// A `Cross-Origin-Embedder-Policy` is in force.
    pub(super) embedder: bool,
    /// There were more than are read.
    pub(super) too_many: bool,
}

/// Looks for policies.
pub(super) fn read(text: &str) -> PastedText {
    let mut found = headers(text);
    if found.statements.is_empty() && !found.report_only {
        find_in_configuration(text, &mut found);
    }
    let tags = markup::policies(text);
    let is_page = text.trim_start().starts_with('<');
    let of_tags = tags.into_iter().map(|text| Statement {
        source: PolicySource::Meta,
        text,
    });
    found.statements.extend(of_tags);
    if text.trim().is_empty() {
        found.kind = TextKind::Empty;
    } else if found.kind == TextKind::Other && is_page {
        found.kind = TextKind::Page;
    } else if found.kind == TextKind::Other && starts_with_directive(text) {
        found.kind = TextKind::Headers;
        found.statements.push(header(text));
    }
    found.too_many = found.statements.len() > MAX_POLICIES;
    found.statements.truncate(MAX_POLICIES);
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
        source: PolicySource::Header,
        text: bare.unwrap_or(&text).to_owned(),
    }
}

/// Headers, a line each. Those of a redirect are forgotten when the next answer begins.
fn headers(text: &str) -> PastedText {
    let mut found = PastedText {
        kind: TextKind::Other,
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
            (found.kind, open) = (TextKind::Headers, false);
            (found.report_only, found.embedder) = (false, false);
        } else if let Some((name, value)) = field(line) {
            found.kind = TextKind::Headers;
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
fn find_in_configuration(text: &str, found: &mut PastedText) {
    let mut rest = text;
    while let Some((at, _)) = rest
        .char_indices()
        .find(|(at, _)| rest.get(*at..*at + HEADER.len()).is_some_and(is_header))
    {
        rest = rest.get(at + HEADER.len()..).unwrap_or_default();
        if rest.starts_with('-') {
            found.report_only = true;
            found.kind = TextKind::Headers;
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
        if starts_with_directive(policy) {
            found.kind = TextKind::Headers;
            found.statements.push(header(policy));
        }
        rest = after;
    }
}

pub(super) fn is_header(text: &str) -> bool {
    text.eq_ignore_ascii_case(HEADER)
}

fn starts_with_directive(text: &str) -> bool {
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

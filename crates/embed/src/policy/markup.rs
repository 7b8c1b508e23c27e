//! The policies that a page states in itself, read off its text without a browser: any text may come, and none of it is run.

use super::read::{MAX_POLICIES, is_header};

/// The first policy that a page states in itself.
#[must_use]
pub fn policy_of_page(html: &str) -> Option<String> {
    policies(html).into_iter().next()
}

/// The policies of a page's `<meta>` tags. What stands in comments and scripts are none.
pub(super) fn policies(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if is_tag(rest, "script") {
            rest = after_script(rest);
        } else if is_tag(rest, "meta") {
            let (attributes, after) = attributes(rest);
            rest = after;
            let of = |name: &str| {
                attributes
                    .iter()
                    .find(|(own, _)| own.eq_ignore_ascii_case(name))
                    .map(|(_, value)| *value)
            };
            let states = of("http-equiv").is_some_and(|name| is_header(name.trim()));
            if let (true, Some(policy)) = (states, of("content"))
                && found.len() <= MAX_POLICIES
            {
                let words: Vec<&str> = policy.split_ascii_whitespace().collect();
                found.push(decode_references(&words.join(" ")));
            }
        }
    }
    found
}

fn is_tag(text: &str, name: &str) -> bool {
    let named = text
        .get(..name.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(name));
    named
        && text
            .get(name.len()..)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
}

fn after_script(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        if is_tag(after, "script") {
            return after;
        }
        rest = after;
    }
    ""
}

/// A tag's attributes, and what follows the tag.
fn attributes(tag: &str) -> (Vec<(&str, &str)>, &str) {
    let is_space = |character: char| character.is_ascii_whitespace() || character == '/';
    // After the tag's own name.
    let mut rest = tag.trim_start_matches(|character: char| character.is_ascii_alphanumeric());
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(is_space);
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        if rest.is_empty() {
            return (found, "");
        }
        let end = rest
            .find(|next: char| is_space(next) || matches!(next, '=' | '>'))
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let after = after.trim_start_matches(|next: char| next.is_ascii_whitespace());
        let Some(value) = after.strip_prefix('=') else {
            rest = after;
            found.push((name, ""));
            continue;
        };
        let value = value.trim_start_matches(|next: char| next.is_ascii_whitespace());
        let quote = value
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let within = value.strip_prefix(quote).unwrap_or_default();
                within.split_once(quote).unwrap_or((within, ""))
            }
            None => {
                let end = value
                    .find(|next: char| next.is_ascii_whitespace() || next == '>')
                    .unwrap_or(value.len());
                value.split_at_checked(end).unwrap_or((value, ""))
            }
        };
        found.push((name, value));
        rest = after;
    }
}

/// A text with the character references that policies are written with.
fn decode_references(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let reference = part.split_once(';').and_then(|(name, after)| {
            let character = match name {
                "amp" => '&',
                "apos" | "#39" | "#x27" | "#X27" => '\'',
                "quot" | "#34" | "#x22" => '"',
                "lt" => '<',
                "gt" => '>',
                _ => return None,
            };
            Some((character, after))
        });
        match reference {
            Some((character, after)) => {
                plain.push(character);
                plain.push_str(after);
            }
            None => {
                plain.push('&');
                plain.push_str(part);
            }
        }
    }
    plain
}

//! Signs that are no text: colours of terminals, zeroes of two-byte encodings, hard spaces, typographic quotation marks,
//! entities of web pages, backslashes before quotation marks.

use std::borrow::Cow;

/// The line without them; the line itself where it has none.
pub(super) fn clean(line: &str) -> Cow<'_, str> {
    let line = line.trim_start_matches('\u{feff}');
    let has_signs = line.bytes().any(|b| b < 0x20 && b != b'\t' || b >= 0x80)
        || has_colour(line)
        || line.contains("\\\"")
        || line.contains("&quot;")
        || line.contains("&#");
    if !has_signs {
        return Cow::Borrowed(line.trim_end());
    }
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let skipped = colour(rest).or_else(|| entity(rest, &mut plain));
        if let Some(skipped) = skipped {
            rest = rest.get(skipped..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\\' if rest.starts_with('"') => {}
            '\t' => plain.push('\t'),
            '“' | '”' | '„' | '‟' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            // A lost byte, and marks of direction or of no width.
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{fffd}' => {}
            c if c.is_whitespace() => plain.push(' '),
            c if c.is_control() => {}
            c => plain.push(c),
        }
    }
    plain.truncate(plain.trim_end().len());
    Cow::Owned(plain)
}

/// Whether a terminal's colour stands in the line, also where its first byte was lost on the way.
fn has_colour(line: &str) -> bool {
    line.match_indices('[').any(|(at, _)| {
        let next = line.as_bytes().get(at + 1);
        next.is_some_and(u8::is_ascii_digit) && line.get(at..).and_then(colour).is_some()
    })
}

/// The length of a terminal's sequence at the beginning: `ESC [ 3 1 m`, also without its first byte or with it written out.
fn colour(text: &str) -> Option<usize> {
    let first: &[&str] = match text.chars().next()? {
        '[' => &[""],
        '\u{1b}' => &["\u{1b}"],
        '\u{fffd}' => &["\u{fffd}"],
        '^' => &["^["],
        '#' => &["#033"],
        '\\' => &["\\u001b", "\\x1b", "\\033", "\\e"],
        // Most letters begin none of them.
        _ => return None,
    };
    first.iter().find_map(|first| {
        let parameters = text.strip_prefix(first)?.strip_prefix('[')?;
        // Longer parameters do not occur.
        const LONGEST: usize = 12;
        let digits = parameters
            .bytes()
            .take(LONGEST)
            .take_while(|b| b.is_ascii_digit() || *b == b';')
            .count();
        let last = parameters.as_bytes().get(digits)?;
        let is_colour =
            *last == b'm' || (!first.is_empty() && matches!(last, b'K' | b'J' | b'G' | b'H'));
        // "[m" without its first byte is a word in brackets.
        (is_colour && (digits > 0 || !first.is_empty())).then_some(first.len() + 1 + digits + 1)
    })
}

/// The length of an entity at the beginning; the sign that it stands for is written down.
fn entity(text: &str, plain: &mut String) -> Option<usize> {
    const ENTITIES: &[(&str, char)] = &[
        ("&quot;", '"'),
        ("&#34;", '"'),
        ("&#39;", '\''),
        ("&#x27;", '\''),
        ("&gt;", '>'),
        ("&lt;", '<'),
        ("&amp;", '&'),
        ("&nbsp;", ' '),
    ];
    if !text.starts_with('&') {
        return None;
    }
    let (name, sign) = ENTITIES.iter().find(|(name, _)| text.starts_with(name))?;
    plain.push(*sign);
    Some(name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_are_no_text_are_dropped() {
        for (line, plain) in [
            ("plain", "plain"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("[36mblue[0m [1mbold", "blue bold"),
            ("^[[31mred^[[0m", "red"),
            ("h\0i\0", "hi"),
            ("a\u{a0}b", "a b"),
            ("“quoted”", "\"quoted\""),
            ("\\\"quoted\\\"", "\"quoted\""),
            ("&quot;a&quot; &gt; b", "\"a\" > b"),
            ("[m] [1] [12] stays", "[m] [1] [12] stays"),
        ] {
            assert_eq!(clean(line), plain);
        }
    }
}

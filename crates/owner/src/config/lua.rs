//! Where a block that is written in Lua ends: braces in strings and comments do not count. What the block does is left alone.
//! Source: the Lua 5.1 reference manual, "Lexical Conventions".

/// The place right behind the block whose opening brace is at `start`; the end of the text where it is never closed.
pub(super) fn end_of_block(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(c) = bytes.get(at) {
        match c {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            b'"' | b'\'' => at = end_of_string(bytes, at),
            b'-' if bytes.get(at + 1) == Some(&b'-') => at = end_of_comment(bytes, at + 2),
            b'[' => at = end_of_long(bytes, at).unwrap_or(at),
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// The place of the quotation mark that closes the one at `start`, or of the end of the line.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes.get(start);
    let mut at = start + 1;
    while let Some(c) = bytes.get(at) {
        match c {
            b'\\' => at += 1,
            b'\n' => return at,
            _ if Some(c) == quote => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

fn end_of_comment(bytes: &[u8], start: usize) -> usize {
    end_of_long(bytes, start).unwrap_or_else(|| {
        bytes
            .iter()
            .skip(start)
            .position(|c| *c == b'\n')
            .map_or(bytes.len(), |length| start + length)
    })
}

/// The place of the last bracket of `[[…]]` or `[=[…]=]`, where such a one begins at `start`.
fn end_of_long(bytes: &[u8], start: usize) -> Option<usize> {
    let after = bytes.get(start..)?.strip_prefix(b"[")?;
    let signs = after.iter().take_while(|c| **c == b'=').count();
    if after.get(signs) != Some(&b'[') {
        return None;
    }
    let mut at = start + signs + 2;
    while let Some(c) = bytes.get(at) {
        let closes = *c == b']'
            && bytes
                .get(at + 1..at + 1 + signs)
                .is_some_and(|between| between.iter().all(|c| *c == b'='))
            && bytes.get(at + 1 + signs) == Some(&b']');
        if closes {
            return Some(at + 1 + signs);
        }
        at += 1;
    }
    Some(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::end_of_block;

    #[test]
    fn braces_in_strings_and_comments_do_not_count() {
        for block in [
            "{ ngx.say(\"}1, 2)\") ngx.say('{1, 2)') }",
            "{ -- a brace }\n }",
            "{ --[[ } \n } ]] }",
            "{ x = [==[ } ]] } ]==] }",
            "{ t = { a = { 1 } }; t[1] = 2 }",
            "{ s = 'it\\'s }' }",
        ] {
            let text = format!("{block} after");
            assert_eq!(end_of_block(&text, 0), block.len(), "{block}");
        }
        assert_eq!(end_of_block("{ never", 0), 7);
        assert_eq!(end_of_block("{ [[ never", 0), 10);
    }
}

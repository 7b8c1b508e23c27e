//! The text of a configuration cut into words, by the rules of nginx's own reader: quotes, escapes, comments, braces.
//! Source: `ngx_conf_read_token` of nginx's `ngx_conf_file.c`. What the words mean is left to [`super::tree`], the end of a
//! block that is written in Lua to [`super::lua`].

use std::borrow::Cow;

use super::lua;

/// A word, or a sign between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: TokenKind<'a>,
    /// Counted from one.
    pub line: usize,
    /// No other word stands before it on its line, and it has no quotes.
    pub begins_line: bool,
    /// How many letters stand before it on its line.
    pub indent: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind<'a> {
    /// A word, its quotes and escapes taken off.
    Word {
        /// The word.
        text: Cow<'a, str>,
        /// Whether it stood in quotation marks.
        quoted: bool,
    },
    /// `;`
    End,
    /// `{`
    Open,
    /// `}`
    Close,
    /// A block of another language, read to its end.
    Foreign,
    /// The brace of a repetition such as `{32}`, in a regular expression without quotes.
    RegexBrace,
    /// A quotation mark that no second one follows.
    UnclosedQuote,
    /// Something right behind a closing quotation mark.
    GluedQuote,
}

/// Cuts the text into tokens. Never fails: what is wrong becomes a token of its own.
pub(super) fn cut(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut reader = Reader {
        text,
        at: 0,
        line: 1,
        line_start: 0,
        line_is_new: true,
        quote_ended: false,
        directive_is_new: true,
        lua_follows: false,
    };
    std::iter::from_fn(move || reader.token())
}

struct Reader<'a> {
    text: &'a str,
    /// Where the next letter is. Always between two letters.
    at: usize,
    line: usize,
    /// Where the line begins.
    line_start: usize,
    line_is_new: bool,
    /// The last letter read closed a quotation.
    quote_ended: bool,
    /// The next word is the name of a directive.
    directive_is_new: bool,
    /// The block of the directive that is being read is written in Lua.
    lua_follows: bool,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves on to this place, and counts the lines on the way.
    fn go_to(&mut self, end: usize) -> &'a str {
        let passed = self.text.get(self.at..end).unwrap_or_default();
        let lines = passed.bytes().filter(|b| *b == b'\n').count();
        if lines > 0 {
            self.line += lines;
            self.line_is_new = true;
            let last = passed.rfind('\n').unwrap_or_default();
            self.line_start = self.at + last + 1;
        }
        self.at = end;
        passed
    }

    fn token(&mut self) -> Option<Token<'a>> {
        if std::mem::take(&mut self.quote_ended)
            && self.peek().is_some_and(|c| {
                // A bracket too: the end of a condition.
                !c.is_ascii_whitespace() && !matches!(c, b';' | b'{' | b')')
            })
        {
            return Some(Token {
                kind: TokenKind::GluedQuote,
                line: self.line,
                begins_line: false,
                indent: 0,
            });
        }
        self.skip_to_word();
        let first = self.peek()?;
        let line = self.line;
        let indent = self.at - self.line_start;
        let begins_line = std::mem::take(&mut self.line_is_new) && !matches!(first, b'"' | b'\'');
        let kind = match first {
            b'"' | b'\'' => self.quoted(first),
            b';' => self.sign(TokenKind::End),
            b'{' if self.lua_follows => {
                let end = lua::end_of_block(self.text, self.at);
                self.go_to(end);
                TokenKind::Foreign
            }
            b'{' if self.opens_repetition() => self.sign(TokenKind::RegexBrace),
            b'{' => self.sign(TokenKind::Open),
            b'}' => self.sign(TokenKind::Close),
            _ => self.bare(),
        };
        let begins_directive = std::mem::take(&mut self.directive_is_new);
        match &kind {
            TokenKind::Word { text, .. } => {
                if begins_directive {
                    self.lua_follows = text.ends_with("_by_lua_block");
                }
            }
            TokenKind::End | TokenKind::Open | TokenKind::Close | TokenKind::Foreign => {
                self.directive_is_new = true;
                self.lua_follows = false;
            }
            TokenKind::RegexBrace | TokenKind::UnclosedQuote | TokenKind::GluedQuote => {}
        }
        Some(Token {
            kind,
            line,
            begins_line,
            indent,
        })
    }

    /// Passes over spaces and comments.
    fn skip_to_word(&mut self) {
        while let Some(c) = self.peek() {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let length = if c == b'#' {
                rest.find('\n').unwrap_or(rest.len())
            } else if c.is_ascii_whitespace() {
                rest.find(|c: char| !c.is_ascii_whitespace())
                    .unwrap_or(rest.len())
            } else {
                return;
            };
            self.go_to(self.at + length);
        }
    }

    fn sign(&mut self, kind: TokenKind<'a>) -> TokenKind<'a> {
        self.at += 1;
        kind
    }

    /// Whether the brace here is glued to a word and repeats a part of a regular expression: `{32}`, `{2,}`, `{1,3}`.
    fn opens_repetition(&self) -> bool {
        let bytes = self.text.as_bytes();
        let glued = self
            .at
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(|c| matches!(c, b']' | b')' | b'.' | b'd' | b'w' | b'S' | b'}' | b'x'));
        let rest = bytes.get(self.at + 1..).unwrap_or_default();
        let number = rest
            .iter()
            .take_while(|c| c.is_ascii_digit() || **c == b',')
            .count();
        glued && number > 0 && number < 10 && rest.get(number) == Some(&b'}')
    }

    fn quoted(&mut self, quote: u8) -> TokenKind<'a> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut end = start;
        let mut escapes = false;
        loop {
            match bytes.get(end) {
                None => {
                    self.go_to(bytes.len());
                    return TokenKind::UnclosedQuote;
                }
                Some(b'\\') => {
                    escapes = true;
                    end += 2;
                }
                Some(c) if *c == quote => break,
                Some(_) => end += 1,
            }
        }
        self.at = start;
        let word = self.go_to(end);
        self.at = end + 1;
        self.quote_ended = true;
        TokenKind::Word {
            text: unescaped(word, escapes),
            quoted: true,
        }
    }

    fn bare(&mut self) -> TokenKind<'a> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start;
        let mut escapes = false;
        while let Some(c) = bytes.get(end) {
            // `${name}` is a variable; any other opening brace ends the word and opens a block.
            let opens_block =
                *c == b'{' && (end == start || bytes.get(end.wrapping_sub(1)) != Some(&b'$'));
            if c.is_ascii_whitespace() || *c == b';' || opens_block {
                break;
            }
            if *c == b'\\' {
                escapes = true;
                end += 1;
            }
            end += 1;
        }
        // A backslash before a letter of several bytes: go on to the next letter's start.
        let mut end = end.min(bytes.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        TokenKind::Word {
            text: unescaped(self.go_to(end), escapes),
            quoted: false,
        }
    }
}

/// The word without the backslashes before quotation marks and backslashes. Before other letters they stay.
fn unescaped(word: &str, escapes: bool) -> Cow<'_, str> {
    if !escapes {
        return Cow::Borrowed(word);
    }
    let mut plain = String::with_capacity(word.len());
    let mut letters = word.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next() {
                Some(c @ ('"' | '\'' | '\\')) => plain.push(c),
                Some(c) => plain.extend(['\\', c]),
                None => plain.push('\\'),
            },
            c => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        cut(text)
            .map(|token| match token.kind {
                TokenKind::Word { text, .. } => text.into_owned(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn words_are_cut_where_nginx_cuts_them() {
        for (text, cut) in [
            ("listen 80;", vec!["listen", "80", "End"]),
            ("a{b c;}", vec!["a", "Open", "b", "c", "End", "Close"]),
            ("root /a#b; # note; {", vec!["root", "/a#b", "End"]),
            (
                "return 200 \"a; {b} # \\\"c\\\"\";",
                vec!["return", "200", "a; {b} # \"c\"", "End"],
            ),
            ("set $a ${b}c;", vec!["set", "$a", "${b}c", "End"]),
            (
                "location ~ \\.php$ {}",
                vec!["location", "~", "\\.php$", "Open", "Close"],
            ),
            ("if ($a = 'b') {", vec!["if", "($a", "=", "b", ")", "Open"]),
            ("a 'b", vec!["a", "UnclosedQuote"]),
            ("a 'b\\", vec!["a", "UnclosedQuote"]),
            ("a 'b'c;", vec!["a", "b", "GluedQuote", "c", "End"]),
            (
                "a_by_lua_block { t = {1, {2}} }\nb;",
                vec!["a_by_lua_block", "Foreign", "b", "End"],
            ),
            (
                "set_by_lua_block $r { return \"}\" } b;",
                vec!["set_by_lua_block", "$r", "Foreign", "b", "End"],
            ),
            (
                "location ~ ^/[a-f]{32}$ {",
                vec!["location", "~", "^/[a-f]", "RegexBrace", "32}$", "Open"],
            ),
            ("a \\", vec!["a", "\\"]),
            ("a \\é;", vec!["a", "\\é", "End"]),
            ("", vec![]),
        ] {
            assert_eq!(words(text), cut, "{text}");
        }
    }

    #[test]
    fn every_word_knows_its_line() {
        let lines: Vec<(usize, bool)> = cut("a\n\n  b 'x\ny' c;\nd")
            .map(|token| (token.line, token.begins_line))
            .collect();
        assert_eq!(
            lines,
            [
                (1, true),
                (3, true),
                (3, false),
                (4, true),
                (4, false),
                (5, true)
            ]
        );
    }
}

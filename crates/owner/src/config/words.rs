//! The text of a configuration cut into words, by the rules of nginx's own reader: quotes, escapes, comments, braces.
//! Source: `ngx_conf_read_token` of nginx's `ngx_conf_file.c`. What the words mean is left to [`super::tree`].

use std::iter::Peekable;
use std::str::Chars;

/// A word, or a sign between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Counted from one.
    pub line: usize,
    /// No other word stands before it on its line, and it has no quotes.
    pub begins_line: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word, its quotes and escapes taken off.
    Word(String),
    /// `;`
    End,
    /// `{`
    Open,
    /// `}`
    Close,
    /// A quotation mark that no second one follows.
    UnclosedQuote,
    /// Something right behind a closing quotation mark.
    GluedQuote,
}

/// Cuts the text into tokens. Never fails: what is wrong becomes a token of its own.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let mut reader = Reader {
        rest: text
            .strip_prefix('\u{feff}')
            .unwrap_or(text)
            .chars()
            .peekable(),
        line: 1,
        line_is_new: true,
        quote_ended: false,
        lua_follows: false,
    };
    let mut tokens = Vec::new();
    while let Some(token) = reader.token() {
        tokens.push(token);
    }
    tokens
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
    line_is_new: bool,
    /// The last letter read closed a quotation.
    quote_ended: bool,
    /// The last word was one whose block is written in Lua.
    lua_follows: bool,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.line += 1;
            self.line_is_new = true;
        }
        Some(c)
    }

    fn token(&mut self) -> Option<Token> {
        if std::mem::take(&mut self.quote_ended)
            && self.rest.peek().is_some_and(|c| {
                // A bracket too: the end of a condition.
                !c.is_ascii_whitespace() && !matches!(c, ';' | '{' | ')')
            })
        {
            return Some(Token {
                kind: TokenKind::GluedQuote,
                line: self.line,
                begins_line: false,
            });
        }
        self.skip_to_word();
        let first = *self.rest.peek()?;
        let line = self.line;
        let begins_line = std::mem::take(&mut self.line_is_new) && !matches!(first, '"' | '\'');
        let kind = match first {
            '"' | '\'' => self.quoted(first),
            ';' => self.sign(TokenKind::End),
            '{' if self.lua_follows => self.foreign_block(),
            '{' => self.sign(TokenKind::Open),
            '}' => self.sign(TokenKind::Close),
            _ => TokenKind::Word(self.bare()),
        };
        self.lua_follows =
            matches!(&kind, TokenKind::Word(word) if word.ends_with("_by_lua_block"));
        Some(Token {
            kind,
            line,
            begins_line,
        })
    }

    /// Passes over spaces and comments.
    fn skip_to_word(&mut self) {
        while let Some(c) = self.rest.peek() {
            if *c == '#' {
                while self.rest.peek().is_some_and(|c| *c != '\n') {
                    self.next();
                }
            } else if c.is_ascii_whitespace() {
                self.next();
            } else {
                return;
            }
        }
    }

    fn sign(&mut self, kind: TokenKind) -> TokenKind {
        self.next();
        kind
    }

    /// Passes over a block of another language, braces within braces: to nginx it is one word, and ends its directive.
    fn foreign_block(&mut self) -> TokenKind {
        let mut depth = 0_usize;
        while let Some(c) = self.next() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        TokenKind::End
    }

    fn quoted(&mut self, quote: char) -> TokenKind {
        self.next();
        let mut word = String::new();
        while let Some(c) = self.next() {
            match c {
                '\\' => self.escaped(&mut word),
                _ if c == quote => {
                    self.quote_ended = true;
                    return TokenKind::Word(word);
                }
                _ => word.push(c),
            }
        }
        TokenKind::UnclosedQuote
    }

    fn bare(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self.rest.peek().copied() {
            // `${name}` is a variable; any other opening brace ends the word and opens a block.
            let opens_block = c == '{' && !word.ends_with('$');
            if c.is_ascii_whitespace() || c == ';' || opens_block {
                break;
            }
            self.next();
            match c {
                '\\' => self.escaped(&mut word),
                _ => word.push(c),
            }
        }
        word
    }

    /// What follows a backslash: a quotation mark or a backslash loses it, other letters keep it.
    fn escaped(&mut self, word: &mut String) {
        match self.next() {
            Some(c @ ('"' | '\'' | '\\')) => word.push(c),
            Some(c) => word.extend(['\\', c]),
            None => word.push('\\'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        cut(text)
            .into_iter()
            .map(|token| match token.kind {
                TokenKind::Word(word) => word,
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
            ("a 'b'c;", vec!["a", "b", "GluedQuote", "c", "End"]),
            (
                "a_by_lua_block { t = {1, {2}} }\nb;",
                vec!["a_by_lua_block", "End", "b", "End"],
            ),
            ("\u{feff}a;", vec!["a", "End"]),
            ("a \\", vec!["a", "\\"]),
            ("", vec![]),
        ] {
            assert_eq!(words(text), cut, "{text}");
        }
    }

    #[test]
    fn every_word_knows_its_line() {
        let lines: Vec<(usize, bool)> = cut("a\n\n  b 'x\ny' c;\nd")
            .into_iter()
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

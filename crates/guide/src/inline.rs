//! The little markup a text may hold: `` `typed as it stands` `` and `[words](#anchor)`, so that a translator moves them
//! with the sentence. Everything else is text; a mark that is not closed stays as it is.

use maud::{Markup, html};

/// A piece of a text.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    /// Typed or shown by a machine: never translated, always left to right.
    Code(&'a str),
    Link {
        words: &'a str,
        to: &'a str,
    },
}

/// A text as markup.
pub fn markup(text: &str) -> Markup {
    html! {
        @for piece in pieces(text) {
            @match piece {
                Piece::Text(text) => (text),
                Piece::Code(code) => code dir="ltr" { (code) },
                Piece::Link { words, to } => a href=(to) { (words) },
            }
        }
    }
}

/// A text without its marks, for attributes and for counting words.
pub fn plain(text: &str) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Code(text) => text,
            Piece::Link { words, .. } => words,
        })
        .collect()
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    // Where plain text began, as what is left of it and after.
    let mut pending = text;
    while !rest.is_empty() {
        if let Some((piece, after)) = marked(rest) {
            push_text(&mut pieces, pending, rest);
            pieces.push(piece);
            rest = after;
            pending = after;
        } else {
            let mut letters = rest.chars();
            letters.next();
            rest = letters.as_str();
        }
    }
    push_text(&mut pieces, pending, rest);
    pieces
}

/// What of `pending` stands before `rest`, which is its end.
fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, pending: &'a str, rest: &str) {
    let length = pending.len().saturating_sub(rest.len());
    if let Some(text) = pending.get(..length).filter(|text| !text.is_empty()) {
        pieces.push(Piece::Text(text));
    }
}

/// The marked piece that `text` begins with, and what follows it.
fn marked(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(open) = text.strip_prefix('`') {
        let (code, after) = open.split_once('`')?;
        return (!code.is_empty()).then_some((Piece::Code(code), after));
    }
    let (words, after) = text.strip_prefix('[')?.split_once("](")?;
    let (to, after) = after.split_once(')')?;
    let safe = to.starts_with('#') || to.starts_with("https://");
    (safe && !words.is_empty() && !words.contains('['))
        .then_some((Piece::Link { words, to }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_and_all_else_stays_text() {
        for (text, shown) in [
            (
                "Type `cmd`, and press Enter.",
                "Type <code dir=\"ltr\">cmd</code>, and press Enter.",
            ),
            (
                "See [502](#bad-gateway) first.",
                "See <a href=\"#bad-gateway\">502</a> first.",
            ),
            (
                "a < b & `c < d`",
                "a &lt; b &amp; <code dir=\"ltr\">c &lt; d</code>",
            ),
            ("not `closed", "not `closed"),
            ("[no](javascript:alert)", "[no](javascript:alert)"),
            ("``", "``"),
            ("", ""),
        ] {
            assert_eq!(markup(text).into_string(), shown, "{text}");
        }
        assert_eq!(plain("Type `cmd`, see [502](#x)."), "Type cmd, see 502.");
    }
}

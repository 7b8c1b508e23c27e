//! Letters that look like others: hard spaces, typographic quotes, a mark at the start, UTF-16.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::words::{self, TokenKind};
use super::super::{Kind, Mistake, Severity};
use super::Cleaned;

const MARK: char = '\u{feff}';

/// The encoding: a byte order mark, and UTF-16 that was read as though it were UTF-8.
pub(super) fn encoding(cleaned: &mut Cleaned<'_>) {
    let start = cleaned.text.bytes().take(400);
    let nothings = start.clone().filter(|byte| *byte == 0).count();
    if nothings * 3 > start.count() {
        let plain: String = cleaned
            .text
            .chars()
            .filter(|c| !matches!(*c, '\0' | MARK | char::REPLACEMENT_CHARACTER))
            .collect();
        cleaned.text = Cow::Owned(plain);
        cleaned
            .mistakes
            .push(Mistake::new(Kind::WrongEncoding, 1, &[], String::new()));
    } else if cleaned.text.starts_with(MARK) {
        let plain = cleaned.text.trim_start_matches(MARK).to_owned();
        cleaned.text = Cow::Owned(plain);
        cleaned
            .mistakes
            .push(Mistake::new(Kind::ByteOrderMark, 1, &[], String::new()));
    }
}

fn is_hard_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{3000}' | MARK
    )
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '″')
}

/// Hard spaces and typographic quotes in bare words: told, and replaced by what they stand for, so that the rest can be judged.
pub(super) fn look_alike(cleaned: &mut Cleaned<'_>) {
    if !cleaned.text.contains(|c| is_hard_space(c) || is_quote(c)) {
        return;
    }
    let mut lines: BTreeMap<usize, Kind> = BTreeMap::new();
    // A quotation that goes on in the next word is several words to nginx.
    let mut torn: BTreeSet<usize> = BTreeSet::new();
    for token in words::cut(&cleaned.text) {
        if let TokenKind::Word {
            text,
            quoted: false,
        } = token.kind
        {
            if text.contains(is_hard_space) {
                lines.insert(token.line, Kind::HardSpace);
            } else if text.starts_with(is_quote)
                || text
                    .split_once('=')
                    .is_some_and(|(_, v)| v.starts_with(is_quote))
            {
                lines.entry(token.line).or_insert(Kind::TypographicQuotes);
                if !text.trim_end_matches(')').ends_with(is_quote) {
                    torn.insert(token.line);
                }
            }
        }
    }
    if lines.is_empty() {
        return;
    }
    let mut plain = String::with_capacity(cleaned.text.len());
    for (at, line) in cleaned.text.split_inclusive('\n').enumerate() {
        let Some(kind) = lines.get(&(at + 1)) else {
            plain.push_str(line);
            continue;
        };
        let mended: String = line
            .chars()
            .filter(|c| !matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2060}' | MARK))
            .map(|c| match c {
                c if is_hard_space(c) => ' ',
                c if is_quote(c) => '"',
                c => c,
            })
            .collect();
        let mut mistake = Mistake::new(
            *kind,
            at + 1,
            &[("name", line.trim())],
            mended.trim().to_owned(),
        );
        if torn.contains(&(at + 1)) {
            mistake.severity = Severity::Breaks;
        }
        cleaned.mistakes.push(mistake);
        plain.push_str(&mended);
    }
    cleaned.text = Cow::Owned(plain);
}

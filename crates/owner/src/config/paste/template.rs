//! Templates: marks that another program fills in before nginx reads the file. They are named, and something that nginx could
//! read is put in their place, so that the rest can be judged.

use std::borrow::Cow;

use super::super::Kind;
use super::{Cleaned, Paste};

/// What stands in place of a mark that becomes a value.
const FILLED: &str = "FILLED_IN";

/// The marks of template languages: how they begin and end.
const MARKS: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<%", "%>")];

/// Whether a line holds a mark of a template.
pub(in super::super) fn is_marked(line: &str) -> bool {
    MARKS
        .iter()
        .any(|(start, end)| line.contains(start) || line.contains(end))
}

/// Whether a mistake of this kind stays one, whatever the marks of a template leave out or repeat.
pub(in super::super) fn is_sure_in_a_template(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::HardSpace
            | Kind::TypographicQuotes
            | Kind::ByteOrderMark
            | Kind::WrongEncoding
            | Kind::MisspeltDirective
            | Kind::SlashMismatch
            | Kind::AliasSlash
            | Kind::UriNotAllowed
            | Kind::FastcgiToWeb
            | Kind::HttpToTls
            | Kind::TlsToHttp
            | Kind::SocketPrefix
            | Kind::SchemeMissing
            | Kind::SchemeWrong
            | Kind::Localhost
            | Kind::InvalidValue
            | Kind::WaitTooShort
    )
}

/// Puts something nginx could read in place of a template's marks.
pub(super) fn fill(cleaned: &mut Cleaned<'_>) {
    let text = &cleaned.text;
    let placeholders = has_placeholders(text);
    let is_erb = text.contains("<%") && text.contains("%>");
    let is_curly =
        text.contains("{{") && text.contains("}}") || text.contains("{%") && text.contains("%}");
    if is_erb || is_curly {
        let is_helm = [
            ".Values", "{{-", "{{ .", "{{.", "{{ $", "{{ range", "{{ if", "{{ end", "{{ with",
        ]
        .iter()
        .any(|mark| text.contains(mark))
            && !text.contains("{%");
        let paste = match (is_erb, is_helm) {
            (true, _) => Paste::Erb,
            (false, true) => Paste::Helm,
            (false, false) => Paste::Jinja,
        };
        cleaned.text = Cow::Owned(without_marks(&cleaned.text));
        cleaned.note(paste);
    }
    if placeholders {
        cleaned.text = Cow::Owned(without_placeholders(&cleaned.text));
        cleaned.note(Paste::Placeholders);
    }
}

/// A text whose marks are blank where they stand alone on a line, and a word where they stand within one.
fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    // Whether nothing stands before on the line.
    let mut alone = true;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        plain.push_str(before);
        alone = match before.rsplit_once('\n') {
            Some((_, last)) => last.trim().is_empty(),
            None => alone && before.trim().is_empty(),
        };
        let known = MARKS.iter().find(|(start, _)| from.starts_with(start));
        let Some((start, end)) = known else {
            let (sign, after) = from.split_at_checked(1).unwrap_or((from, ""));
            plain.push_str(sign);
            alone = false;
            rest = after;
            continue;
        };
        let length = from.find(end).map_or(from.len(), |at| at + end.len());
        let (mark, after) = from.split_at_checked(length).unwrap_or((from, ""));
        let is_value = *start == "{{" || mark.starts_with("<%=");
        let ends_line = after
            .trim_start_matches([' ', '\t', '\r'])
            .starts_with('\n');
        if is_value && !(alone && ends_line) {
            plain.push_str(FILLED);
            alone = false;
        }
        // Lines keep their numbers.
        plain.extend(mark.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// Words that some tool or person is to fill in: `__DOMAIN__`, `<your-domain>`, `%%NAME%%`, `@NAME@`.
fn placeholder(word: &str) -> Option<(usize, usize)> {
    if !word.contains(['_', '<', '%', '@', '[']) {
        return None;
    }
    [
        ("__", "__"),
        ("<", ">"),
        ("%%", "%%"),
        ("%", "%"),
        ("@", "@"),
        ("[[", "]]"),
    ]
    .into_iter()
    .find_map(|(start, end)| {
        let at = word.find(start)?;
        let inner = word.get(at + start.len()..)?;
        let length = inner.find(end)?;
        let name = inner.get(..length)?;
        let is_page =
            start == "<" && matches!(name, "html" | "head" | "body" | "title" | "br" | "p");
        if is_page {
            return None;
        }
        // Two letters between two signs are a letter of an address, such as %C3%.
        let shortest = if start == "%" { 3 } else { 1 };
        let is_name = name.len() >= shortest
            && name.bytes().all(|b| {
                b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-') || start == "<" && b == b' '
            })
            && (matches!(start, "<" | "%") || name.bytes().all(|b| !b.is_ascii_lowercase()))
            && name.starts_with(|c: char| c.is_ascii_alphabetic());
        is_name.then_some((at, at + start.len() + length + end.len()))
    })
}

/// Longer lines are nobody's to fill in.
const LONGEST_LINE: usize = 500;

/// What of a line nginx would read, and outside of which a placeholder is no concern: no comment, nothing with a quote or an
/// expression.
fn is_plain(line: &str) -> bool {
    line.len() < LONGEST_LINE
        && !line.trim_start().starts_with('#')
        && !line.contains(['"', '\'', '~', '(', '?'])
}

fn has_placeholders(text: &str) -> bool {
    text.lines()
        .any(|line| is_plain(line) && placeholder(line).is_some())
}

fn without_placeholders(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| {
            let mut line = line.to_owned();
            while let Some((start, end)) = placeholder(&line).filter(|_| is_plain(&line)) {
                line.replace_range(start..end, FILLED);
            }
            line
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_filled_and_lines_keep_their_numbers() {
        let text = "{% if a %}\nlisten {{ port }};\n{# a\nnote #}\nroot <%= @b %>;\n";
        assert_eq!(
            without_marks(text),
            "\nlisten FILLED_IN;\n\n\nroot FILLED_IN;\n"
        );
    }

    #[test]
    fn words_to_fill_in_are_known_from_those_of_nginx() {
        assert!(has_placeholders("server_name __DOMAIN__;"));
        assert!(has_placeholders("server_name <your-domain>;"));
        assert!(!has_placeholders("try_files $uri @app; error_page 404 @b;"));
        assert!(!has_placeholders("return 302 /a%C3%A9%20b;"));
        assert!(!has_placeholders("rewrite \"^/(?<name>a)\" /b;"));
    }
}

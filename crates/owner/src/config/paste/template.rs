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
    let mut rest = text;
    while let Some((at, end_mark, value)) = MARKS
        .iter()
        .filter_map(|(start, end)| {
            let value = *start == "{{" || (*start == "<%");
            rest.find(start).map(|at| (at, *end, value))
        })
        .min_by_key(|(at, _, _)| *at)
    {
        let (before, mark) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let end = mark
            .find(end_mark)
            .map_or(mark.len(), |end| end + end_mark.len());
        let (mark, after) = mark.split_at_checked(end).unwrap_or((mark, ""));
        plain.push_str(before);
        let alone = plain
            .rsplit('\n')
            .next()
            .is_none_or(|line| line.trim().is_empty())
            && after
                .split('\n')
                .next()
                .is_none_or(|line| line.trim().is_empty());
        if value && !alone && (end_mark != "%>" || mark.starts_with("<%=")) {
            plain.push_str(FILLED);
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
    [
        ("__", "__"),
        ("<", ">"),
        ("%%", "%%"),
        ("@", "@"),
        ("[[", "]]"),
    ]
    .into_iter()
    .find_map(|(start, end)| {
        let at = word.find(start)?;
        let inner = word.get(at + start.len()..)?;
        let length = inner.find(end)?;
        let name = inner.get(..length)?;
        let is_name = !name.is_empty()
            && name.bytes().all(|b| {
                b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-') || start == "<" && b == b' '
            })
            && (start == "<" || name.bytes().all(|b| !b.is_ascii_lowercase()))
            && name.starts_with(|c: char| c.is_ascii_alphabetic());
        is_name.then_some((at, at + start.len() + length + end.len()))
    })
}

/// What of a line nginx would read, and outside of which a placeholder is no concern: no comment, nothing with a quote or an
/// expression.
fn is_plain(line: &str) -> bool {
    !line.trim_start().starts_with('#') && !line.contains(['"', '\'', '~', '(', '?'])
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
        assert!(!has_placeholders("rewrite \"^/(?<name>a)\" /b;"));
    }
}

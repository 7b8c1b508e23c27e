//! The dress: what containers, journals, terminals, mails and web pages put around a line. It is taken off, and what it says is
//! kept: the name of the service or container, and the time. Which lines belong together is left to [`super::rejoin`].

mod clean;
mod json;
mod prefix;

use std::borrow::Cow;

use super::time::{self, Stamp};

/// A line without its dress.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line<'a> {
    /// As it was pasted.
    pub raw: &'a str,
    /// What its program wrote.
    pub text: Cow<'a, str>,
    /// The name of the service or container.
    pub unit: Option<String>,
    /// When it was written.
    pub stamp: Option<Stamp>,
    /// Whether an entry begins here for certain.
    pub has_head: bool,
    /// Whether the text stands further in than the prefixes put it.
    pub is_indented: bool,
    /// Status and path of the request, where the line is a JSON object that has them.
    pub answered: Option<(u16, String)>,
}

/// The lines of what was pasted. Several entries in one line, with `\n` written out between them, are lines of their own.
pub(super) fn lines(pasted: &str) -> impl Iterator<Item = &str> {
    pasted.split(['\n', '\r']).flat_map(split_written)
}

/// Splits where `\n` is written out and an entry begins behind it.
fn split_written(line: &str) -> impl Iterator<Item = &str> {
    let is_json = line.trim_start().starts_with('{');
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let whole = rest?;
        let cut = whole
            .match_indices("\\n")
            .filter(|_| !is_json)
            .find(|(at, _)| whole.get(at + 2..).is_some_and(begins));
        match cut {
            Some((at, _)) => {
                rest = whole.get(at + 2..);
                whole.get(..at)
            }
            None => {
                rest = None;
                Some(whole)
            }
        }
    })
}

/// Whether an entry begins here: with a time, perhaps in brackets.
fn begins(text: &str) -> bool {
    // Longer than any time.
    const HEAD: usize = 40;
    let head = text
        .char_indices()
        .nth(HEAD)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or_default());
    time::find(head).is_some()
}

/// Takes the dress off a line.
pub(super) fn undress(raw: &str) -> Line<'_> {
    let mut line = Line {
        raw,
        text: clean::clean(raw),
        unit: None,
        stamp: None,
        has_head: false,
        is_indented: false,
        answered: None,
    };
    // A bracket or an empty line wears nothing.
    if !line.text.trim().is_empty() {
        strip(&mut line, 0);
    }
    line
}

/// Takes a JSON object that stands on many lines for one line.
pub(super) fn undress_object(raw: &str) -> Option<Line<'_>> {
    let flat = json::read(raw.trim().trim_end_matches(','))?;
    let mut line = Line {
        raw,
        text: Cow::Borrowed(""),
        unit: None,
        stamp: None,
        has_head: true,
        is_indented: false,
        answered: None,
    };
    take_object(&mut line, flat, 0);
    Some(line)
}

/// Loggers nest: a container's JSON holds an application's JSON.
const DEPTH: usize = 4;

fn strip(line: &mut Line<'_>, depth: usize) {
    let head = prefix::read(&line.text);
    line.has_head |= head.is_head;
    line.unit = line.unit.take().or(head.unit);
    line.stamp = head.stamp.or(line.stamp);
    let end = head.end;
    line.is_indented |= line
        .text
        .get(..end)
        .is_some_and(|before| before.ends_with("  ") || before.ends_with('\t'));
    match &mut line.text {
        Cow::Borrowed(text) => *text = text.get(end..).unwrap_or_default().trim(),
        Cow::Owned(text) => *text = text.get(end..).unwrap_or_default().trim().to_owned(),
    }
    if depth < DEPTH
        && line.text.starts_with('{')
        && let Some(flat) = json::read(line.text.trim_end_matches(','))
    {
        line.has_head = true;
        take_object(line, flat, depth);
        return;
    }
    if let Some((stamp, _)) = time::find(&line.text) {
        line.has_head = true;
        line.stamp = Some(stamp);
    }
    line.has_head |= has_level(&line.text);
}

/// `[error] 7#7: …` where the time was cut off, `nginx: [emerg] …`, `ERROR: …`.
fn has_level(text: &str) -> bool {
    const LEVELS: &[&str] = &[
        "[emerg]", "[alert]", "[crit]", "[error]", "[warn]", "[notice]", "[info]", "nginx: [",
    ];
    LEVELS.iter().any(|level| text.starts_with(level))
}

fn take_object(line: &mut Line<'_>, flat: json::Flat, depth: usize) {
    line.unit = flat.unit.or_else(|| line.unit.take());
    line.answered = flat.answered;
    if let Some(stamp) = flat.seconds.and_then(Stamp::of_seconds) {
        line.stamp = Some(stamp);
    }
    if let Some((stamp, _)) = flat.time.as_deref().and_then(time::find) {
        line.stamp = Some(stamp);
    }
    let answered = line.answered.take();
    line.text = Cow::Owned(clean::clean(&flat.message).into_owned());
    strip(line, depth + 1);
    line.answered = line.answered.take().or(answered);
    if !flat.rest.is_empty() {
        line.text.to_mut().push_str(&flat.rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "connect() failed (111: Connection refused) while connecting to upstream";

    #[test]
    fn the_same_line_comes_out_of_every_dress() {
        for dressed in [
            format!("web_1  | {BARE}"),
            format!("\u{1b}[36mweb-1  |\u{1b}[0m {BARE}"),
            format!("[36mweb_1  |[0m {BARE}"),
            format!("stack_web.1.si3c4s8mwvd6@host1    | {BARE}"),
            format!("2026-03-01T10:00:00.123456789Z {BARE}"),
            format!("2026-03-01T10:00:00.123456789Z stderr F {BARE}"),
            format!("[pod/web-7d4b9c-x2x4v/nginx] {BARE}"),
            format!("Mar  1 10:00:00 host {BARE}").replace("host ", "host nginx[7]: "),
            format!("2026-03-01T10:00:00+0000 host nginx[7]: {BARE}"),
            format!("<27>1 2026-03-01T10:00:00Z host nginx 7 - - {BARE}"),
            format!("> > {BARE}"),
            format!("    {BARE}\r"),
            format!("`{BARE}`"),
            format!("\"{BARE}\","),
            BARE.replace(' ', "\u{a0}"),
            BARE.chars().flat_map(|c| [c, '\0']).collect(),
            format!(
                "{{\"log\":\"{BARE}\\n\",\"stream\":\"stderr\",\"time\":\"2026-03-01T10:00:00.1Z\"}}"
            ),
            format!("{{\"MESSAGE\":\"{BARE}\",\"_SYSTEMD_UNIT\":\"nginx.service\"}}"),
        ] {
            let line = undress(&dressed);
            assert!(line.text.contains(BARE), "{dressed:?}: {:?}", line.text);
            assert!(
                line.text.len() <= BARE.len() + 70,
                "{dressed:?}: {:?}",
                line.text
            );
        }
    }

    #[test]
    fn what_the_dress_said_is_kept() {
        let line = undress("Mar  1 10:00:00 host php-fpm8.2[7]: [pool www] seems busy");
        assert_eq!(line.unit.as_deref(), Some("php-fpm8.2"));
        assert!(line.stamp.is_some() && line.has_head);
        let line = undress("shop-db-1  | something");
        assert_eq!(line.unit.as_deref(), Some("shop-db-1"));
        let line = undress(
            "{\"status\":502,\"uri\":\"/a?b\",\"msg\":\"handled request\",\"ts\":1772359200.5}",
        );
        assert_eq!(line.answered, Some((502, "/a".to_owned())));
        assert!(line.stamp.is_some());
    }

    #[test]
    fn entries_with_a_written_line_break_between_are_lines_of_their_own() {
        let joined = "2026/03/01 10:00:00 [error] a\\n[01-Mar-2026 10:00:00] WARNING: b\\n";
        assert_eq!(
            lines(joined).collect::<Vec<_>>(),
            [
                "2026/03/01 10:00:00 [error] a",
                "[01-Mar-2026 10:00:00] WARNING: b\\n"
            ]
        );
        assert_eq!(lines("C:\\nginx\\nodes").count(), 1);
    }
}

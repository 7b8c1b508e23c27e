//! Entries: lines that belong together. A terminal or a mail wraps a long line, a logger writes an object on many lines, and an
//! error is followed by its stack trace. What an entry says is left to [`super::reading`].

use super::dress::{Line, undress, undress_object};

/// Lines that one wrapped line can have become.
const MOST_WRAPPED: usize = 12;
/// Lines of a stack trace that are read with the error before them; what follows is an entry of its own.
const MOST_TRACED: usize = 80;
/// Lines of an object.
const MOST_OBJECT: usize = 200;

/// An entry of a log.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry<'a> {
    /// What was pasted of it.
    pub raw: &'a str,
    /// Its first line, with the texts of all others in it.
    pub line: Line<'a>,
    /// The text with wrapped lines put together without a blank, if it was wrapped.
    pub tight: Option<String>,
}

/// Groups the lines of what was pasted into entries.
pub(super) struct Entries<'a, I: Iterator<Item = &'a str>> {
    pasted: &'a str,
    lines: std::iter::Peekable<I>,
    /// Lines that were read ahead and turned out not to be an object.
    waiting: std::collections::VecDeque<&'a str>,
    open: Option<Open<'a>>,
    /// Bytes of lines that were read so far, those read twice counted twice.
    pub(super) read: usize,
}

/// The entry that is being read.
struct Open<'a> {
    entry: Entry<'a>,
    lines: usize,
    /// Whether a stack trace may follow, and how the last line of it looked.
    trace: Trace,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Trace {
    None,
    Begun,
    Indented,
}

impl<'a, I: Iterator<Item = &'a str>> Entries<'a, I> {
    pub(super) fn new(pasted: &'a str, lines: I) -> Self {
        Entries {
            pasted,
            lines: lines.peekable(),
            waiting: std::collections::VecDeque::new(),
            open: None,
            read: 0,
        }
    }

    fn undressed(&mut self, raw: &'a str) -> Line<'a> {
        self.read += raw.len();
        undress(raw)
    }

    /// The next line; an object on many lines counts as one.
    fn next_line(&mut self) -> Option<Line<'a>> {
        let raw = match self.waiting.pop_front() {
            Some(raw) => return Some(self.undressed(raw)),
            None => self.lines.next()?,
        };
        if raw.trim() != "{" {
            return Some(self.undressed(raw));
        }
        for _ in 0..MOST_OBJECT {
            let Some(next) = self.lines.peek().copied() else {
                break;
            };
            // Another object begins: this one is broken.
            if next.trim() == "{" {
                break;
            }
            self.lines.next();
            self.waiting.push_back(next);
            if next.starts_with('}') {
                let whole = span(self.pasted, raw, next);
                self.read += whole.len();
                if let Some(line) = undress_object(whole) {
                    self.waiting.clear();
                    return Some(line);
                }
                break;
            }
        }
        Some(self.undressed(raw))
    }
}

impl<'a, I: Iterator<Item = &'a str>> Iterator for Entries<'a, I> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        loop {
            let Some(line) = self.next_line() else {
                return self.open.take().map(|open| open.entry);
            };
            let line = match &mut self.open {
                Some(open) => match open.take(self.pasted, line) {
                    Some(line) => line,
                    None => continue,
                },
                None => line,
            };
            let next = (!line.text.is_empty()).then(|| Open::new(line));
            if let Some(done) = std::mem::replace(&mut self.open, next) {
                return Some(done.entry);
            }
        }
    }
}

impl<'a> Open<'a> {
    fn new(line: Line<'a>) -> Open<'a> {
        let trace = if line.has_head || begins_trace(&line.text) {
            Trace::Begun
        } else {
            Trace::None
        };
        Open {
            entry: Entry {
                raw: line.raw,
                line,
                tight: None,
            },
            lines: 1,
            trace,
        }
    }

    /// Takes a line in, or gives it back where it begins another entry.
    fn take(&mut self, pasted: &'a str, line: Line<'a>) -> Option<Line<'a>> {
        let text = &line.text;
        if text.is_empty() {
            // An empty line ends what was wrapped; a trace goes on behind it where it is indented.
            return Some(line);
        }
        let same_unit = line.unit.is_none() || line.unit == self.entry.line.unit;
        let continues = same_unit
            && !has_own_head(&line)
            && self.lines < MOST_TRACED
            && self.trace != Trace::None;
        if continues && (line.is_indented && self.trace != Trace::None || is_traced(text)) {
            self.trace = Trace::Indented;
            self.append(pasted, &line, "\n");
            return None;
        }
        // The error itself ends a trace of Python.
        if continues && self.trace == Trace::Indented && names_error(text) {
            self.append(pasted, &line, "\n");
            return None;
        }
        if continues && self.lines < MOST_WRAPPED && self.is_cut_before(text) {
            let mut tight = self
                .entry
                .tight
                .take()
                .unwrap_or_else(|| self.entry.line.text.to_string());
            tight.push_str(text);
            self.entry.tight = Some(tight);
            self.append(pasted, &line, " ");
            return None;
        }
        Some(line)
    }

    fn append(&mut self, pasted: &'a str, line: &Line<'a>, between: &str) {
        let text = self.entry.line.text.to_mut();
        text.push_str(between);
        text.push_str(&line.text);
        self.entry.raw = span(pasted, self.entry.raw, line.raw);
        self.lines += 1;
    }

    /// Whether the entry so far ends in the middle, and this text goes on there.
    fn is_cut_before(&self, next: &str) -> bool {
        // Shorter lines are not wrapped.
        const SHORTEST: usize = 30;
        let text = self.entry.line.text.as_ref();
        if text.len() < SHORTEST || !self.entry.line.has_head || begins_trace(next) {
            return false;
        }
        let quotes = text.bytes().filter(|b| *b == b'"').count();
        let opened = text.bytes().filter(|b| *b == b'(').count();
        let closed = text.bytes().filter(|b| *b == b')').count();
        let goes_on = next
            .chars()
            .next()
            .is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ')' | ':' | '"' | ']'));
        quotes % 2 == 1 || opened > closed || (goes_on && is_unfinished(text))
    }
}

/// Whether a line of nginx or PHP lacks its end: nginx's ends with a quoted field.
fn is_unfinished(text: &str) -> bool {
    const OPEN_ENDS: &[&str] = &[
        " while",
        " upstream",
        " to",
        " from",
        ",",
        " response",
        " reading",
        " connecting",
        " header",
        " in",
        " on",
    ];
    let is_error = ["[error]", ":error]", "[crit]", "[warn]", ":warn]"]
        .iter()
        .any(|level| text.contains(level));
    (is_error && !text.ends_with('"')) || OPEN_ENDS.iter().any(|end| text.ends_with(end))
}

fn has_own_head(line: &Line<'_>) -> bool {
    line.has_head && line.stamp.is_some() && !is_traced(&line.text)
}

/// Whether a stack trace begins with this line.
fn begins_trace(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "Traceback (most recent call last)",
        "Exception in thread",
        "Unhandled exception",
        "PHP Fatal error",
        "Fatal error",
        "panic: ",
        "Error: ",
        "node:",
        "java.",
        "org.",
        "SEVERE:",
        "psycopg2.",
        "django.",
    ];
    BEGINNINGS
        .iter()
        .any(|beginning| text.starts_with(beginning))
}

/// Whether a line belongs to the stack trace before it.
fn is_traced(text: &str) -> bool {
    const INNER: &[&str] = &[
        "at ",
        "Caused by:",
        "Traceback (most recent call last)",
        "During handling of the above exception",
        "The above exception was",
        "File \"",
        "Stack trace:",
        "thrown in ",
        "goroutine ",
        "--- End of",
        "Suppressed:",
    ];
    INNER.iter().any(|inner| text.starts_with(inner))
        // "#0 /var/www/a.php(3)" of PHP, "... 12 more" of Java.
        || ["#", "... "].iter().any(|mark| {
            text.strip_prefix(mark)
                .is_some_and(|rest| rest.bytes().next().is_some_and(|b| b.is_ascii_digit()))
        })
}

/// `django.db.utils.OperationalError: …`.
fn names_error(text: &str) -> bool {
    let name = text.split([':', ' ']).next().unwrap_or_default();
    ["Error", "Exception", "Interrupt", "Exit", "HaltServer"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// What was pasted from one piece to a later one.
fn span<'a>(pasted: &'a str, first: &'a str, last: &'a str) -> &'a str {
    let at = |piece: &str| (piece.as_ptr() as usize).checked_sub(pasted.as_ptr() as usize);
    match (at(first), at(last)) {
        (Some(from), Some(to)) => pasted.get(from..to + last.len()).unwrap_or(first),
        (Some(_) | None, _) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::super::dress;
    use super::*;

    fn entries(pasted: &str) -> Vec<Entry<'_>> {
        Entries::new(pasted, dress::lines(pasted)).collect()
    }

    #[test]
    fn a_wrapped_line_is_one_entry_with_and_without_a_blank() {
        let pasted = "2026/03/01 10:00:00 [error] 7#7: *1 connect() failed (1\n11: Connection refused) while connecting to\nupstream, client: 192.0.2.1, host: \"example.com\"\n2026/03/01 10:00:01 [error] b";
        let found = entries(pasted);
        assert_eq!(found.len(), 2);
        let tight = found[0].tight.as_deref().expect("a wrapped line");
        assert!(tight.contains("failed (111: Connection refused)"));
        assert!(found[0].line.text.contains("while connecting to upstream"));
        assert!(found[0].raw.ends_with("host: \"example.com\""));
    }

    #[test]
    fn a_trace_belongs_to_its_error() {
        for (pasted, count) in [
            (
                "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    import b\nModuleNotFoundError: No module named 'b'\nnext",
                2,
            ),
            (
                "2026-03-01 10:00:00 ERROR failed\njava.lang.Exception: a\n\tat b\nCaused by: java.net.ConnectException: c\n\t... 12 more",
                2,
            ),
            (
                "PHP Fatal error:  Uncaught Error: a in /b.php:1\nStack trace:\n#0 {main}\n  thrown in /b.php on line 1",
                1,
            ),
            ("unheaded\nlines\nstay alone", 3),
        ] {
            assert_eq!(entries(pasted).len(), count, "{pasted}");
        }
    }

    #[test]
    fn an_object_on_many_lines_is_one_entry_and_a_broken_one_is_read_line_by_line() {
        let found = entries("{\n  \"msg\": \"a\",\n  \"status\": 502\n}\nb");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].line.answered, Some((502, String::new())));
        assert_eq!(entries("{\n{\n{\nb\nc").len(), 5);
    }
}

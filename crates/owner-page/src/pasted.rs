//! How much of what is pasted is read and shown: enough to help, little enough that the page never stands still.

use whichside_owner::config::{self, Mistake};
use whichside_owner::logs::{self, Explained};

/// Bytes of a log that are read, from its end: about ten thousand lines, and the newest are last.
const LOG_READ: usize = 2_000_000;
/// Bytes of a configuration that are read. What `nginx -T` prints of a hundred sites stays below it.
const CONFIG_READ: usize = 2_000_000;
/// Kinds of lines that are shown; the most frequent come first.
const KINDS_SHOWN: usize = 20;
/// Mistakes that are shown.
const MISTAKES_SHOWN: usize = 40;
/// Characters of a line that are shown.
const LINE_SHOWN: usize = 400;

/// A log, explained.
pub struct Log<'a> {
    /// The kinds of lines to show.
    pub kinds: Vec<Explained<'a>>,
    /// How many more there are.
    pub hidden: usize,
    /// How many lines were read, where there were too many.
    pub cut_to: Option<usize>,
}

/// Explains a log, or the end of one that is too long.
#[must_use]
pub fn log(pasted: &str) -> Log<'_> {
    let read = end_of(pasted, LOG_READ);
    let mut kinds = logs::explain(read);
    let hidden = kinds.len().saturating_sub(KINDS_SHOWN);
    kinds.truncate(KINDS_SHOWN);
    Log {
        kinds,
        hidden,
        cut_to: (read.len() < pasted.len()).then(|| read.lines().count()),
    }
}

/// A line as it is shown: cut short.
#[must_use]
pub fn line(line: &str) -> String {
    let mut shown: String = line.chars().take(LINE_SHOWN).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

/// A configuration, checked.
pub struct Config {
    /// The mistakes to show.
    pub mistakes: Vec<Mistake>,
    /// How many more there are.
    pub hidden: usize,
}

/// Checks a configuration; `None` for one that is too long, since a part of it would seem broken where it was cut.
#[must_use]
pub fn config(pasted: &str) -> Option<Config> {
    if pasted.len() > CONFIG_READ {
        return None;
    }
    let mut mistakes = config::check(pasted);
    let hidden = mistakes.len().saturating_sub(MISTAKES_SHOWN);
    mistakes.truncate(MISTAKES_SHOWN);
    Some(Config { mistakes, hidden })
}

/// The last lines of a text, at most so many bytes of it; the end of a line that alone is longer.
fn end_of(text: &str, bytes: usize) -> &str {
    let Some(mut from) = text.len().checked_sub(bytes) else {
        return text;
    };
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let end = text.get(from..).unwrap_or_default();
    match end.split_once('\n') {
        Some((_, whole)) if from > 0 && !whole.is_empty() => whole,
        Some(_) | None => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFUSED: &str = "2026/11/21 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9";

    #[test]
    fn of_a_log_that_is_too_long_the_newest_lines_are_read() {
        let long = format!("{}{REFUSED}", "nothing to see here\n".repeat(200_000));
        let log = log(&long);
        assert_eq!(log.kinds.iter().map(|kind| kind.count).sum::<usize>(), 1);
        let lines = log.cut_to.unwrap_or_default();
        assert!((50_000..200_000).contains(&lines), "{lines}");
    }

    #[test]
    fn a_log_that_is_short_enough_is_read_whole() {
        let log = log(REFUSED);
        assert_eq!((log.kinds.len(), log.hidden, log.cut_to), (1, 0, None));
    }

    #[test]
    fn a_line_without_an_end_and_letters_of_many_bytes_do_no_harm() {
        let long = "é".repeat(LOG_READ);
        assert!(log(&long).kinds.is_empty());
        assert_eq!(end_of("aé", 1), "");
        assert_eq!(end_of("é\nb\nc", 4), "b\nc");
        assert_eq!(end_of("abc\n", 2), "c\n");
        assert_eq!(line(&long).chars().count(), LINE_SHOWN + 1);
        assert_eq!(line("short"), "short");
    }

    #[test]
    fn of_many_mistakes_some_are_shown_and_the_others_counted() {
        let many = "upstream empty {}\n".repeat(100);
        let found = config(&many).map(|config| (config.mistakes.len(), config.hidden));
        let all = whichside_owner::config::check(&many).len();
        assert_eq!(found, Some((MISTAKES_SHOWN, all - MISTAKES_SHOWN)));
    }

    #[test]
    fn a_configuration_that_is_too_long_is_not_judged_by_a_part() {
        assert!(config(&"# a comment\n".repeat(200_000)).is_none());
        assert!(config("").is_some_and(|config| config.mistakes.is_empty()));
    }
}

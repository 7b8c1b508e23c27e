//! How much of a pasted text is read: enough to help, little enough to be quick on a slow device.

use serde::{Deserialize, Serialize};

/// Bytes of a log that are read, from its end: about ten thousand lines, and the newest are last.
const MAX_LOG: usize = 2_000_000;
/// Bytes of a configuration that are read. What `nginx -T` prints of a hundred sites stays below it.
const MAX_CONFIG: usize = 2_000_000;

/// A pasted text, as far as it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pasted {
    /// What is read.
    pub text: String,
    /// Whether there was more.
    pub cut: bool,
}

impl Pasted {
    /// A log, or the last lines of one that is too long.
    #[must_use]
    pub fn log(whole: &str) -> Pasted {
        let text = last_lines(whole, MAX_LOG);
        Pasted {
            text: text.to_owned(),
            cut: text.len() < whole.len(),
        }
    }

    /// A configuration, or nothing of one that is too long: a part would seem broken where it was cut.
    #[must_use]
    pub fn config(whole: &str) -> Pasted {
        let cut = whole.len() > MAX_CONFIG;
        Pasted {
            text: if cut { String::new() } else { whole.to_owned() },
            cut,
        }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.cut && self.text.trim().is_empty()
    }
}

/// The last lines of a text, at most so many bytes of it; the end of a line that alone is longer.
fn last_lines(text: &str, bytes: usize) -> &str {
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

    #[test]
    fn of_a_log_that_is_too_long_the_newest_lines_are_read() {
        let long = format!("{}the last line", "nothing to see here\n".repeat(200_000));
        let read = Pasted::log(&long);
        assert!(read.cut && read.text.ends_with("the last line"));
        let lines = read.text.lines().count();
        assert!((50_000..200_000).contains(&lines), "{lines}");
    }

    #[test]
    fn a_text_that_is_short_enough_is_read_whole() {
        for read in [Pasted::log("a\nb"), Pasted::config("a\nb")] {
            assert_eq!((read.text.as_str(), read.cut), ("a\nb", false));
        }
    }

    #[test]
    fn a_line_without_an_end_and_letters_of_many_bytes_do_no_harm() {
        let long = "é".repeat(MAX_LOG);
        assert!(Pasted::log(&long).text.len() <= MAX_LOG);
        assert_eq!(last_lines("aé", 1), "");
        assert_eq!(last_lines("é\nb\nc", 4), "b\nc");
        assert_eq!(last_lines("abc\n", 2), "c\n");
    }

    #[test]
    fn a_configuration_that_is_too_long_is_not_judged_by_a_part() {
        let long = Pasted::config(&"# a comment\n".repeat(200_000));
        assert!(long.cut && long.text.is_empty() && !long.is_blank());
        assert!(Pasted::config(" \n").is_blank());
    }
}

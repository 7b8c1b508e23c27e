//! Log lines explained: what each means, what is likely behind it, and which step it leads to.
//!
//! Data flows one way, a file a stage: [`dress`] takes off what containers, journals and mails put around a line, [`rejoin`]
//! groups lines into entries, [`reading`] says what an entry says, [`choice`] finds the pattern that explains it, [`summary`]
//! counts and orders. The patterns are data in [`tables`], a file a program; each carries a line of that program as its example.
//!
//! The lines are read on the owner's own device and go nowhere. Where to find the logs is left to [`crate::steps`].

mod choice;
mod dress;
mod pattern;
mod reading;
mod rejoin;
mod source;
mod summary;
mod tables;
mod time;

use choice::Chooser;
use rejoin::Entries;
use summary::Summary;

pub use pattern::{Pattern, Tone};
pub use source::Source;
pub use summary::{Explained, Share};
pub use tables::patterns;

/// Lines kept of each explanation: enough to compare, few enough to show.
pub const LINES_KEPT: usize = 3;

/// Explains the lines that are understood, each kind once: reasons first, then what servers met, then statuses, and within each
/// what was first in time. Takes anything; time grows with the length of the text only.
#[must_use]
pub fn explain(pasted: &str) -> Vec<Explained<'_>> {
    explain_with(pasted, &mut Chooser::new())
}

fn explain_with<'a>(pasted: &'a str, chooser: &mut Chooser) -> Vec<Explained<'a>> {
    let mut summary = Summary::default();
    let mut entries = Entries::new(pasted, dress::lines(pasted));
    for entry in entries.by_ref() {
        let (chosen, answer) = chooser.choose(&entry);
        summary.take(&entry, chosen, answer);
    }
    chooser.work += entries.read;
    summary.explained()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The work that a text costs: the bytes that were read and the words that were looked at.
    fn work(text: &str) -> usize {
        let mut chooser = Chooser::new();
        explain_with(text, &mut chooser);
        chooser.work
    }

    #[test]
    fn work_grows_with_the_length_of_the_text_only() {
        let mut texts: Vec<String> = patterns()
            .map(|pattern| format!("{}\n", pattern.example))
            .collect();
        texts.extend(
            [
                "{\n",
                "{",
                "\"",
                "(",
                "\\n",
                "[",
                "connect() failed (111",
                "failed ",
                "while connecting to upstream ",
                "error 52",
                "| error ",
                "a\n",
                " \n",
                "\n",
                "2026/03/01 10:00:00 [error] \"(\n",
                "  at a\n",
                "\0",
                "\u{1b}[31m",
                "> ",
                "[pod/",
                "{\"a\":",
                "é",
                "GET / HTTP/1.1\" 5",
            ]
            .map(str::to_owned),
        );
        for text in texts {
            let (once, four_times) = (work(&text.repeat(100)), work(&text.repeat(400)));
            assert!(
                four_times <= once * 5,
                "{text:?}: {once} for 100 times, {four_times} for 400"
            );
            // Each byte ends few words, and each word is in few conditions.
            let each = four_times / (text.len() * 400);
            assert!(each < 60, "{text:?}: {each} a byte");
        }
    }
}

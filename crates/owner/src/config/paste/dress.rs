//! The dress of a pasted configuration: line numbers, marks of Markdown, mail and differences, prompts, a shell script around
//! it, what was left out. Each line is cleaned in its place, so that lines keep their numbers.

mod marks;
mod script;
mod surroundings;

use std::borrow::Cow;

use super::{Cleaned, Paste};
use marks::{diff_marks, entities, fence, line_numbers, mail_marks};
use script::{embedded, heredoc, shell_dollars};
use surroundings::{ellipsis, prompt, prose};

/// More lines than these are no dress: the text is read as it is.
const MOST_LINES: usize = 100_000;

type Lines<'a> = Vec<Cow<'a, str>>;
/// Takes one dress off, and says whether there was one.
type TakeOff = fn(&mut Lines<'_>) -> bool;

/// Takes everything off that is no configuration.
pub(super) fn take_off(cleaned: &mut Cleaned<'_>) {
    if cleaned.text.bytes().filter(|b| *b == b'\n').count() > MOST_LINES {
        return;
    }
    let text = cleaned.text.to_string();
    let mut lines: Lines<'_> = text.split('\n').map(Cow::Borrowed).collect();
    let takes: [(Paste, TakeOff); 11] = [
        (Paste::MailMarks, mail_marks),
        (Paste::Fence, fence),
        (Paste::Entities, entities),
        (Paste::DiffMarks, diff_marks),
        (Paste::Heredoc, heredoc),
        (Paste::Prompt, prompt),
        (Paste::LineNumbers, line_numbers),
        (Paste::Prompt, prompt),
        (Paste::Embedded, embedded),
        (Paste::Prose, prose),
        (Paste::Ellipsis, ellipsis),
    ];
    cleaned.mistakes.extend(shell_dollars(&lines));
    let mut changed = false;
    for (paste, take) in takes {
        if take(&mut lines) {
            cleaned.note(paste);
            changed = true;
        }
    }
    if changed {
        cleaned.text = Cow::Owned(lines.join("\n"));
    }
}

fn blank(line: &mut Cow<'_, str>) {
    *line = Cow::Borrowed("");
}

/// Of the lines with anything in them, whether so many of a hundred are like this.
fn are_mostly(lines: &Lines<'_>, percent: usize, is_so: impl Fn(&str) -> bool) -> bool {
    let (mut all, mut so) = (0_usize, 0_usize);
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        all += 1;
        so += usize::from(is_so(line));
    }
    all > 0 && so * 100 >= all * percent
}

//! Marks around and before the lines: of Markdown, mails, web pages, differences and editors.

use std::borrow::Cow;

use super::{Lines, are_mostly, blank};

pub(super) fn mail_marks(lines: &mut Lines<'_>) -> bool {
    let marked = lines.iter().filter(|line| line.starts_with('>')).count();
    if marked < 2 || !are_mostly(lines, 60, |line| line.starts_with('>')) {
        return false;
    }
    for line in lines {
        *line = match line.starts_with('>') {
            true => Cow::Owned(line.trim_start_matches(['>', ' ']).to_owned()),
            // What the answer says of it.
            false => Cow::Borrowed(""),
        };
    }
    true
}

fn is_fence(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("```") || line.starts_with("~~~")
}

pub(super) fn fence(lines: &mut Lines<'_>) -> bool {
    if !lines.iter().any(|line| is_fence(line)) {
        return false;
    }
    // A mark that closes what was pasted without its opening one.
    let closes_only = lines.iter().filter(|line| is_fence(line)).count() == 1
        && !lines
            .iter()
            .skip_while(|line| !is_fence(line))
            .skip(1)
            .any(|line| line.trim_end().ends_with([';', '{', '}']));
    let mut inside = closes_only;
    for line in lines {
        if is_fence(line) {
            inside = !inside;
            blank(line);
        } else if !inside {
            blank(line);
        }
    }
    true
}

const ENTITIES: [(&str, &str); 6] = [
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

pub(super) fn entities(lines: &mut Lines<'_>) -> bool {
    let mut any = false;
    for line in lines {
        // A configuration can write a page itself: there the signs stand in a quotation.
        if ENTITIES.iter().any(|(entity, _)| line.contains(entity)) && !line.contains(['"', '\'']) {
            let mut plain = line.to_string();
            for (entity, sign) in ENTITIES {
                plain = plain.replace(entity, sign);
            }
            *line = Cow::Owned(plain);
            any = true;
        }
    }
    any
}

pub(super) fn diff_marks(lines: &mut Lines<'_>) -> bool {
    let starts = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
    let marked = starts("+") + starts("-");
    let has_head = starts("@@ ") > 0 || starts("diff --git") > 0 || starts("+++ ") > 0;
    let all_marked = marked > 1 && are_mostly(lines, 100, |line| line.starts_with(['+', '-', ' ']));
    if marked == 0 || !(has_head || all_marked && starts("+") > 0) {
        return false;
    }
    for line in lines {
        let is_head = ["diff ", "index ", "--- ", "+++ ", "@@", "new file", "\\ No"]
            .iter()
            .any(|head| line.starts_with(head));
        if is_head || line.starts_with('-') {
            blank(line);
        } else if line.starts_with('+') {
            *line = Cow::Owned(line.chars().skip(1).collect());
        }
    }
    true
}

/// The number before a line, and what stands behind it.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start();
    let end = line
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(line.len());
    let (number, rest) = line.split_at_checked(end)?;
    let rest = rest
        .strip_prefix(|c| matches!(c, ':' | '|' | '.' | ')' | '\t' | ' ' | '-' | '│' | '\r'))
        .or_else(|| rest.is_empty().then_some(""))?;
    let rest = rest.trim_start_matches(['|', '│', ':']);
    Some((number.parse().ok()?, rest))
}

/// Numbers that stand on lines of their own, as a table of a web page has them.
fn numbers_alone(lines: &mut Lines<'_>) -> bool {
    let alone = |line: &str| line.trim().parse::<usize>().ok();
    let numbers: Vec<usize> = lines.iter().filter_map(|line| alone(line)).collect();
    let all = lines.iter().filter(|line| !line.trim().is_empty()).count();
    let are_rising = numbers
        .windows(2)
        .all(|two| matches!(two, [one, next] if *next == one + 1));
    if numbers.len() < 3 || !are_rising || numbers.len() * 5 < all * 2 {
        return false;
    }
    for line in lines.iter_mut().filter(|line| alone(line).is_some()) {
        blank(line);
    }
    true
}

/// The marks of `cat -A`: a dollar sign ends each line, `^I` is a tabulator.
fn line_ends(lines: &mut Lines<'_>) -> bool {
    let marked = lines.iter().filter(|line| line.ends_with('$')).count();
    if marked < 3 || !are_mostly(lines, 100, |line| line.ends_with('$')) {
        return false;
    }
    for line in lines.iter_mut().filter(|line| !line.is_empty()) {
        *line = Cow::Owned(line.trim_end_matches('$').replace("^I", "\t"));
    }
    true
}

pub(super) fn line_numbers(lines: &mut Lines<'_>) -> bool {
    if numbers_alone(lines) || line_ends(lines) {
        return true;
    }
    let mut last = None;
    let (mut rising, mut all) = (0_usize, 0_usize);
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        all += 1;
        let number = numbered(line).map(|(number, _)| number);
        rising += usize::from(match (last, number) {
            (Some(last), Some(number)) => number > last && number < last + 50,
            (None, Some(_)) => true,
            (_, None) => false,
        });
        last = number.or(last);
    }
    if rising < 2 || rising * 10 < all * 9 {
        return false;
    }
    for line in lines.iter_mut() {
        if let Some((_, rest)) = numbered(line) {
            *line = Cow::Owned(rest.to_owned());
        }
    }
    true
}

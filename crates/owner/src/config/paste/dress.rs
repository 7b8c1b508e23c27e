//! The dress of a pasted configuration: line numbers, marks of Markdown, mail and differences, prompts, a shell script around
//! it, what was left out. Each line is cleaned in its place, so that lines keep their numbers.

use std::borrow::Cow;

use super::super::{Kind, Mistake};
use super::{Cleaned, Paste};

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

fn mail_marks(lines: &mut Lines<'_>) -> bool {
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

fn fence(lines: &mut Lines<'_>) -> bool {
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

fn entities(lines: &mut Lines<'_>) -> bool {
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

fn diff_marks(lines: &mut Lines<'_>) -> bool {
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

/// The word that ends a text which a shell script writes: of `cat > file <<'EOF'`, `EOF`, and whether it is in quotes.
fn heredoc_end(line: &str) -> Option<(String, bool)> {
    let (before, after) = line.split_once("<<")?;
    let writes = ["cat", "tee", "sudo", ">"]
        .iter()
        .any(|word| before.contains(word));
    let word = after.trim_start_matches(['-', '~', ' ']);
    let quoted = word.starts_with(['\'', '"', '\\']);
    let name: String = word
        .trim_start_matches(['\'', '"', '\\'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    (writes && !name.is_empty()).then_some((name, quoted))
}

fn heredoc(lines: &mut Lines<'_>) -> bool {
    if !lines.iter().any(|line| heredoc_end(line).is_some()) {
        return false;
    }
    let mut inside: Option<(String, bool)> = None;
    for line in lines {
        match &inside {
            None => {
                inside = heredoc_end(line);
                blank(line);
            }
            Some((end, _)) if line.trim() == end => {
                inside = None;
                blank(line);
            }
            // Without quotes around the word, the shell takes the backslash off.
            Some((_, false)) if line.contains("\\$") => {
                *line = Cow::Owned(line.replace("\\$", "$"));
            }
            Some(_) => {}
        }
    }
    true
}

/// Variables in a text which a shell script writes without quotes around its mark.
fn shell_dollars(lines: &Lines<'_>) -> Option<Mistake> {
    let mut inside: Option<(String, bool)> = None;
    for (at, line) in lines.iter().enumerate() {
        match &inside {
            None => inside = heredoc_end(line),
            Some((end, _)) if line.trim() == end => inside = None,
            Some((_, false)) => {
                let is_bare = line.match_indices('$').any(|(at, _)| {
                    let before = line.get(..at).unwrap_or_default();
                    let after = line.get(at + 1..).unwrap_or_default();
                    !before.ends_with('\\') && after.starts_with(|c: char| c.is_ascii_lowercase())
                });
                if is_bare {
                    let value = line.trim();
                    let mended = line.replace('$', "\\$");
                    return Some(Mistake::new(
                        Kind::ShellDollar,
                        at + 1,
                        &[("value", value)],
                        mended.trim().to_owned(),
                    ));
                }
            }
            Some(_) => {}
        }
    }
    None
}

/// Whether a line is one of a sentence, and none of nginx's.
fn is_sentence(line: &str) -> bool {
    let line = line.trim();
    let words = line.split_whitespace().count();
    !line.starts_with('#')
        && !line.ends_with([';', '{', '}'])
        && (line.ends_with([':', '.', '?', '!', ',']) && words > 1
            || words > 3 && line.starts_with(|c: char| c.is_uppercase()))
}

/// Sentences before the first line of the configuration and behind its last one.
fn prose(lines: &mut Lines<'_>) -> bool {
    if !lines
        .iter()
        .any(|line| line.trim_end().ends_with(['{', ';']))
    {
        return false;
    }
    let outside = |line: &Cow<'_, str>| line.trim().is_empty() || is_sentence(line);
    let before = lines.iter().take_while(|line| outside(line)).count();
    let behind = lines.iter().rev().take_while(|line| outside(line)).count();
    let kept = before..lines.len().saturating_sub(behind);
    let mut any = false;
    for (at, line) in lines.iter_mut().enumerate() {
        if !kept.contains(&at) && !line.trim().is_empty() {
            blank(line);
            any = true;
        }
    }
    any
}

/// Whether a line is a prompt with a command, or what nginx says of its own test.
fn is_prompt(line: &str) -> bool {
    const COMMANDS: [&str; 14] = [
        "cat ",
        "sudo ",
        "nginx -",
        "less ",
        "more ",
        "nano ",
        "vi ",
        "vim ",
        "head ",
        "tail ",
        "grep ",
        "docker ",
        "kubectl ",
        "systemctl ",
    ];
    let line = line.trim();
    let told = [
        "nginx: the configuration file",
        "nginx: configuration file",
        "nginx: [warn]",
        "nginx: [emerg]",
    ]
    .iter()
    .any(|start| line.starts_with(start));
    // user@host:~$ command, [user@host dir]# command, C:\> command
    let named = line
        .split_once(['$', '#', '%'])
        .is_some_and(|(before, after)| {
            let before = before.trim_matches(['[', ']', '(', ')']);
            let user = before.split(['@', ' ', ':']).next().unwrap_or_default();
            before.contains('@')
                && !before.contains(['{', ';', '"', '='])
                && (before.contains(':') || before.contains(' ') || before.contains('~'))
                && !user.is_empty()
                && user
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
                && (after.is_empty() || after.starts_with(' '))
        });
    let windows = (line.starts_with("PS ") || line.starts_with("C:\\")) && line.contains('>');
    let bare = ["$ ", "# ", "% ", ""].iter().any(|prompt| {
        line.strip_prefix(prompt).is_some_and(|command| {
            COMMANDS.iter().any(|known| command.starts_with(known))
                && !command.ends_with([';', '{', '}'])
                && !(prompt.is_empty() && command.contains(" $"))
        })
    });
    told || named || windows || bare
}

fn prompt(lines: &mut Lines<'_>) -> bool {
    // A comment of the file can look like root's prompt: nginx passes over both.
    let holds_more = lines
        .iter()
        .any(|line| !is_prompt(line) && line.trim_end().ends_with([';', '{']));
    let mut any = false;
    for line in lines.iter_mut().filter(|_| holds_more) {
        if is_prompt(line) {
            any |= !line.trim_start().starts_with("# ");
            blank(line);
        }
    }
    any
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

fn line_numbers(lines: &mut Lines<'_>) -> bool {
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

/// A configuration inside a manifest: below a line such as `default.conf: |`, as far as lines are indented.
fn embedded(lines: &mut Lines<'_>) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let opens = |line: &str| {
        let line = line.trim_end();
        line.ends_with(": |")
            || line.ends_with(": |-")
            || line.ends_with(": >-")
            || line.ends_with(": |+")
    };
    let is_yaml = lines.iter().any(|line| {
        let line = line.trim_end();
        line.starts_with("apiVersion:")
            || line.starts_with("services:")
            || line.starts_with("data:")
            || opens(line)
    });
    let is_nginx = |line: &str| {
        let line = line.trim();
        (line.starts_with("server") || line.starts_with("location") || line.starts_with("http"))
            && line.ends_with('{')
            || line.starts_with("proxy_") && line.ends_with(';')
    };
    if !is_yaml || !lines.iter().any(|line| opens(line)) || !lines.iter().any(|line| is_nginx(line))
    {
        return false;
    }
    let mut inside: Option<usize> = None;
    for line in lines {
        if let Some(outer) = inside {
            if line.trim().is_empty() || indent(line) > outer {
                continue;
            }
            inside = None;
        }
        if opens(line) {
            inside = Some(indent(line));
        }
        blank(line);
    }
    true
}

/// A comment that stands for what was left out: `# ... other settings`.
fn is_comment_of_dots(line: &str) -> bool {
    line.trim_start().strip_prefix('#').is_some_and(|comment| {
        let comment = comment.trim_start();
        comment.starts_with("...") || comment.starts_with('…')
    })
}

fn is_ellipsis(line: &str) -> bool {
    let inner = line
        .trim()
        .trim_start_matches(['#', ' ', '[', '(', '<', '/'])
        .trim_end_matches([']', ')', '>', ';', ' ', '/']);
    let inner = inner.trim_matches(['.', '…', ' ', '-']);
    let has_dots = line.contains("...") || line.contains('…');
    let snipped = matches!(
        inner.to_ascii_lowercase().as_str(),
        "snip" | "snipped" | "cut" | "truncated" | "omitted" | "etc"
    );
    (has_dots && inner.is_empty())
        || (snipped && !line.trim_end().ends_with(';') && !line.contains('{'))
        || is_comment_of_dots(line)
}

fn ellipsis(lines: &mut Lines<'_>) -> bool {
    const WITHIN: [&str; 4] = ["{ ... }", "{...}", "{ … }", "{…}"];
    let mut any = false;
    for line in lines {
        if is_ellipsis(line) {
            blank(line);
            any = true;
        } else if WITHIN.iter().any(|dots| line.contains(dots)) {
            let mut plain = line.to_string();
            for dots in WITHIN {
                plain = plain.replace(dots, "{ }");
            }
            *line = Cow::Owned(plain);
            any = true;
        }
    }
    any
}

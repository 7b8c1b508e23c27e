//! What people paste beside a configuration: sentences, prompts and commands, marks for what they left out.

use std::borrow::Cow;

use super::{Lines, blank};

/// Whether a line is one of a sentence, and none of nginx's.
fn is_sentence(line: &str) -> bool {
    let line = line.trim();
    let words = line.split_whitespace().count();
    !line.starts_with('#')
        && !line.ends_with([';', '{', '}'])
        && (words > 1
            && (line.ends_with([':', '.', '?', '!', ','])
                || line.starts_with(|c: char| c.is_uppercase()))
            || words > 2 && line.chars().all(|c| c.is_alphabetic() || c == ' '))
}

/// Sentences before the first line of the configuration and behind its last one.
pub(super) fn prose(lines: &mut Lines<'_>) -> bool {
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
    told || named || windows || bare || is_heading(line)
}

/// The name of a file above what stands in it: `/etc/nginx/conf.d/app.conf:`, `==> app.conf <==`.
fn is_heading(line: &str) -> bool {
    let bare = line
        .strip_prefix("==> ")
        .and_then(|rest| rest.strip_suffix(" <=="))
        .or_else(|| line.strip_suffix(':'));
    bare.is_some_and(|name| {
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b));
        is_name && (name.starts_with('/') || name.ends_with(".conf"))
    })
}

pub(super) fn prompt(lines: &mut Lines<'_>) -> bool {
    // A comment of the file can look like root's prompt: nginx passes over both.
    let holds_more = lines
        .iter()
        .any(|line| !is_prompt(line) && line.trim_end().ends_with([';', '{', '}']));
    let mut any = false;
    for line in lines.iter_mut().filter(|_| holds_more) {
        if is_prompt(line) {
            any |= !line.trim_start().starts_with("# ");
            blank(line);
        }
    }
    any
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

pub(super) fn ellipsis(lines: &mut Lines<'_>) -> bool {
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

//! What stands before a line's own text: marks of mails and web pages, names of services and containers, times, hosts, tags.

use crate::logs::time::{self, Stamp};

/// What stands before the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Head {
    /// Where the text begins.
    pub end: usize,
    /// The name of the service or container.
    pub unit: Option<String>,
    /// When the line was written.
    pub stamp: Option<Stamp>,
    /// Whether the prefix shows that an entry begins.
    pub is_head: bool,
}

/// Longer names do not occur; a longer word is the text itself.
const LONGEST_NAME: usize = 100;

/// Reads what stands before the text.
pub(super) fn read(text: &str) -> Head {
    let mut head = Head::default();
    // Each turn takes one prefix off; more do not nest.
    for _ in 0..8 {
        let rest = text.get(head.end..).unwrap_or_default();
        let Some(taken) = marks(rest)
            .or_else(|| compose(rest, &mut head))
            .or_else(|| kubectl(rest, &mut head))
            .or_else(|| syslog(rest, &mut head))
            .or_else(|| stamped(rest, &mut head))
        else {
            break;
        };
        head.end += taken;
    }
    head
}

/// Blanks, quotation marks of mails, fences and quotation marks around the whole line.
fn marks(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches([' ', '\t', '`']);
    let rest = rest.strip_prefix("> ").unwrap_or(rest);
    let rest = rest.strip_prefix(">").unwrap_or(rest);
    let is_quoted = |mark: char| {
        let end = rest.trim_end_matches(',');
        rest.starts_with(mark) && end.len() > 1 && end.ends_with(mark)
    };
    let rest = match rest.strip_prefix(['"', '\'']) {
        Some(inner) if is_quoted('"') || is_quoted('\'') => inner,
        Some(_) | None => rest,
    };
    (rest.len() < text.len()).then_some(text.len() - rest.len())
}

/// `web_1  | `, `stack_web.1.si3c4s8mwvd6@host1 | `, `0|app  | `, `nginx.1     | `.
fn compose(text: &str, head: &mut Head) -> Option<usize> {
    let name = text
        .bytes()
        .take(LONGEST_NAME)
        .take_while(|b| b.is_ascii_alphanumeric() || b"_-.@/:".contains(b))
        .count();
    let bytes = text.as_bytes();
    let mut at = name;
    if at > 0 && bytes.get(at) == Some(&b'|') && text.get(..at)?.bytes().all(|b| b.is_ascii_digit())
    {
        // PM2's number before the name.
        at += 1;
        at += bytes
            .iter()
            .skip(at)
            .take(LONGEST_NAME)
            .take_while(|b| !b" |".contains(b))
            .count();
    }
    let name_end = at;
    at += bytes
        .iter()
        .skip(at)
        .take(LONGEST_NAME)
        .take_while(|b| **b == b' ')
        .count();
    let is_separated =
        bytes.get(at) == Some(&b'|') && matches!(bytes.get(at + 1), Some(b' ') | None);
    if name == 0 || !is_separated {
        return None;
    }
    let unit = text.get(..name_end)?;
    head.unit = Some(unit.rsplit('|').next().unwrap_or(unit).to_owned());
    head.is_head = true;
    // The number behind a bar is a delivery network's error in a page's title.
    let after = text.get(at + 1..)?.trim_start();
    let is_title = after.len() > 4
        && after.bytes().take(3).all(|b| b.is_ascii_digit())
        && after.as_bytes().get(3) == Some(&b':');
    (!is_title).then_some(at + 1)
}

/// `[pod/web-7d4b9c-x2x4v/nginx] ` of `kubectl logs --prefix`.
fn kubectl(text: &str, head: &mut Head) -> Option<usize> {
    let end = text.strip_prefix("[pod/")?.find(']')? + "[pod/".len();
    let name = text
        .get("[pod/".len()..end)
        .filter(|name| name.len() < LONGEST_NAME)?;
    head.unit = Some(name.to_owned());
    head.is_head = true;
    Some(end + 1)
}

/// `Mar  1 10:00:00 host nginx[7]: `, `<27>1 2026-03-01T10:00:00Z host nginx 7 - - `, `2026-03-01T10:00:00+0000 host nginx[7]: `.
fn syslog(text: &str, head: &mut Head) -> Option<usize> {
    let (priority, is_new) = match text.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        Some((number, rest)) if number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()) => {
            let is_new = rest.starts_with("1 ");
            (number.len() + 2 + usize::from(is_new) * 2, is_new)
        }
        Some(_) | None => (0, false),
    };
    let rest = text.get(priority..)?;
    let begins = rest.bytes().next()?;
    if !begins.is_ascii_alphanumeric() {
        return None;
    }
    // The time stands at the very beginning.
    let (stamp, end) = time::find(rest.get(..rest.len().min(40)).unwrap_or(rest))?;
    let after_time = rest.get(end..)?;
    let after_time = after_time.strip_prefix('Z').unwrap_or(after_time);
    if rest.get(..end)?.contains(['[', '"']) || !after_time.starts_with(' ') {
        return None;
    }
    let from = text.len() - after_time.len();
    let mut at = from;
    for _ in 0..2 {
        let word_start = at + text.get(at..)?.bytes().take_while(|b| *b == b' ').count();
        let word = text.get(word_start..)?.split(' ').next()?;
        let word_end = word_start + word.len();
        if let Some(tag) = word.strip_suffix(':') {
            let name = tag.split('[').next().unwrap_or(tag);
            let is_name = !name.is_empty()
                && name.len() < LONGEST_NAME
                && name
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_./@()".contains(&b));
            // "ERROR:" is a level, "7#7:" nginx's process.
            if !is_name || name.bytes().all(|b| b.is_ascii_uppercase()) {
                return None;
            }
            head.unit = Some(name.to_owned());
            head.stamp = Some(stamp);
            head.is_head = true;
            // The tag stays in the text: patterns know programs by it.
            return Some(word_start);
        }
        if is_new && at != from {
            head.unit = Some(word.to_owned());
            head.stamp = Some(stamp);
            head.is_head = true;
            return Some(word_end);
        }
        at = word_end;
    }
    None
}

/// `2026-03-01T10:00:00.123456789Z ` of `docker logs --timestamps`, also with `stderr F ` of the container runtime behind.
fn stamped(text: &str, head: &mut Head) -> Option<usize> {
    let (first, rest) = text.split_once(' ')?;
    let is_stamp = first.len() >= 20 && first.as_bytes().get(10) == Some(&b'T') && first.len() < 40;
    if !is_stamp {
        return None;
    }
    let (stamp, _) = time::find(first)?;
    head.stamp = Some(stamp);
    head.is_head = true;
    let rest = ["stdout F ", "stderr F ", "stdout P ", "stderr P "]
        .into_iter()
        .find_map(|stream| rest.strip_prefix(stream))
        .unwrap_or(rest);
    Some(text.len() - rest.len())
}

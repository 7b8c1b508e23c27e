//! The termination state of HAProxy's lines.
//!
//! The state's first letter tells who ended the session (C: the visitor, S: the server, P: HAProxy, s and c: time was up),
//! the second what it was doing then (R: the request, Q: the queue, C: connecting, H: the headers, D: the data).
//! Source: HAProxy's configuration manual, "Session state at disconnection".

/// The two letters that begin a termination state and the status before it, where the line has one: a word of two or four
/// letters before the counts of connections, as in `503 217 - - SC-- 3/1/0/0/3`.
pub(in crate::logs) fn termination(line: &str) -> Option<(&str, Option<u16>)> {
    let mut before = [""; 4];
    let mut words = line.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        if is_state(word) && words.peek().is_some_and(|next| is_counts(next)) {
            let [status, ..] = before;
            let status = (status.len() == 3).then(|| status.parse().ok()).flatten();
            // "LR" is an answer of HAProxy's own: a redirect, a page, or a refusal, as the status tells.
            let state = match (word.get(..2)?, status) {
                ("LR", Some(100..=399)) => "--",
                (state, _) => state,
            };
            return Some((state, status));
        }
        let [_, a, b, c] = before;
        before = [a, b, c, word];
    }
    None
}

fn is_state(word: &str) -> bool {
    let allowed = ["CSPLRIUKDcs-", "RQCHDLTd-", "NIDVEOU-", "NIURPD-"];
    matches!(word.len(), 2 | 4)
        && word
            .bytes()
            .zip(allowed)
            .all(|(byte, set)| set.as_bytes().contains(&byte))
}

/// Five numbers with strokes between.
fn is_counts(word: &str) -> bool {
    word.split('/').count() == 5
        && word.split('/').all(|number| {
            let digits = number.strip_prefix('+').unwrap_or(number);
            !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
        })
}

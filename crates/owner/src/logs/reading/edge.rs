//! The numbers of Cloudflare's own errors: 520 to 530, and 1000 to 1102 beside them.
//!
//! Such digits stand in many lines, so a number counts only where a network names its error: "Error 522", "error code: 522",
//! "522: Connection timed out", a status in a response line or in Cloudflare's own fields.

/// What stands before a number of three digits, in lower case.
const BEFORE: &[&str] = &[
    "error code: ",
    "error code ",
    "error ",
    "edgeresponsestatus\":",
    "edgeresponsestatus=",
    "http/1.1 ",
    "http/2 ",
    "http/3 ",
    "cloudflare ",
    "| ",
];

/// What stands before a number of four digits, which other programs use, too.
const BEFORE_LONG: &[&str] = &["error code: ", "error code ", "error "];

const CODES: &[&str] = &[
    "520", "521", "522", "523", "524", "525", "526", "527", "530",
];
const LONG_CODES: &[&str] = &[
    "1000", "1001", "1002", "1003", "1006", "1007", "1008", "1009", "1010", "1011", "1012", "1013",
    "1014", "1015", "1016", "1018", "1019", "1020", "1033", "1034", "1042", "1101", "1102",
];

/// The code of a delivery network that a line names.
pub(in crate::logs) fn code(line: &str) -> Option<&'static str> {
    // Such lines are short; a page or a JSON line names its error early.
    const LONGEST: usize = 4_000;
    let line = match line.char_indices().nth(LONGEST) {
        Some((at, _)) => line.get(..at).unwrap_or_default(),
        None => line,
    };
    // Nine in ten lines have no such number at all.
    if !line.contains("52")
        && !line.contains("530")
        && !line.contains("10")
        && !line.contains("110")
    {
        return None;
    }
    let line = line.to_ascii_lowercase();
    let long = find(&line, BEFORE_LONG, LONG_CODES);
    long.or_else(|| find(&line, BEFORE, CODES))
}

fn find(line: &str, before: &[&str], codes: &'static [&'static str]) -> Option<&'static str> {
    before.iter().find_map(|before| {
        line.match_indices(before).find_map(|(at, _)| {
            let after = line.get(at + before.len()..)?;
            let code = codes.iter().find(|code| after.starts_with(**code))?;
            let next = after.chars().nth(code.len());
            let is_whole = !next
                .is_some_and(|next| next.is_ascii_alphanumeric() || next == '.' || next == '/');
            // MySQL counts its errors from 1000 on as well, with a state behind: "ERROR 1016 (HY000)".
            let is_database = after
                .get(code.len()..)
                .is_some_and(|rest| rest.starts_with(" (h"));
            (is_whole && !is_database).then_some(*code)
        })
    })
}

//! Reading JSON that somebody else wrote. Whatever is missing or of another type than expected reads as absent, so that one
//! odd member does not spoil the rest of an answer.
//!
//! An answer is read into a [`Value`]: a member that is not there indexes as null, and so do the members of what is no
//! object, such as an array. What counts as an answer at all is left to the reader.

use serde_json::Value;

/// Reads an object. `None` where the text is not JSON or not an object. Of members with the same name the last one counts.
#[must_use]
pub fn object(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().filter(Value::is_object)
}

/// A text; empty where it is none.
#[must_use]
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A whole number that fits its type.
#[must_use]
pub fn number<T: TryFrom<u64>>(value: &Value) -> Option<T> {
    value.as_u64()?.try_into().ok()
}

/// The items of a list; none where there is no list.
#[must_use]
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A text, or the texts of a list: several services write one value as a text and more of them as a list.
#[must_use]
pub fn one_or_more(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        other => list(other).iter().filter_map(Value::as_str).collect(),
    }
}

/// Control characters, and those that only steer how others are written.
#[must_use]
pub const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_another_type_are_absent_and_the_rest_is_read() {
        for (json, server, sizes, cookies) in [
            (r#"{"code":7}"#, "", vec![], vec![]),
            (
                r#"{"code":7,"server":"nginx","sizes":[{"bytes":1},{"bytes":2}],"cookies":"a"}"#,
                "nginx",
                vec![Some(1), Some(2)],
                vec!["a"],
            ),
            (
                r#"{"code":7,"server":["nginx"],"sizes":[{"bytes":1},[2],{"bytes":-3}],"cookies":["a",1,"b"]}"#,
                "",
                vec![Some(1), None, None],
                vec!["a", "b"],
            ),
            (
                r#"{"code":7,"server":null,"sizes":{},"cookies":{}}"#,
                "",
                vec![],
                vec![],
            ),
        ] {
            let answer = object(json).expect("an object");
            assert_eq!(number(&answer["code"]), Some(7_u16), "{json}");
            assert_eq!(text(&answer["server"]), server, "{json}");
            let bytes = |size: &Value| number(&size["bytes"]);
            let read: Vec<Option<u32>> = list(&answer["sizes"]).iter().map(bytes).collect();
            assert_eq!(read, sizes, "{json}");
            assert_eq!(one_or_more(&answer["cookies"]), cookies, "{json}");
        }
    }

    #[test]
    fn a_number_is_whole_and_fits_its_type() {
        for json in [
            "{}",
            r#"{"code":"7"}"#,
            r#"{"code":7.5}"#,
            r#"{"code":70000}"#,
            r#"{"code":-7}"#,
        ] {
            let answer = object(json).expect("an object");
            assert_eq!(number::<u16>(&answer["code"]), None, "{json}");
        }
    }

    #[test]
    fn nothing_but_an_object_is_an_answer() {
        for text in ["", "7", "[7]", &"[".repeat(100_000)] {
            let shown: String = text.chars().take(40).collect();
            assert_eq!(object(text), None, "{shown}");
        }
    }
}

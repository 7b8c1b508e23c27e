//! JSON in and out. It is read by a parser that does not recurse and costs few bytes; answers are untrusted: whatever is
//! missing or of another type reads as absent. It is written here, for what we say ourselves: every library's way to print
//! fractions brings a table of ten kilobytes that no compression makes smaller.

use miniserde::json::{self, Array, Number, Object};

use crate::decimal::hundredths;
use crate::text::contains;

pub use miniserde::json::Value;

/// Reads a text; `None` when it is no JSON.
#[must_use]
pub fn read(text: &str) -> Option<Value> {
    json::from_str(text).ok()
}

/// Writes a value of our own, on one line; fractions to two digits. Not for values that were read: they may be nested without
/// end.
#[must_use]
pub fn write(value: &Value) -> String {
    let mut text = String::new();
    put(&mut text, value);
    text
}

fn put(text: &mut String, value: &Value) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(Number::U64(number)) => text.push_str(&number.to_string()),
        Value::Number(Number::I64(number)) => text.push_str(&number.to_string()),
        Value::Number(Number::F64(fraction)) => text.push_str(&hundredths(*fraction)),
        Value::String(string) => put_text(text, string),
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                put(text, item);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (at, (name, value)) in members.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                put_text(text, name);
                text.push(':');
                put(text, value);
            }
            text.push('}');
        }
    }
}

fn put_text(text: &mut String, string: &str) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            // By hand: the library's way to print hexadecimals would be here for this alone.
            '\0'..='\x1f' => {
                text.push_str("\\u00");
                let digit = |number| char::from_digit(number, 16).unwrap_or('0');
                text.extend([digit(character as u32 / 16), digit(character as u32 % 16)]);
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

/// The member of an object at the end of a path of names.
#[must_use]
pub fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| match value {
        Value::Object(object) => object.get(*name),
        _ => None,
    })
}

/// The text at the end of a path.
#[must_use]
pub fn text<'a>(value: &'a Value, path: &[&str]) -> Option<&'a str> {
    match at(value, path)? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The whole number at the end of a path, where it fits.
#[must_use]
pub fn number<N: TryFrom<u64>>(value: &Value, path: &[&str]) -> Option<N> {
    match at(value, path)? {
        Value::Number(Number::U64(number)) => N::try_from(*number).ok(),
        _ => None,
    }
}

/// The items of the list at the end of a path; none where there is no list.
#[must_use]
pub fn items<'a>(value: &'a Value, path: &[&str]) -> &'a [Value] {
    match at(value, path) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

/// An object of these members.
#[must_use]
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Object {
    let mut object = Object::new();
    // One by one: collecting would bring a sorting algorithm for each kind of member.
    for (name, value) in members {
        object.insert(name.to_owned(), value);
    }
    object
}

/// A list of these items.
pub(crate) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(items.into_iter().collect::<Array>())
}

/// A text.
#[must_use]
pub fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// A whole number.
#[must_use]
pub fn whole(number: impl Into<u64>) -> Value {
    Value::Number(Number::U64(number.into()))
}

/// A probability.
pub(crate) fn probability(probability: f64) -> Value {
    Value::Number(Number::F64(probability))
}

/// Whether a text, or one of a list of texts, contains something.
pub(crate) fn mentions(value: &Value, part: &str) -> bool {
    match value {
        Value::String(text) => contains(text, part),
        Value::Array(items) => items
            .iter()
            .any(|item| matches!(item, Value::String(text) if contains(text, part))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_by_a_real_parser() {
        let value = Value::Object(object([
            ("quotes \" and \\", string("line\nbreak \u{1} ü \u{202e}")),
            ("whole", whole(u64::MAX)),
            ("fraction", probability(0.974)),
            ("sure", probability(1.0)),
            ("list", list([Value::Null, Value::Bool(true), list([])])),
        ]));
        let read: serde_json::Value = serde_json::from_str(&write(&value)).expect("JSON");
        let expected = serde_json::json!({
            "quotes \" and \\": "line\nbreak \u{1} ü \u{202e}",
            "whole": u64::MAX,
            "fraction": 0.97,
            "sure": 1.0,
            "list": [null, true, []],
        });
        assert_eq!(read, expected);
    }
}

//! JSON in and out, by a parser that does not recurse and costs few bytes. Answers are untrusted: whatever is missing or of
//! another type reads as absent.

use miniserde::json::{self, Array, Number, Object};

pub(crate) use miniserde::json::Value;

/// Reads a text; `None` when it is no JSON.
pub(crate) fn read(text: &str) -> Option<Value> {
    json::from_str(text).ok()
}

/// Writes a value, on one line.
pub(crate) fn write(value: &Value) -> String {
    json::to_string(value)
}

/// The member of an object at the end of a path of names.
pub(crate) fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| match value {
        Value::Object(object) => object.get(*name),
        _ => None,
    })
}

/// The text at the end of a path.
pub(crate) fn text<'a>(value: &'a Value, path: &[&str]) -> Option<&'a str> {
    match at(value, path)? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The whole number at the end of a path, where it fits.
pub(crate) fn number<N: TryFrom<u64>>(value: &Value, path: &[&str]) -> Option<N> {
    match at(value, path)? {
        Value::Number(Number::U64(number)) => N::try_from(*number).ok(),
        _ => None,
    }
}

/// The items of the list at the end of a path; none where there is no list.
pub(crate) fn items<'a>(value: &'a Value, path: &[&str]) -> &'a [Value] {
    match at(value, path) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

/// An object of these members.
pub(crate) fn object<const N: usize>(members: [(&str, Value); N]) -> Object {
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
pub(crate) fn string(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// A whole number.
pub(crate) fn whole(number: impl Into<u64>) -> Value {
    Value::Number(Number::U64(number.into()))
}

/// A probability, to two digits.
pub(crate) fn probability(probability: f64) -> Value {
    Value::Number(Number::F64((probability * 100.0).round() / 100.0))
}

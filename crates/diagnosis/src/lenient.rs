//! Reading JSON that somebody else wrote. Whatever is missing or of another type than expected reads as absent, so that one
//! odd member does not spoil the rest of an answer.
//!
//! Structs derive `Deserialize` and name these functions in `#[serde(default, deserialize_with = "…")]`. What counts as an
//! answer at all is left to them: a member without `default` must be there and of its type. A derived struct would also read
//! an array as its members in their order: where a struct stands in another, `object` and `list` take objects alone.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Value};

/// Reads an object. `None` where the text is not JSON, not an object, or lacks a member that `T` requires. Of members with the
/// same name the last one counts.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let object: Map<String, Value> = serde_json::from_str(text).ok()?;
    T::deserialize(Value::Object(object)).ok()
}

/// A member that must be there and be an object.
///
/// # Errors
/// The input is not JSON, not an object, or lacks a member that `T` requires.
pub fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let object = Map::deserialize(deserializer)?;
    T::deserialize(Value::Object(object)).map_err(D::Error::custom)
}

/// A member that reads as its default where it is of another type.
///
/// # Errors
/// Only where the input is not JSON.
pub fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = Value::deserialize(deserializer)?;
    Ok(T::deserialize(value).unwrap_or_default())
}

/// A list of objects. Items that are none, or of another type, read as their default; empty where there is no list.
///
/// # Errors
/// Only where the input is not JSON.
pub fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let items: Vec<Value> = or_default(deserializer)?;
    Ok(items
        .into_iter()
        .map(|item| match item {
            Value::Object(_) => T::deserialize(item).unwrap_or_default(),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => T::default(),
        })
        .collect())
}

/// A text, or the texts of a list: several services write one value as a text and more of them as a list.
///
/// # Errors
/// Only where the input is not JSON.
pub fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => vec![text],
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    struct Size {
        bytes: u32,
    }

    #[derive(Debug, Default, PartialEq, serde::Deserialize)]
    struct Answer {
        code: u16,
        #[serde(default, deserialize_with = "or_default")]
        server: Option<String>,
        #[serde(default, deserialize_with = "list")]
        sizes: Vec<Size>,
        #[serde(default, deserialize_with = "one_or_more")]
        cookies: Vec<String>,
    }

    #[test]
    fn members_of_another_type_are_absent_and_the_rest_is_read() {
        for (text, server, sizes, cookies) in [
            (r#"{"code":7}"#, None, vec![], vec![]),
            (
                r#"{"code":7,"server":"nginx","sizes":[{"bytes":1},{"bytes":2}],"cookies":"a"}"#,
                Some("nginx"),
                vec![1, 2],
                vec!["a"],
            ),
            (
                r#"{"code":7,"server":["nginx"],"sizes":[{"bytes":1},[2],{"bytes":-3}],"cookies":["a",1,"b"]}"#,
                None,
                vec![1, 0, 0],
                vec!["a", "b"],
            ),
            (
                r#"{"code":7,"server":null,"sizes":{},"cookies":{}}"#,
                None,
                vec![],
                vec![],
            ),
        ] {
            let expected = Answer {
                code: 7,
                server: server.map(str::to_owned),
                sizes: sizes.into_iter().map(|bytes| Size { bytes }).collect(),
                cookies: cookies.into_iter().map(str::to_owned).collect(),
            };
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn an_array_is_no_object() {
        #[derive(Debug, serde::Deserialize)]
        struct Outer {
            #[serde(deserialize_with = "object")]
            size: Size,
        }
        assert_eq!(
            read::<Outer>(r#"{"size":{"bytes":1}}"#).map(|outer| outer.size),
            Some(Size { bytes: 1 })
        );
        assert!(read::<Outer>(r#"{"size":[1]}"#).is_none());
    }

    #[test]
    fn a_required_member_must_be_there_and_of_its_type() {
        for text in [
            "",
            "7",
            "[7]",
            "{}",
            r#"{"code":"7"}"#,
            r#"{"code":7.5}"#,
            r#"{"code":70000}"#,
            &"[".repeat(100_000),
        ] {
            let shown: String = text.chars().take(40).collect();
            assert_eq!(read::<Answer>(text), None, "{shown}");
        }
    }
}

//! A language's texts, found by their English: the file that the build writes for widget and configurator. Fetching it is left
//! to them.

use serde_json::{Map, Value};

/// A language: what a file has, and English for all else.
#[derive(Clone, Debug, Default)]
pub struct Said(Map<String, Value>);

impl Said {
    /// Reads a file: an object from English texts to translated ones. What is no such thing says everything in English.
    #[must_use]
    pub fn read(file: &str) -> Said {
        Said(serde_json::from_str(file).unwrap_or_default())
    }

    /// A text.
    #[must_use]
    pub fn text<'a>(&'a self, english: &'a str) -> &'a str {
        let said = self.0.get(english).and_then(Value::as_str);
        said.unwrap_or(english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_translated_is_english() {
        let german = Said::read(r#"{"Check {host}":"{host} prüfen","Odd":["x"]}"#);
        assert_eq!(german.text("Check {host}"), "{host} prüfen");
        assert_eq!(german.text("Odd"), "Odd");
        assert_eq!(german.text("All details"), "All details");
        for nothing in ["", "[]", "<html>"] {
            assert_eq!(Said::read(nothing).text("All details"), "All details");
        }
    }
}

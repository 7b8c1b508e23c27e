//! The owner's own word on an incident: `/.well-known/whichside.json`, version 1, served by the front server while the
//! application is dead. It is a claim, never a measurement, and untrusted text: bounded, and read leniently. What an owner writes
//! is made into one by `draft`.
//!
//! Its JSON schema is `public/schema/whichside-1.json`. The checker reads it by this, the error page's script by `read` of
//! `boot/error-page/word.ts`: `tests/error-page` has both read the same files. Fetching is left to them.

use serde::Serialize;
use serde_json::Value;

use crate::address::{WebAddress, is_mailbox};
use crate::escape::remark;

/// A larger file is not read.
pub const MAX_BYTES: usize = 8_192;
/// The version that is written and understood.
pub(crate) const SCHEMA: u32 = 1;
/// The longest title, in characters.
pub(crate) const MAX_TITLE: usize = 200;
/// The most regions, and the longest name of one.
pub(crate) const MAX_REGIONS: usize = 20;
pub(crate) const MAX_REGION: usize = 60;

/// The longest address, in characters.
const MAX_ADDRESS: usize = 2_048;

/// The file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// The version.
    pub schema: u32,
    /// What is wrong, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
    /// The support's address, of the web by https or of mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support: Option<String>,
    /// The status page's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_page: Option<String>,
    /// An address of the site that is well, to compare with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub healthy_url: Option<String>,
}

/// What is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Incident {
    /// In a sentence.
    pub title: String,
    /// Since when: a date and time by RFC 3339, in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<String>,
    /// Until when, as the owner hopes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// Where; none means everywhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
}

impl Statement {
    /// Reads a file: nothing where it is too large, no JSON or of another version. What cannot be used in it is left out.
    #[must_use]
    pub fn read(text: &str) -> Option<Statement> {
        if text.len() > MAX_BYTES {
            return None;
        }
        // Some editors begin a file with a mark.
        let said: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
        if said.get("schema")? != &Value::from(SCHEMA) {
            return None;
        }
        Some(Statement {
            schema: SCHEMA,
            incident: said.get("incident").and_then(Incident::read),
            support: line(&said, "support", MAX_ADDRESS).filter(|text| is_support(text)),
            status_page: link(&said, "statusPage"),
            healthy_url: link(&said, "healthyUrl"),
        })
    }

    /// The file's text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

impl Incident {
    /// Reads it: nothing where it has no title.
    fn read(said: &Value) -> Option<Incident> {
        let regions = said.get("regions").and_then(Value::as_array);
        let time = |name| line(said, name, MAX_ADDRESS).filter(|text| is_time(text));
        Some(Incident {
            title: line(said, "title", MAX_TITLE)?,
            started: time("started"),
            expected: time("expected"),
            regions: regions
                .into_iter()
                .flatten()
                .take(MAX_REGIONS)
                .filter_map(|region| clean(region.as_str()?, MAX_REGION))
                .collect(),
        })
    }
}

/// A text of an object, on one line; none where nothing is left of it.
fn line(object: &Value, name: &str, most: usize) -> Option<String> {
    clean(object.get(name)?.as_str()?, most)
}

/// A text without what is not printed and what turns the direction of others, cut after so many characters.
pub(crate) fn clean(text: &str, most: usize) -> Option<String> {
    let text: String = remark(text).trim().chars().take(most).collect();
    Some(text).filter(|text| !text.is_empty())
}

fn link(object: &Value, name: &str) -> Option<String> {
    line(object, name, MAX_ADDRESS).filter(|text| is_secure(text))
}

/// Whether it is an address that a link may have: by https alone.
#[must_use]
pub(crate) fn is_secure(text: &str) -> bool {
    WebAddress::read(text).is_some_and(|address| address.is_encrypted())
}

/// Whether it is an address of support: of mail, or of the web by https.
#[must_use]
pub(crate) fn is_support(text: &str) -> bool {
    is_mailbox(text) || is_secure(text)
}

/// Whether it is a time such as `2026-05-04T09:30:00Z`.
#[must_use]
pub fn is_time(text: &str) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00Z";
    let has_form = text.len() == FORM.len()
        && text.bytes().zip(FORM).all(|(b, form)| match form {
            b'0' => b.is_ascii_digit(),
            form => b == *form,
        });
    let number = |from: usize, to: usize| {
        text.get(from..to)
            .and_then(|digits| digits.parse::<u32>().ok())
            .unwrap_or(u32::MAX)
    };
    let year = number(0, 4);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match number(5, 7) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    has_form
        && (1..=days).contains(&number(8, 10))
        && number(11, 13) < 24
        && number(14, 16) < 60
        && number(17, 19) < 60
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"{"schema":1,"incident":{"title":"The checkout fails","started":"2026-05-04T09:30:00Z",
        "regions":["Europe"]},"support":"help@shop.example","statusPage":"https://status.shop.example/","new":7}"#;

    #[test]
    fn a_statement_is_read_as_it_is_written() {
        let read = Statement::read(WHOLE).unwrap();
        assert_eq!(read.incident.as_ref().unwrap().title, "The checkout fails");
        assert_eq!(Statement::read(&read.to_json()), Some(read));
    }

    #[test]
    fn what_cannot_be_used_is_left_out_and_what_is_none_is_no_statement() {
        let read = Statement::read(
            r#"{"schema":1,"incident":{"title":"a","started":"<b>soon</b>"},"support":"javascript:1","statusPage":"x"}"#,
        )
        .unwrap();
        assert_eq!(read.incident.unwrap().started, None);
        assert_eq!((read.support, read.status_page), (None, None));
        for text in ["", "[]", "{}", r#"{"schema":2}"#, r#"{"schema":"1"}"#] {
            assert_eq!(Statement::read(text), None, "{text}");
        }
        assert_eq!(
            Statement::read(&format!("{WHOLE}{}", " ".repeat(MAX_BYTES))),
            None
        );
    }

    #[test]
    fn a_wrong_field_costs_that_field_alone() {
        let read = Statement::read(
            r#"{"schema":1,"incident":{"title":"a","started":7,"regions":["Asia",8,null," "]},"support":[]}"#,
        );
        let incident = read.unwrap().incident.unwrap();
        assert_eq!(
            (incident.started, incident.regions),
            (None, vec!["Asia".to_owned()])
        );
        let read = Statement::read(r#"{"schema":1,"incident":7,"support":"help@shop.example"}"#);
        let read = read.unwrap();
        assert_eq!(read.incident, None);
        assert_eq!(read.support.as_deref(), Some("help@shop.example"));
    }

    #[test]
    fn links_are_taken_by_https_alone() {
        for (address, is_taken) in [
            ("https://status.shop.example/?a=b", true),
            ("http://status.shop.example/", false),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("//status.shop.example/", false),
            ("https://help@shop.example/", false),
            ("https://shop.example/\"onclick=alert(1)", false),
        ] {
            let text = serde_json::json!({
                "schema": 1, "support": address, "statusPage": address, "healthyUrl": address
            });
            let read = Statement::read(&text.to_string()).unwrap();
            for link in [read.support, read.status_page, read.healthy_url] {
                assert_eq!(link.is_some(), is_taken, "{address}");
            }
        }
    }

    #[test]
    fn a_text_stays_on_its_line_and_turns_nothing_round() {
        let title = "\u{feff}a\nb\u{202e}c\u{2028}d\u{61c}<b>".to_owned() + &"x".repeat(300);
        let text = serde_json::json!({ "schema": 1, "incident": { "title": title } });
        let read = Statement::read(&text.to_string()).unwrap();
        let title = read.incident.unwrap().title;
        assert!(title.starts_with("a b c d <b>xxx"), "{title}");
        assert_eq!(title.chars().count(), MAX_TITLE);
        assert!(Statement::read("\u{feff}{\"schema\":1}").is_some());
    }

    #[test]
    fn a_time_is_one_of_the_calendar() {
        for (text, is_one) in [
            ("2026-05-04T09:30:00Z", true),
            ("2028-02-29T23:59:59Z", true),
            ("2026-02-29T00:00:00Z", false),
            ("2026-13-01T00:00:00Z", false),
            ("2026-00-01T00:00:00Z", false),
            ("2026-04-31T00:00:00Z", false),
            ("2026-05-04T24:00:00Z", false),
            ("2026-05-04T09:60:00Z", false),
            ("2026-05-04T09:30:60Z", false),
            ("2026-05-04T09:30:00+02:00", false),
            ("2026-05-04 09:30:00Z", false),
            ("tomorrow", false),
        ] {
            assert_eq!(is_time(text), is_one, "{text}");
        }
    }

    #[test]
    fn the_published_schema_names_every_field() {
        let schema = include_str!("../../../public/schema/whichside-1.json");
        let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
        let whole = Statement {
            schema: 1,
            incident: Some(Incident {
                title: "a".into(),
                started: Some("2026-05-04T09:30:00Z".into()),
                expected: Some("2026-05-04T10:30:00Z".into()),
                regions: vec!["Europe".into()],
            }),
            support: Some("help@shop.example".into()),
            status_page: Some("https://status.shop.example/".into()),
            healthy_url: Some("https://shop.example/alive".into()),
        };
        let written = serde_json::to_value(&whole).unwrap();
        for (object, properties) in [
            (&written, &schema["properties"]),
            (
                &written["incident"],
                &schema["properties"]["incident"]["properties"],
            ),
        ] {
            let named: Vec<&String> = properties.as_object().unwrap().keys().collect();
            let written: Vec<&String> = object.as_object().unwrap().keys().collect();
            assert_eq!(named, written);
        }
    }
}

//! The owner's own word on an incident: `/.well-known/whichside.json`, version 1, served by the front server while the
//! application is dead. It is a claim, never a measurement, and untrusted text: bounded, and read leniently.
//!
//! Its JSON schema is `public/schema/whichside-1.json`. Fetching it is left to the error page's script.

use serde::{Deserialize, Serialize};

use crate::address::{WebAddress, is_mailbox};

/// A larger file is not read.
pub const MAX_BYTES: usize = 8_192;
/// The version that is written and understood.
const SCHEMA: u32 = 1;
/// The longest title, in characters.
const MAX_TITLE: usize = 200;
/// The most regions, and the longest name of one.
const MAX_REGIONS: usize = 20;
const MAX_REGION: usize = 60;

/// The file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Statement {
    /// The version.
    pub schema: u32,
    /// What is wrong, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<Incident>,
    /// The support's address, of the web or of mail.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
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
        let read: Statement = serde_json::from_str(text).ok()?;
        if read.schema != SCHEMA {
            return None;
        }
        let incident = read.incident.map(|incident| Incident {
            title: incident.title.chars().take(MAX_TITLE).collect(),
            started: incident.started.filter(|time| is_time(time)),
            expected: incident.expected.filter(|time| is_time(time)),
            regions: incident
                .regions
                .into_iter()
                .take(MAX_REGIONS)
                .map(|region| region.chars().take(MAX_REGION).collect())
                .collect(),
        });
        let web = |text: Option<String>| text.filter(|text| WebAddress::read(text).is_some());
        Some(Statement {
            schema: SCHEMA,
            incident: incident.filter(|incident| !incident.title.trim().is_empty()),
            support: read
                .support
                .filter(|text| is_mailbox(text) || WebAddress::read(text).is_some()),
            status_page: web(read.status_page),
            healthy_url: web(read.healthy_url),
        })
    }

    /// The statement of an incident, with the addresses of the settings.
    #[must_use]
    pub fn of_incident(incident: Incident, settings: &crate::Settings) -> Statement {
        let support = settings.support.as_deref();
        Statement {
            schema: SCHEMA,
            incident: Some(incident).filter(|incident| !incident.title.trim().is_empty()),
            support: support.map(|text| text.trim_start_matches("mailto:").to_owned()),
            status_page: settings
                .status_page
                .as_ref()
                .map(|address| address.as_str().to_owned()),
            healthy_url: None,
        }
    }

    /// The file's text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Whether it is a time such as `2026-05-04T09:30:00Z`.
#[must_use]
pub fn is_time(text: &str) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00Z";
    text.len() == FORM.len()
        && text.bytes().zip(FORM).all(|(b, form)| match form {
            b'0' => b.is_ascii_digit(),
            form => b == *form,
        })
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
        for text in [
            "",
            "[]",
            "{}",
            r#"{"schema":2}"#,
            r#"{"schema":1,"incident":7}"#,
        ] {
            assert_eq!(Statement::read(text), None, "{text}");
        }
        assert_eq!(
            Statement::read(&format!("{WHOLE}{}", " ".repeat(MAX_BYTES))),
            None
        );
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

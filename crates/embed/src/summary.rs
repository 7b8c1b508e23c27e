//! What a status page itself says of its site, read from the `summary.json` that such pages publish.
//!
//! It stands beside the verdict and never changes it: a status page is told by people, late, and by a site's own side. Names are
//! its owner's words, and so untrusted text. Fetching, and how much of it, is left to the widget.

use whichside_diagnosis::json::{self, Value};

/// Characters of an incident's name that are shown.
const LONGEST: usize = 140;

/// How bad a status page says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impact {
    /// All is well.
    None,
    /// A part, or now and then.
    Minor,
    /// Much of it.
    Major,
    /// All of it.
    Critical,
    /// Announced work.
    Maintenance,
}

impl Impact {
    /// Every impact.
    pub const ALL: [Impact; 5] = [
        Impact::None,
        Impact::Minor,
        Impact::Major,
        Impact::Critical,
        Impact::Maintenance,
    ];

    /// The name that status pages give it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Impact::None => "none",
            Impact::Minor => "minor",
            Impact::Major => "major",
            Impact::Critical => "critical",
            Impact::Maintenance => "maintenance",
        }
    }

    fn of_id(id: &str) -> Option<Impact> {
        Impact::ALL.into_iter().find(|impact| impact.id() == id)
    }
}

/// What a status page says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// How bad.
    pub impact: Impact,
    /// What it is called there, in plain characters; empty where nothing has a name.
    pub name: String,
}

impl Incident {
    /// Reads a summary; none where it is no such thing.
    #[must_use]
    pub fn read(text: &str) -> Option<Incident> {
        let summary = json::read(text)?;
        let overall = Impact::of_id(json::text(&summary, &["status", "indicator"])?)?;
        let named = |list: &str, ended: &[&str]| {
            json::items(&summary, &[list])
                .iter()
                .find(|entry| is_under_way(entry, ended))
                .map(|entry| {
                    let impact = json::text(entry, &["impact"]).and_then(Impact::of_id);
                    let name = plain(json::text(entry, &["name"]).unwrap_or_default());
                    (impact, name)
                })
        };
        let (impact, name) = named("incidents", &["resolved", "postmortem"])
            .or_else(|| named("scheduled_maintenances", &["scheduled", "completed"]))
            .unwrap_or_default();
        // An incident without an impact of its own is as bad as all of it.
        let impact = match impact {
            Some(Impact::None) | None => overall,
            Some(impact) => impact,
        };
        Some(Incident { impact, name })
    }
}

/// Of a list of incidents, or of works, what has begun and not ended.
fn is_under_way(entry: &Value, ended: &[&str]) -> bool {
    json::text(entry, &["status"]).is_some_and(|status| !ended.contains(&status))
}

/// Somebody's words as one short line, without characters that are not seen or that turn the line around.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        if length > 0 {
            plain.extend([' ']);
            length += 1;
        }
        for character in word.chars().filter(|character| !is_unseen(*character)) {
            if length >= LONGEST {
                plain.extend(['…']);
                return plain;
            }
            plain.extend([character]);
            length += 1;
        }
    }
    plain
}

/// Control characters, and those that only steer how others are written.
const fn is_unseen(character: char) -> bool {
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
    use serde_json::json;

    fn says(summary: &serde_json::Value) -> Option<Incident> {
        Incident::read(&summary.to_string())
    }

    #[test]
    fn an_incident_is_told_with_its_name() {
        let said = says(&json!({
            "page": { "name": "Shop" },
            "status": { "indicator": "major", "description": "Partial System Outage" },
            "incidents": [
                { "name": "Old", "status": "resolved", "impact": "critical" },
                { "name": "Checkout fails", "status": "investigating", "impact": "critical" },
            ],
        }));
        let expected = Incident {
            impact: Impact::Critical,
            name: "Checkout fails".to_owned(),
        };
        assert_eq!(said, Some(expected));
    }

    #[test]
    fn work_counts_once_it_has_begun() {
        let work = |status| {
            says(&json!({
                "status": { "indicator": "none" },
                "incidents": [],
                "scheduled_maintenances": [{ "name": "Database", "status": status, "impact": "maintenance" }],
            }))
            .map(|incident| (incident.impact, incident.name))
        };
        assert_eq!(
            work("in_progress"),
            Some((Impact::Maintenance, "Database".to_owned()))
        );
        assert_eq!(work("scheduled"), Some((Impact::None, String::new())));
    }

    #[test]
    fn no_incident_is_said_as_well() {
        let said = says(&json!({ "status": { "indicator": "none" }, "incidents": [] }));
        assert_eq!(
            said,
            Some(Incident {
                impact: Impact::None,
                name: String::new()
            })
        );
    }

    #[test]
    fn anything_else_is_no_summary() {
        for text in [
            "",
            "<h1>Status</h1>",
            "[]",
            "null",
            r#"{"status":"major"}"#,
            r#"{"status":{"indicator":1}}"#,
            r#"{"status":{"indicator":"terrible"}}"#,
            &"[".repeat(100_000),
        ] {
            let shown: String = text.chars().take(40).collect();
            assert_eq!(Incident::read(text), None, "{shown}");
        }
    }

    #[test]
    fn wrong_types_within_are_left_out() {
        let said = says(&json!({
            "status": { "indicator": "minor" },
            "incidents": [7, null, { "name": ["x"], "status": "identified", "impact": {} }],
            "scheduled_maintenances": "soon",
        }));
        assert_eq!(
            said,
            Some(Incident {
                impact: Impact::Minor,
                name: String::new()
            })
        );
    }

    #[test]
    fn a_name_is_one_short_line_of_characters_that_are_seen() {
        for (name, shown) in [
            ("  two\n\tlines ", "two lines"),
            ("\u{202e}desrever\u{202c}", "desrever"),
            ("a\u{200b}b\u{0}c\u{ad}", "abc"),
            ("<b>bold</b>", "<b>bold</b>"),
        ] {
            assert_eq!(plain(name), shown);
        }
        assert_eq!(plain(&"é".repeat(5_000)).chars().count(), LONGEST + 1);
    }
}

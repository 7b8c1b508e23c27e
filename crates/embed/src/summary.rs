//! What a status page itself says of its site, read from the `summary.json` that such pages publish
//! ([Statuspage's form](https://metastatuspage.com/api#summary), which others follow).
//!
//! It stands beside the verdict and never changes it: a status page is told by people, late, and by a site's own side. Names are
//! its owner's words, and so untrusted text. Fetching, and how much of it, is left to the widget.

use serde_json::Value;
use whichside_diagnosis::lenient;

/// Characters of an incident's name that are shown.
const MAX_NAME_CHARS: usize = 140;

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

    /// The impact of this name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Impact> {
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
        let summary = lenient::object(text)?;
        let overall = Impact::of_id(summary["status"]["indicator"].as_str()?)?;
        let incidents = Event::list(&summary["incidents"]);
        let works = Event::list(&summary["scheduled_maintenances"]);
        let under_way = first_under_way(&incidents, &["resolved", "postmortem"])
            .or_else(|| first_under_way(&works, &["scheduled", "completed"]));
        // An incident without an impact of its own is as bad as all of it.
        let own = under_way.and_then(|event| event.impact);
        Some(Incident {
            impact: own
                .filter(|impact| *impact != Impact::None)
                .unwrap_or(overall),
            name: under_way.map(|event| plain(event.name)).unwrap_or_default(),
        })
    }
}

/// An incident, or work that was announced.
struct Event<'a> {
    name: &'a str,
    status: Option<&'a str>,
    impact: Option<Impact>,
}

impl Event<'_> {
    fn of(event: &Value) -> Event<'_> {
        Event {
            name: lenient::text(&event["name"]),
            status: event["status"].as_str(),
            impact: Impact::of_id(lenient::text(&event["impact"])),
        }
    }

    fn list(events: &Value) -> Vec<Event<'_>> {
        lenient::list(events).iter().map(Event::of).collect()
    }
}

/// The first event that has begun and not ended: one whose status is told and is none of `others`.
fn first_under_way<'a>(events: &'a [Event<'a>], others: &[&str]) -> Option<&'a Event<'a>> {
    events
        .iter()
        .find(|event| event.status.is_some_and(|status| !others.contains(&status)))
}

/// Somebody's words as one short line, without characters that are not seen or that turn the line around.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let seen = |character: &char| !lenient::is_unseen(*character);
        word.chars().filter(seen).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(MAX_NAME_CHARS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
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
            r#"{"status":["major"]}"#,
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
            ("\u{feff} a \u{202e} b \u{0}", "a b"),
            ("<b>bold</b>", "<b>bold</b>"),
        ] {
            assert_eq!(plain(name), shown);
        }
        assert_eq!(
            plain(&"é".repeat(5_000)).chars().count(),
            MAX_NAME_CHARS + 1
        );
    }
}

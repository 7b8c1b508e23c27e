//! What a site says of itself: its status page's summary, and its own word on an incident.

use serde_json::json;
use whichside_diagnosis::lenient;
use whichside_embed::{Impact, Incident};
use whichside_error_page::statement::{MAX_BYTES, Statement, is_time};

use crate::{Reader, texts};

/// A status page's `summary.json`.
pub const SUMMARY: Reader = Reader {
    name: "summary",
    seeds: || {
        texts(&[
            r#"{"page":{"name":"Shop"},"status":{"indicator":"major"},"incidents":[{"name":"Old","status":"resolved","impact":"critical"},{"name":"Checkout fails","status":"investigating","impact":"critical"}]}"#,
            r#"{"status":{"indicator":"none"},"scheduled_maintenances":[{"name":"Database","status":"in_progress","impact":"maintenance"}]}"#,
        ])
    },
    check: summary,
};

fn summary(text: &str) {
    let Some(incident) = Incident::read(text) else {
        return;
    };
    let name = incident.name.as_str();
    assert!(name.chars().count() <= 141, "{name}");
    assert!(
        !name.chars().any(lenient::is_unseen) && !name.contains("  "),
        "{name}"
    );
    // What is shown is read the same again. An incident that is none is as bad as all of the site.
    let again = json!({
        "status": { "indicator": incident.impact.id() },
        "incidents": [{ "name": name, "status": "identified", "impact": Impact::None.id() }],
    });
    assert_eq!(Incident::read(&again.to_string()), Some(incident));
}

/// `/.well-known/whichside.json`.
pub const STATEMENT: Reader = Reader {
    name: "statement",
    seeds: || {
        texts(&[
            r#"{"schema":1,"incident":{"title":"The checkout fails","started":"2026-05-04T09:30:00Z","expected":"2026-05-04T10:30:00Z","regions":["Europe"]},"support":"help@shop.example","statusPage":"https://status.shop.example/","healthyUrl":"https://shop.example/alive"}"#,
            r#"{"schema":1,"support":"https://shop.example/help"}"#,
        ])
    },
    check: statement,
};

fn statement(text: &str) {
    let Some(statement) = Statement::read(text) else {
        return;
    };
    if let Some(incident) = &statement.incident {
        assert!(incident.title.chars().count() <= 200 && !incident.title.trim().is_empty());
        let times = [&incident.started, &incident.expected];
        assert!(times.into_iter().flatten().all(|time| is_time(time)));
        assert!(incident.regions.len() <= 20);
        assert!(
            incident
                .regions
                .iter()
                .all(|region| region.chars().count() <= 60)
        );
    }
    for address in [&statement.status_page, &statement.healthy_url]
        .into_iter()
        .flatten()
    {
        assert!(
            address.starts_with("https://") || address.starts_with("http://"),
            "{address}"
        );
    }
    let written = statement.to_json();
    if written.len() <= MAX_BYTES {
        assert_eq!(Statement::read(&written), Some(statement));
    }
}

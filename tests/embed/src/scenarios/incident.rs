//! A hostile `summary.json`: of whatever kind it is, the check ends as it does without, and what is shown of it is text.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::json;
use whichside_harness::namespaces::in_wan;

use crate::hosts::{self, EVIL, FORUM};
use crate::scene::{Scene, expect};
use crate::widget::{Frame, Widget, expect_verdict};

/// Where a body without an end is written; nginx asks there.
const ENDLESS_PORT: u16 = 8010;
/// The longest an incident may be.
const LONGEST: u64 = 140;

/// What a summary is, and whether an incident may be shown of it.
const SUMMARIES: [(&str, bool); 12] = [
    ("markup", true),
    ("bidi", true),
    ("long", true),
    ("types", false),
    ("prototype", false),
    ("huge", false),
    ("deep", false),
    ("endless", false),
    // Browsers follow it where each answer allows to be read.
    ("redirect", true),
    ("wrong-cors", false),
    ("broken", false),
    ("no-json", false),
];

/// All kinds, a few at a time.
pub fn hostile(scene: &Scene<'_>) -> Result<()> {
    lay_out(scene)?;
    in_wan(write_without_end)?;
    for some in SUMMARIES.chunks(4) {
        scene.open(&format!("https://{FORUM}/plain.html"))?;
        let all: Vec<String> = some
            .iter()
            .map(|(name, _)| format!("https://{EVIL}/summary/{name}.json"))
            .collect();
        scene.ask(include_str!("../attacks/several-widgets.js"), &[json!(all)])?;
        let mut widgets = Vec::new();
        for (place, (name, _)) in some.iter().enumerate() {
            let widget = Widget::number(scene, place)?;
            widget
                .start()
                .with_context(|| format!("with the summary “{name}”"))?;
            widgets.push(widget);
        }
        for (widget, (name, may_show)) in widgets.iter().zip(some) {
            shown_as_text(scene, widget, *may_show)
                .with_context(|| format!("with the summary “{name}”"))?;
        }
    }
    Ok(())
}

fn shown_as_text(scene: &Scene<'_>, widget: &Widget<'_>, may_show: bool) -> Result<()> {
    let verdict = widget.inside(Frame::done)?;
    expect_verdict(&verdict, "theirs", "bad-gateway")?;
    let seen = widget.inside(|_| scene.ask(include_str!("../attacks/read-incident.js"), &[]))?;
    expect(
        "elements, scripts and dialogs of the summary's",
        json!([0, false]),
        seen["made"].clone(),
    )?;
    expect(
        "characters that turn the text round",
        json!(false),
        seen["turns"].clone(),
    )?;
    let length = seen["length"].as_u64().unwrap_or_default();
    if length > LONGEST {
        bail!("expected {LONGEST} characters of an incident at most, seen {length}: {seen}");
    }
    let is_shown = length > 0;
    if is_shown != may_show {
        bail!("expected an incident to be shown: {may_show}; seen {seen}");
    }
    let host = scene.ask("return [window.pwned === undefined, document.title]", &[])?;
    expect("the host", json!([true, "Trouble with the shop?"]), host)
}

/// Writes those that are too large to lie in a folder.
fn lay_out(scene: &Scene<'_>) -> Result<()> {
    let status = json!({ "indicator": "major", "description": "Partial outage" });
    let incident =
        |name: &str| json!({ "id": "1", "name": name, "status": "identified", "impact": "major" });
    let summary = |name: &str, more: serde_json::Value| {
        let mut all = json!({ "page": { "id": "1", "name": "Shop" }, "components": [],
            "incidents": [incident(name)], "scheduled_maintenances": [], "status": status });
        if let (Some(all), Some(more)) = (all.as_object_mut(), more.as_object()) {
            all.extend(more.clone());
        }
        all.to_string()
    };
    let markup = "</p><img src=x onerror=\"parent.pwned=window.pwned=1;alert(1)\"><script>alert(2)</script>{{constructor}}&lt;b&gt;";
    let bidi =
        "Down\u{202e}moc.live\u{202d}\u{2066}\u{2067}\u{200f}\u{0} again\u{feff}\r\n\u{1b}[31m";
    let types = json!({ "page": 1, "components": "x", "status": ["major"], "scheduled_maintenances": 0,
        "incidents": { "length": 1, "0": incident("x") } });
    let prototype = r#"{"__proto__":{"incidents":[{"name":"x","impact":"critical","status":"investigating"}],"status":{"indicator":"critical","description":"x"}}}"#;
    let files = [
        ("markup", summary(markup, json!({}))),
        ("bidi", summary(bidi, json!({}))),
        ("long", summary(&"Failing ".repeat(2_000), json!({}))),
        ("types", types.to_string()),
        ("prototype", prototype.to_owned()),
        (
            "huge",
            summary("Failing", json!({ "padding": "x".repeat(5_000_000) })),
        ),
        (
            "deep",
            format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
        ),
        ("wrong-cors", summary("Failing", json!({}))),
        ("goal", summary("Failing", json!({}))),
        (
            "no-json",
            "<!doctype html><title>Sign in</title><script>alert(3)</script>".to_owned(),
        ),
    ];
    std::fs::create_dir_all(scene.world.extra_host_folder(EVIL).join("site/summary"))?;
    for (name, text) in files {
        hosts::write(
            scene.world,
            EVIL,
            &format!("summary/{name}.json"),
            text.as_bytes(),
        )?;
    }
    Ok(())
}

/// A server that begins a summary and never ends it.
fn write_without_end() -> Result<()> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, ENDLESS_PORT)).context("the endless server")?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut stream = stream;
                let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"padding\":\"";
                let mut written = stream.write_all(head.as_bytes());
                let some = [b'x'; 4096];
                // Until its reader has had enough; slowly, as what is endless need not be fast.
                while written.is_ok() {
                    thread::sleep(std::time::Duration::from_millis(20));
                    written = stream.write_all(&some);
                }
            });
        }
    });
    Ok(())
}

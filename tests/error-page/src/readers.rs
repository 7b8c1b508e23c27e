//! The owner's word has two readers: the error page's script, and the checker by `crates/error-page`. Both take the same of it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use whichside_error_page::statement::Statement;
use whichside_harness::webdriver::Session;

/// Files as owners and others may write them. Their titles name them where they differ.
fn files() -> Vec<String> {
    let incident = |said: Value| json!({ "schema": 1, "incident": said }).to_string();
    let mut files = vec![
        r#"{"schema":1}"#.to_owned(),
        r#"{"schema":1,"incident":null,"support":null}"#.to_owned(),
        r#"{"schema":2,"incident":{"title":"a"}}"#.to_owned(),
        r#"{"schema":"1"}"#.to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        "{".to_owned(),
        String::new(),
        "\u{feff}{\"schema\":1,\"incident\":{\"title\":\"a mark\"}}".to_owned(),
        format!(
            "{{\"schema\":1,\"incident\":{{\"title\":\"blanks\"}}}}{}",
            " ".repeat(9_000)
        ),
        format!(
            "{{\"schema\":1,\"incident\":{{\"title\":\"fits\"}}}}{}",
            " ".repeat(8_000)
        ),
        r#"{"schema":1,"schema":2}"#.to_owned(),
        r#"{"schema":1,"__proto__":{"support":"help@shop.example"}}"#.to_owned(),
        incident(json!({ "title": "ü".repeat(300) })),
        incident(json!({ "title": "😀".repeat(300) })),
        incident(json!({ "title": " a\nb\u{202e}c\u{2066}\u{61c}\u{2028}<b>\u{feff} " })),
        incident(json!({ "title": "\u{202e}\n " })),
        incident(json!({ "title": 7, "regions": ["Europe"] })),
        incident(
            json!({ "title": "regions", "regions": ["Europe", 8, null, " ", "a".repeat(90)] }),
        ),
        incident(json!({ "title": "many", "regions": vec!["x"; 40] })),
        incident(json!({ "title": "no list", "regions": "Europe" })),
        incident(json!(["title"])),
    ];
    for time in [
        "2026-05-04T09:30:00Z",
        " 2026-05-04T09:30:00Z ",
        "2028-02-29T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-04T09:30:00Z",
        "2026-00-04T09:30:00Z",
        "2026-04-31T09:30:00Z",
        "2026-05-04T24:00:00Z",
        "2026-05-04T23:60:00Z",
        "2026-05-04T23:59:60Z",
        "2026-05-04T09:30:00+00:00",
        "2026-05-04",
        "0000-01-01T00:00:00Z",
        "<b>soon</b>",
    ] {
        files.push(incident(
            json!({ "title": "time", "started": time, "expected": time }),
        ));
    }
    for address in [
        "https://status.shop.example/",
        "https://status.shop.example",
        "https://status.shop.example:8443/a?b=c&d=%20",
        "https://[2001:db8::1]/",
        "HTTPS://status.shop.example/",
        "http://status.shop.example/",
        "//status.shop.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:secret@shop.example/",
        "https://shop.example/#part",
        "https://shop.example/\"onclick=",
        "https://shop.example/<b>",
        "https://shop.example/a b",
        "https://shop.example/;x",
        "https://münchen.example/",
        "https://-shop.example/",
        "https://shop..example/",
        "https://shop.example:99999/",
        "https:///",
        "help@shop.example",
        "help+me@shop.example",
        "help@shop",
        "help@@shop.example",
        "help@shop.example?cc=x",
        "mailto:help@shop.example",
        "@shop.example",
    ] {
        let said = json!({ "schema": 1, "support": address, "statusPage": address });
        files.push(said.to_string());
    }
    files
}

/// Has the page's script read the same files, and hands back how many are read alike.
///
/// # Errors
/// One is read otherwise.
pub fn agree(page: &Session, script: &str) -> Result<usize> {
    let files = files();
    let said = page
        .run(
            &format!(
                "{script}\nreturn arguments[0].map((text) => {{ \
                 try {{ return word.read(new TextEncoder().encode(text).buffer); }} catch {{ return null; }} }})"
            ),
            &[json!(files)],
        )
        .context("the page's reader")?;
    let said = said.as_array().context("no list")?;
    ensure!(said.len() == files.len(), "not every file was read");
    let mut understood = 0;
    for (text, said) in files.iter().zip(said) {
        let ours = Statement::read(text);
        understood += usize::from(ours.is_some());
        let ours = ours.map_or(Value::Null, |statement| in_short(&statement));
        let theirs = in_short_of_the_page(said);
        ensure!(ours == theirs, "{text}: {ours} here, {theirs} in the page");
    }
    ensure!(understood > 40, "only {understood} files were understood");
    Ok(files.len())
}

/// What both readers show: the title and what belongs to it, and whether there are links.
fn in_short(statement: &Statement) -> Value {
    let incident = statement.incident.clone().unwrap_or_default();
    json!({
        "title": incident.title,
        "started": incident.started.is_some(),
        "expected": incident.expected.is_some(),
        "regions": incident.regions,
        "statusPage": statement.status_page.is_some(),
        "support": statement.support.is_some(),
    })
}

/// The same of what the page has read. Without a title it shows nothing of an incident.
fn in_short_of_the_page(said: &Value) -> Value {
    if said.is_null() {
        return Value::Null;
    }
    let is_titled = said["title"] != "";
    json!({
        "title": said["title"],
        "started": is_titled && said["started"].is_number(),
        "expected": is_titled && said["expected"].is_number(),
        "regions": if is_titled { said["regions"].clone() } else { json!([]) },
        "statusPage": said["statusPage"] != "",
        "support": said["support"] != "",
    })
}

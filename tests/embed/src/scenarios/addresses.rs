//! Hostile addresses that somebody sends a visitor: they fill in at most, and start nothing.

use anyhow::{Context, Result};
use serde_json::json;

use crate::scene::{Scene, expect, on_the_page};

/// The longest address that nginx reads.
const SERVERS_LIMIT: usize = 8_000;

/// What an address may carry. None is to be executed, drawn or asked for.
fn hostile() -> [(&'static str, String); 8] {
    [
        ("markup", "<img src=x onerror=alert(1)>".to_owned()),
        (
            "markup that leaves an attribute",
            "\"><svg onload=alert(1)>".to_owned(),
        ),
        (
            "a script's address",
            "javascript:alert(document.domain)".to_owned(),
        ),
        (
            "a document's address",
            "data:text/html,<script>alert(1)</script>".to_owned(),
        ),
        (
            "an address with markup",
            "https://shop.example/<script>alert(1)</script>".to_owned(),
        ),
        (
            "10,000 characters",
            format!("https://shop.example/{}", "a".repeat(10_000)),
        ),
        (
            "turned round",
            "https://shop.example/\u{202e}moc.knab".to_owned(),
        ),
        ("half a code", "%".to_owned()),
    ]
}

/// Both ways, on both pages.
pub fn prefilled(scene: &Scene<'_>) -> Result<()> {
    for (page, field) in [("", "form input[name=url]"), ("embed/", "[name=target]")] {
        for sign in ["?", "#"] {
            for (what, text) in hostile() {
                harmless(scene, page, sign, &text, field)
                    .with_context(|| format!("{what} in /{page}{sign}url="))?;
            }
        }
    }
    scene.nothing_asked("after hostile addresses")
}

fn harmless(scene: &Scene<'_>, page: &str, sign: &str, text: &str, field: &str) -> Result<()> {
    // From elsewhere, so that a change of the fragment alone loads the page, too.
    scene.open("about:blank")?;
    let written: String = text.bytes().map(written).collect();
    let written = if text == "%" { "%" } else { &written };
    let opened = scene.open(&on_the_page(&format!("{page}{sign}url={written}")));
    if sign == "?" && text.len() > SERVERS_LIMIT {
        // Either nginx refuses it or the page's own copy takes it; there is nothing to see of the first.
        let refused = "return document.querySelector('#app') === null";
        if opened.is_err() || scene.ask(refused, &[])? == json!(true) {
            return Ok(());
        }
    }
    opened?;
    scene.wait_for(
        "the page, with its field",
        "return document.querySelector(arguments[0]) !== null && document.getElementById('boot') === null || document.body.innerText.slice(0, 200)",
        &[json!(field)],
    )?;
    let made = scene.ask(
        "return [document.querySelectorAll('img[src=x], svg[onload], #app script').length, \
         document.querySelector('[data-verdict]')?.dataset.state ?? 'idle', \
         [...document.querySelectorAll('a[href]')].filter((each) => !/^(https?|mailto|blob):/.test(each.href)).length, \
         location.search, arguments[0] ? location.hash : '']",
        // The configurator keeps in its address what was chosen, to be handed on.
        &[json!(page.is_empty())],
    )?;
    expect(
        "what was drawn, started or left in the address",
        json!([0, "idle", 0, "", ""]),
        made,
    )
}

/// A byte as an address holds it.
fn written(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

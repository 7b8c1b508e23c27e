//! A real, unpacked browser extension that blocks names, as an ad blocker or a filter would.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

/// Writes the extension into `folder`.
///
/// # Errors
/// It cannot be written.
pub fn write(folder: &Path, blocked: &[String]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let rules: Vec<_> = blocked
        .iter()
        .zip(1..)
        .map(|(name, id)| {
            json!({
                "id": id,
                "priority": 1,
                "action": { "type": "block" },
                "condition": {
                    "urlFilter": format!("||{name}^"),
                    "resourceTypes": [
                        "main_frame", "sub_frame", "stylesheet", "script", "image", "font", "object",
                        "xmlhttprequest", "ping", "csp_report", "media", "websocket",
                        "webtransport", "webbundle", "other"
                    ]
                }
            })
        })
        .collect();
    fs::write(folder.join("rules.json"), json!(rules).to_string())?;
    let manifest = json!({
        "manifest_version": 3,
        "name": "Blocker",
        "version": "1.0",
        "permissions": ["declarativeNetRequest"],
        "declarative_net_request": {
            "rule_resources": [{ "id": "rules", "enabled": true, "path": "rules.json" }]
        }
    });
    fs::write(folder.join("manifest.json"), manifest.to_string())?;
    Ok(())
}

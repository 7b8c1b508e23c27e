//! Pointer and keyboard input at a point of the page: whatever element lies on top there receives it.

use anyhow::Result;
use serde_json::{Value, json};

use super::Session;

impl Session {
    /// Moves the pointer to a point of the visible page, in CSS pixels, and clicks there.
    ///
    /// # Errors
    /// The point is outside of what is visible.
    pub fn click_at(&self, x: f64, y: f64) -> Result<()> {
        self.act(json!([{
            "type": "pointer", "id": "pointer", "parameters": { "pointerType": "mouse" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "origin": "viewport",
                  "x": x.round(), "y": y.round() },
                { "type": "pointerDown", "button": 0 },
                { "type": "pointerUp", "button": 0 },
            ],
        }]))
    }

    /// Presses and releases a key: a letter, or one of WebDriver's code points for the others (U+E00C is Escape).
    ///
    /// # Errors
    /// The page is gone.
    pub fn press(&self, key: char) -> Result<()> {
        let key = key.to_string();
        self.act(json!([{
            "type": "key", "id": "keys",
            "actions": [{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }],
        }]))
    }

    fn act(&self, sources: Value) -> Result<()> {
        self.post("actions", &json!({ "actions": sources }))?;
        Ok(())
    }
}

//! The tabs of a browser and their size: which there are, which one is looked at.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Session;

impl Session {
    /// The tab that is looked at, by the driver's name for it.
    ///
    /// # Errors
    /// It has been closed.
    pub fn window(&self) -> Result<String> {
        serde_json::from_value(self.get("window")?).context("the driver names no tab")
    }

    /// Every tab there is, whoever opened it.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn windows(&self) -> Result<Vec<String>> {
        serde_json::from_value(self.get("window/handles")?).context("the driver names no tabs")
    }

    /// Opens a window beside the others, and hands back its name. The one that is looked at stays the same.
    ///
    /// # Errors
    /// The browser has no windows.
    pub fn new_window(&self) -> Result<String> {
        let made = self.post("window/new", &json!({ "type": "window" }))?;
        serde_json::from_value(made["handle"].clone()).context("the driver names no window")
    }

    /// Looks at another tab.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn look_at(&self, window: &str) -> Result<()> {
        self.post("window", &json!({ "handle": window }))?;
        Ok(())
    }

    /// Closes the tab that is looked at; another one has to be looked at then.
    ///
    /// # Errors
    /// It has been closed.
    pub fn close_window(&self) -> Result<()> {
        self.delete("window")?;
        Ok(())
    }

    /// Takes the browser's window out of sight. [`Self::resize`] brings it back.
    ///
    /// # Errors
    /// It cannot be.
    pub fn minimize(&self) -> Result<()> {
        self.post("window/minimize", &json!({}))?;
        Ok(())
    }

    /// Makes the browser's window so wide and high, in CSS pixels with its borders.
    ///
    /// # Errors
    /// It cannot be.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let rect = json!({ "x": Value::Null, "y": Value::Null, "width": width, "height": height });
        self.post("window/rect", &rect)?;
        Ok(())
    }
}

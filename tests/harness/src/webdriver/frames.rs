//! Shadow trees and frames: what a script of the outer page may not reach, the driver may.

use anyhow::{Context, Result};
use serde_json::json;

use super::{ELEMENT, Element, Session};

/// The key under which WebDriver hands out shadow roots.
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// The shadow root of an element.
pub struct Shadow {
    id: String,
}

impl Session {
    /// The shadow root of `element`.
    ///
    /// # Errors
    /// It has none.
    pub fn shadow(&self, element: &Element) -> Result<Shadow> {
        let value = self.get(&format!("element/{}/shadow", element.id))?;
        let id = value[SHADOW]
            .as_str()
            .context("the driver gave no shadow root")?;
        Ok(Shadow { id: id.to_owned() })
    }

    /// The first element in a shadow tree that `selector` fits.
    ///
    /// # Errors
    /// There is none.
    pub fn find_in(&self, shadow: &Shadow, selector: &str) -> Result<Element> {
        let wanted = json!({ "using": "css selector", "value": selector });
        let value = self
            .post(&format!("shadow/{}/element", shadow.id), &wanted)
            .with_context(|| format!("the shadow tree has no {selector}"))?;
        let id = value[ELEMENT]
            .as_str()
            .context("the driver gave no element")?;
        Ok(Element { id: id.to_owned() })
    }

    /// Goes into the frame that `element` is: what is found and run then is the frame's.
    ///
    /// # Errors
    /// It is no frame, or gone.
    pub fn enter(&self, element: &Element) -> Result<()> {
        self.post("frame", &json!({ "id": element.as_argument() }))?;
        Ok(())
    }

    /// Back to the page or frame around the frame that was entered.
    ///
    /// # Errors
    /// It is gone.
    pub fn leave(&self) -> Result<()> {
        self.post("frame/parent", &json!({}))?;
        Ok(())
    }
}

//! Tabs: where the full page opens when no check may run in a frame.

use anyhow::{Context, Result};
use serde_json::Value;
use whichside_harness::wait::until;

use crate::scene::Scene;

/// What a tab holds that somebody else opened.
pub struct Opened {
    /// Its address.
    pub address: String,
    /// What stands in the page's one field.
    pub url: String,
    /// The verdict's state.
    pub state: String,
    /// Whether it can reach the page that opened it.
    pub has_opener: bool,
}

const READ: &str = "const field = document.querySelector('form input[name=url]'); \
    const verdict = document.querySelector('[data-verdict]'); \
    return field && verdict && document.querySelector('form button') && field.value \
      ? [location.href, field.value, verdict.dataset.state, window.opener !== null] : null";

impl Scene<'_> {
    /// What `act` opens in a new tab, read and closed again; the tab before is looked at in the end. `act` is repeated until a
    /// tab opens, as a click too soon after its button came does not count; it fails where the button has gone.
    ///
    /// # Errors
    /// No tab opens, or it does not hold the full page with an address filled in.
    pub fn opened_by(&self, act: impl Fn() -> Result<()>) -> Result<Opened> {
        let session = self.session;
        let here = session.window()?;
        let before = session.windows()?;
        let new = until("a new tab with the full page", || {
            let acted = act();
            let all = session.windows()?;
            let new = all.into_iter().find(|window| !before.contains(window));
            Ok(new.ok_or_else(|| format!("no new tab; clicked: {acted:?}")))
        })?;
        session.look_at(&new)?;
        let read = until("the full page, filled in, in the new tab", || {
            let read = self.ask(READ, &[])?;
            Ok(match read {
                Value::Array(parts) => Ok(parts),
                _ => Err(self
                    .ask("return location.href + ' ' + document.title", &[])?
                    .to_string()),
            })
        });
        session.close_window()?;
        session.look_at(&here)?;
        let read = read?;
        let word = |at: usize| {
            let part = read.get(at).and_then(Value::as_str);
            part.map(str::to_owned).context("the tab cannot be read")
        };
        Ok(Opened {
            address: word(0)?,
            url: word(1)?,
            state: word(2)?,
            has_opener: read.get(3) != Some(&Value::Bool(false)),
        })
    }
}

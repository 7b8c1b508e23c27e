//! The names under which a deployment keeps something on the device.

use gloo_utils::document;
use web_sys::Url;

/// The name under which this deployment keeps something: others may stand in other folders of the same origin.
pub(crate) fn own_name(name: &str) -> String {
    let home = document()
        .base_uri()
        .ok()
        .flatten()
        .and_then(|base| Url::new_with_base(".", &base).ok())
        .map_or_else(String::new, |home| home.pathname());
    format!("whichside-{home}#{name}")
}

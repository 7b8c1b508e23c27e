//! Fetches what a status page says of itself, for the widget and for the configurator, which must not find more than the
//! widget will. What it means is `whichside-embed`'s.

use crate::probe::read;

/// The time-out. The summary stands beside a verdict, which takes about as long.
const TIMEOUT_MS: u32 = 10_000;
/// The longest summary that is read; those of large companies are a third of it.
const MAX_BYTES: usize = 1024 * 1024;

/// The text of a status page's summary, if it came.
pub(crate) async fn fetch(url: &str) -> Option<String> {
    read(url, "application/json", MAX_BYTES, TIMEOUT_MS).await
}

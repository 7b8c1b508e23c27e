//! Asks resolvers whether a target agrees to be checked inside of other pages. What their answers mean is
//! `whichside-embed`'s.

use whichside_embed::agreement::{agrees, questions};

use crate::probe::read;

/// The time-out. A visitor has just clicked, and browsers let a tab be opened for a few seconds only.
const TIMEOUT_MS: u32 = 1_500;
/// The longest answer that is read; a name's texts are short.
const MAX_BYTES: usize = 64 * 1024;

/// Whether the target agrees to be checked from inside of pages on these hosts. Where no resolver answers, it does not.
pub(super) async fn agreement(target: &str, hosts: &[String]) -> bool {
    for question in questions(target) {
        let answer = read(&question, "application/dns-json", MAX_BYTES, TIMEOUT_MS).await;
        if let Some(agreed) = answer.and_then(|answer| agrees(&answer, target, hosts)) {
            return agreed;
        }
    }
    false
}

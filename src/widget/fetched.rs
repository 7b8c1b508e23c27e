//! What the widget fetches beside the check: the target's agreement, the status page's account, and its own words in another
//! language. The configurator fetches the last two as well, and must not find more than the widget will. What the answers mean
//! is `whichside-embed`'s.

use whichside_diagnosis::words::Language;
use whichside_embed::agreement::{agrees, questions};

use crate::app::file;
use crate::probe::read;

/// A visitor has just clicked, and the browser lets a tab be opened for a few seconds only.
const AGREEMENT_MS: u32 = 1_500;
/// A name's texts are short.
const AGREEMENT_BYTES: usize = 64 * 1024;
/// The account stands beside a verdict, which takes about as long.
const SUMMARY_MS: u32 = 10_000;
/// Large companies' accounts are a third of it.
const SUMMARY_BYTES: usize = 1024 * 1024;

/// Whether the target agrees to be checked from inside of pages on these hosts. Where no resolver answers, it does not.
pub(super) async fn agreement(target: &str, hosts: &[String]) -> bool {
    for question in questions(target) {
        let answer = read(
            &question,
            "application/dns-json",
            AGREEMENT_BYTES,
            AGREEMENT_MS,
        );
        if let Some(agreed) = answer
            .await
            .and_then(|answer| agrees(&answer, target, hosts))
        {
            return agreed;
        }
    }
    false
}

/// A status page's own account.
pub(crate) async fn summary(url: &str) -> Option<String> {
    read(url, "application/json", SUMMARY_BYTES, SUMMARY_MS).await
}

/// The texts of widget and configurator in a language, if anything comes.
pub(crate) async fn words(language: Language) -> Option<String> {
    file::text(Some(["embed/", language.code(), ".json"].concat())).await
}

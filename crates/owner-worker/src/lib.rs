//! A Web Worker that holds the owner's texts, about 100 kB of them, and reads pasted logs and configurations off the main
//! thread.
//!
//! A page spawns [`OwnerWorker`] and sends it [`Request`]s; the texts and readers are in the worker's program, not in the
//! page's. What the responses hold is `whichside-owner`'s; here are only the fetching of translations and the dispatch.

#![deny(missing_docs)]

mod translations;

use gloo_worker::oneshot::oneshot;
use whichside_owner::Language;
use whichside_owner::response::{Request, Response, respond};

/// Responds to one request.
#[oneshot(OwnerWorker)]
pub async fn owner_worker(request: Request) -> Response {
    let language = Language::of_tag(&request.language).unwrap_or_default();
    let words = translations::words(language).await;
    respond(&request, &words)
}

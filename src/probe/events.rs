//! `EventSource` after a rejected fetch: its state at the error tells an HTTP answer that fetch refused from no answer at all.
//! In Firefox it is the same for both; that is found out before the target is asked.

use web_sys::EventSource;
use whichside_diagnosis::Outcome;

use super::facts::{EVENT_SOURCE_SHOWS_FAILURES, run_once_until_true};
use super::own::{TEST_CAP_MS, UNRESOLVABLE_URL};
use super::wait::FirstEvent;

const CAP_MS: u32 = 10_000;

/// An event source, closed when dropped: left open it would ask again every few seconds.
struct CloseOnDrop(EventSource);

impl Drop for CloseOnDrop {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens the URL as a stream of events.
pub(super) async fn open(url: &str) -> Outcome {
    let shows_failures = run_once_until_true(&EVENT_SOURCE_SHOWS_FAILURES, async {
        first_event(UNRESOLVABLE_URL, TEST_CAP_MS).await == Outcome::Failed
    });
    // Before the target is asked: a server that hangs up is sent ten requests by Firefox, which learns nothing by them.
    if shows_failures.await {
        first_event(url, CAP_MS).await
    } else {
        Outcome::Unavailable
    }
}

async fn first_event(url: &str, cap_ms: u32) -> Outcome {
    let Ok(source) = EventSource::new(url).map(CloseOnDrop) else {
        return Outcome::Unavailable;
    };
    let mut first = FirstEvent::of(&source.0, &["open", "error"]);
    match first.wait(cap_ms).await {
        Some(_) if source.0.ready_state() == EventSource::CONNECTING => Outcome::Failed,
        Some(_) => Outcome::Answered,
        None => Outcome::Silent,
    }
}

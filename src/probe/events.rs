//! `EventSource` after a rejected fetch: its state at the error tells an HTTP answer that fetch refused from no answer at all.
//! In Firefox it is the same for both; that is found out before the target is asked.

use wasm_bindgen::JsValue;
use web_sys::EventSource;
use whichside_diagnosis::Outcome;

use super::own::{self, EVENTS_TELL, NOBODY};
use super::wait::First;

const CAP_MS: i32 = 10_000;

/// An event source, closed when dropped: left open it would ask again every few seconds.
struct Source(EventSource);

impl Drop for Source {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens the URL as a stream of events.
pub(super) async fn open(url: &str) -> Outcome {
    let tells = own::known(&EVENTS_TELL, async {
        first_event(NOBODY).await == Outcome::Failed
    });
    // Before the target is asked: a server that hangs up is sent ten requests by Firefox, which learns nothing by them.
    if tells.await {
        first_event(url).await
    } else {
        Outcome::Unavailable
    }
}

async fn first_event(url: &str) -> Outcome {
    let Ok((source, first)) = attach(url) else {
        return Outcome::Unavailable;
    };
    match first.wait(CAP_MS).await {
        Some(_) if source.0.ready_state() == EventSource::CONNECTING => Outcome::Failed,
        Some(_) => Outcome::Answered,
        None => Outcome::Silent,
    }
}

fn attach(url: &str) -> Result<(Source, First), JsValue> {
    let source = Source(EventSource::new(url)?);
    let first = First::of(&source.0, &["open", "error"])?;
    Ok((source, first))
}

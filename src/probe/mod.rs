//! Performs in this browser what the plan asks for, and reports what was seen: facts, no judgement.
//!
//! One file per kind of probe. Every kind has a hard cap, after which it cleans up and reports `Silent`; how long a
//! verdict waits for it is the library's business. A probe is a future that owns what it put into the page (frames,
//! links, connections, requests) and takes it away when dropped, so that cancelling is dropping.

mod commit;
mod connect;
mod events;
mod facts;
mod failure;
mod fetch;
mod ice;
mod link;
mod measure;
mod own;
mod status;
mod url;
mod wait;

use std::cell::RefCell;
use std::rc::Rc;

use futures::future::{AbortHandle, Abortable};
use wasm_bindgen_futures::spawn_local;
use whichside_diagnosis::{Ask, Outcome, Probe, What};

pub(crate) use fetch::{opaque, read, read_here};
pub use url::parse_url;

/// The probes under way in this browser.
#[derive(Default)]
pub struct Prober {
    running: RefCell<Vec<AbortHandle>>,
}

impl Prober {
    /// A prober with nothing under way.
    #[must_use]
    pub fn new() -> Prober {
        Prober::default()
    }

    /// Starts a probe. It may report several times (vantages, say); a later report replaces an earlier one of the
    /// same [`Probe`]. Nothing is reported before this returns.
    pub fn start(&self, ask: Ask, report: Rc<dyn Fn(Probe, Outcome)>) {
        let (handle, registration) = AbortHandle::new_pair();
        self.running.borrow_mut().push(handle.clone());
        let report_until_cancelled = move |probe, outcome| {
            if !handle.is_aborted() {
                report(probe, outcome);
            }
        };
        let probe = async move {
            let outcome = perform(&ask, &report_until_cancelled).await;
            report_until_cancelled(ask.probe, outcome);
        };
        spawn_local(async move {
            // An aborted probe has nothing to report.
            let _ = Abortable::new(probe, registration).await;
        });
    }

    /// Ends everything under way. Nothing is reported afterwards, and each probe is dropped before any that is started
    /// later begins.
    pub fn cancel(&self) {
        for handle in self.running.take() {
            handle.abort();
        }
    }
}

impl Drop for Prober {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// The probe's last outcome. What comes before it (vantages) goes to `report`.
async fn perform(ask: &Ask, report: &dyn Fn(Probe, Outcome)) -> Outcome {
    match &ask.what {
        What::Link => link::state(),
        What::Fetch { url } => {
            failure::clear_timings();
            fetch::opaque(url).await
        }
        What::Commit { url } => commit::navigate(url).await,
        What::SelfTest { present, absent } => commit::self_test(present, absent).await,
        What::Status {
            url,
            present,
            absent,
        } => status::ask(url, present, absent).await,
        What::Events { url } => events::open(url).await,
        What::Connect { host, port } => connect::try_port(host, *port).await,
        What::Ice {
            host,
            port,
            address,
            webrtc,
        } => ice::gather(host, *port, address.as_deref(), *webrtc).await,
        What::Trace { url } => fetch::trace(url).await,
        What::Dns { url } => fetch::dns(url).await,
        What::Measure { order } => measure::run(ask.probe, order, report).await,
    }
}

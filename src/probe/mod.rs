//! Performs in this browser what the plan asks for, and reports what was seen: facts, no judgement.
//!
//! One file per kind of probe. Every kind has a hard cap, after which it cleans up and reports `Silent`; how long a
//! verdict waits for it is the library's business. A probe is a future that owns what it put into the page (frames,
//! links, connections, requests) and takes it away when dropped, so that cancelling is dropping.

mod commit;
mod events;
mod fetch;
mod ice;
mod link;
mod measure;
mod own;
mod reached;
mod run;
mod status;
mod url;
mod wait;

use std::cell::RefCell;
use std::rc::Rc;

use whichside_diagnosis::{Ask, Outcome, Probe, What};

pub(crate) use fetch::{opaque, read};
use run::Run;
pub use url::parse_url;

/// Performs what the plan asks for.
pub trait Prober {
    /// Starts a probe. It may report several times (vantages, say); a later report replaces an earlier one of the
    /// same [`Probe`]. Nothing is reported before this returns.
    fn start(&self, ask: Ask, report: Rc<dyn Fn(Probe, Outcome)>);

    /// Ends everything under way; nothing is reported afterwards.
    fn cancel(&self);
}

/// Probes by the browser that the page runs in.
pub struct Browser {
    run: RefCell<Rc<Run>>,
}

impl Browser {
    /// A browser with nothing under way.
    #[must_use]
    pub fn new() -> Browser {
        Browser {
            run: RefCell::default(),
        }
    }
}

impl Default for Browser {
    fn default() -> Browser {
        Browser::new()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Prober for Browser {
    fn start(&self, ask: Ask, report: Rc<dyn Fn(Probe, Outcome)>) {
        let run = Rc::clone(&self.run.borrow());
        let report = run.while_live(report);
        run.spawn(async move {
            let outcome = perform(&ask, &*report).await;
            report(ask.probe, outcome);
        });
    }

    fn cancel(&self) {
        // The old run is ended only after the new one is in place: ending it drops futures, whose owner may be us.
        let ended = self.run.replace(Rc::default());
        ended.end();
    }
}

/// The probe's last outcome. What comes before it (vantages) goes to `report`.
async fn perform(ask: &Ask, report: &dyn Fn(Probe, Outcome)) -> Outcome {
    match &ask.what {
        What::Link => link::state(),
        What::Fetch { url } => {
            reached::forget();
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
        What::Ice { host, port } => ice::gather(host, *port).await,
        What::Trace { url } => fetch::trace(url).await,
        What::Dns { url } => fetch::dns(url).await,
        What::Measure { order } => measure::run(ask.probe, order, report).await,
    }
}

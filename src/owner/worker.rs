//! Spawns the owner's worker when it is first asked, and again after it failed.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;

use futures::future::{Either, select};
use gloo_net::http::Request as HttpRequest;
use gloo_timers::future::TimeoutFuture;
use gloo_worker::Spawnable;
use gloo_worker::oneshot::OneshotBridge;
use whichside_owner::response::{Request, Response};
use whichside_owner_worker::OwnerWorker;

use super::asker::{Asker, WorkerMissing};

/// The script that starts the worker.
const LOADER: &str = "owner-worker_loader.js";
/// Every file of the worker.
const FILES: [&str; 3] = [LOADER, "owner-worker.js", "owner-worker_bg.wasm"];
/// How long a response may take once the worker's files are here. The longest log takes a second on a slow phone.
const TIMEOUT_MS: u32 = 30_000;

type Bridge = RefCell<Option<OneshotBridge<OwnerWorker>>>;

/// An asker that has a worker respond.
pub(super) fn asker() -> Asker {
    let bridge = Rc::new(Bridge::default());
    Asker::new(move |request| ask(Rc::clone(&bridge), request))
}

async fn ask(bridge: Rc<Bridge>, request: Request) -> Result<Response, WorkerMissing> {
    if bridge.borrow().is_none() {
        load().await?;
    }
    let mut fork = bridge.borrow_mut().get_or_insert_with(spawn).fork();
    let response = pin!(fork.run(request));
    match select(response, TimeoutFuture::new(TIMEOUT_MS)).await {
        Either::Left((response, _)) => Ok(response),
        Either::Right(_) => {
            bridge.replace(None);
            Err(WorkerMissing)
        }
    }
}

/// Fetches the worker's files into the browser's cache. A worker says nothing about a file that did not come.
async fn load() -> Result<(), WorkerMissing> {
    for file in FILES {
        let response = HttpRequest::get(file).send().await;
        let response = response.map_err(|_| WorkerMissing)?;
        if !response.ok() {
            return Err(WorkerMissing);
        }
        response.binary().await.map_err(|_| WorkerMissing)?;
    }
    Ok(())
}

fn spawn() -> OneshotBridge<OwnerWorker> {
    OwnerWorker::spawner()
        .with_loader(true)
        .as_module(false)
        .spawn(LOADER)
}

//! Whom the section asks, and the hook that asks: it drops late responses to older requests.

use std::fmt;
use std::rc::Rc;

use futures::FutureExt;
use futures::future::{LocalBoxFuture, abortable};
use wasm_bindgen_futures::spawn_local;
use whichside_owner::response::{Request, Response};
use yew::prelude::*;

use crate::part::Progress;

/// The worker did not load, or does not respond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerMissing;

type Ask = dyn Fn(Request) -> LocalBoxFuture<'static, Result<Response, WorkerMissing>>;

/// Responds to requests: the worker, or a test in its place.
#[derive(Clone)]
pub struct Asker(Rc<Ask>);

impl Asker {
    /// An asker that responds by this function.
    pub fn new<F>(ask: impl Fn(Request) -> F + 'static) -> Asker
    where
        F: Future<Output = Result<Response, WorkerMissing>> + 'static,
    {
        Asker(Rc::new(move |request| ask(request).boxed_local()))
    }
}

impl PartialEq for Asker {
    fn eq(&self, other: &Asker) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Asker {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Asker")
    }
}

/// What came of a request.
pub(super) struct Asked<T> {
    /// The latest response, which stays while the next is awaited.
    pub latest: Option<Rc<T>>,
    /// How far the latest request is.
    pub progress: Progress,
    /// Asks again.
    pub retry: Callback<()>,
}

/// Asks whenever the request changes. A request that was replaced by another is not responded to any more.
#[hook]
pub(super) fn use_response<T>(asker: &Asker, request: Option<Request>) -> Asked<T>
where
    T: TryFrom<Response> + 'static,
{
    let latest = use_state(|| None::<Rc<T>>);
    let progress = use_state(|| Progress::Idle);
    let attempt = use_state(|| 0_u32);
    {
        let (latest, progress) = (latest.clone(), progress.clone());
        use_effect_with(
            (asker.clone(), request, *attempt),
            move |(Asker(ask), request, _)| {
                progress.set(match request {
                    Some(_) => Progress::Coming,
                    None => Progress::Idle,
                });
                let abort = request.clone().map(|request| {
                    let response = ask(request);
                    let (asking, abort) = abortable(async move {
                        match response.await.map(T::try_from) {
                            Ok(Ok(response)) => {
                                latest.set(Some(Rc::new(response)));
                                progress.set(Progress::Here);
                            }
                            Ok(Err(_)) | Err(WorkerMissing) => progress.set(Progress::Missing),
                        }
                    });
                    spawn_local(asking.map(drop));
                    abort
                });
                move || {
                    if let Some(abort) = abort {
                        abort.abort();
                    }
                }
            },
        );
    }
    let retry = Callback::from(move |()| attempt.set(*attempt + 1));
    Asked {
        latest: (*latest).clone(),
        progress: *progress,
        retry,
    }
}

//! What is under way for one check, and its end: a set of futures that can be dropped at any moment.
//! Knows nothing of probes; each future cleans up after itself when it is dropped.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen_futures::spawn_local;
use whichside_diagnosis::{Outcome, Probe};

/// A probe's future; empty while it is being polled, and once it has ended.
type Task = Rc<RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>>>;

/// The probes of one check.
#[derive(Default)]
pub(super) struct Run {
    ended: Cell<bool>,
    tasks: RefCell<Vec<Task>>,
}

impl Run {
    /// A report that says nothing once the run has ended.
    pub(super) fn while_live(
        self: &Rc<Self>,
        report: Rc<dyn Fn(Probe, Outcome)>,
    ) -> Rc<dyn Fn(Probe, Outcome)> {
        let run = Rc::downgrade(self);
        Rc::new(move |probe, outcome| {
            if run.upgrade().is_some_and(|run| !run.ended.get()) {
                report(probe, outcome);
            }
        })
    }

    /// Runs the future until it is done or the run ends.
    pub(super) fn spawn(self: Rc<Self>, future: impl Future<Output = ()> + 'static) {
        if self.ended.get() {
            return;
        }
        let task: Task = Rc::new(RefCell::new(Some(Box::pin(future))));
        self.tasks.borrow_mut().push(Rc::clone(&task));
        spawn_local(async move {
            poll_fn(|context| {
                // Taken out while polled: a report may end the run, which empties every task.
                let Some(mut future) = task.take() else {
                    return Poll::Ready(());
                };
                match future.as_mut().poll(context) {
                    Poll::Pending if !self.ended.get() => {
                        task.replace(Some(future));
                        Poll::Pending
                    }
                    Poll::Pending | Poll::Ready(()) => Poll::Ready(()),
                }
            })
            .await;
            self.tasks
                .borrow_mut()
                .retain(|other| !Rc::ptr_eq(other, &task));
        });
    }

    /// Drops everything under way.
    pub(super) fn end(&self) {
        self.ended.set(true);
        let tasks = self.tasks.take();
        for task in tasks {
            drop(task.take());
        }
    }
}

//! What was learned of this browser: whether ways of asking that no standard promises work in it.

use std::cell::Cell;
use std::thread::LocalKey;

thread_local! {
    /// The commit oracle tells a page from a missing one.
    pub(super) static COMMIT_ORACLE_WORKS: Cell<bool> = const { Cell::new(false) };
    /// The state of an event source tells a network failure from an answer.
    pub(super) static EVENT_SOURCE_SHOWS_FAILURES: Cell<bool> = const { Cell::new(false) };
    /// By Resource Timing, a fetch that reached nobody took no time.
    pub(super) static RESOURCE_TIMING_WORKS: Cell<bool> = const { Cell::new(false) };
    /// ICE gathering shows a TCP connection.
    pub(super) static ICE_SHOWS_TCP: Cell<bool> = const { Cell::new(false) };
}

/// Whether the fact holds. The test runs until it has held once: one that fails may have met a bad network, and is tried
/// again at the next check.
pub(super) async fn run_once_until_true(
    fact: &'static LocalKey<Cell<bool>>,
    test: impl Future<Output = bool>,
) -> bool {
    if !fact.get() && test.await {
        fact.set(true);
    }
    fact.get()
}

//! Running many tests side by side, and fewer while the machine is busy: a browser that waits for a processor measures the
//! machine, not the page.

use std::collections::VecDeque;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Where Linux counts how long tasks have waited for a processor.
const PRESSURE: &str = "/proc/pressure/cpu";
/// How long the waiting is watched before one more test starts.
const WINDOW: Duration = Duration::from_millis(400);
/// The share of that time in which tasks waited for a processor, from which on no further test starts.
const BUSY: f64 = 0.9;

/// Does `work` for every unit, at most `jobs` at once, and returns the results in no particular order. While the machine is
/// busy, at most half as many.
pub fn run<U: Sync, R: Send>(units: &[U], jobs: usize, work: impl Fn(&U) -> R + Sync) -> Vec<R> {
    let waiting: Mutex<VecDeque<&U>> = Mutex::new(units.iter().collect());
    let results: Mutex<Vec<R>> = Mutex::default();
    let running = AtomicUsize::new(0);
    let jobs_when_busy = (jobs / 2).max(1);
    let next = || {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever is next waits with the lock, so that one starts after the other.
        while !waiting.is_empty() && running.load(Ordering::SeqCst) >= jobs_when_busy && is_busy() {
        }
        let unit = waiting.pop_front()?;
        running.fetch_add(1, Ordering::SeqCst);
        Some(unit)
    };
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                while let Some(unit) = next() {
                    let result = work(unit);
                    running.fetch_sub(1, Ordering::SeqCst);
                    results
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(result);
                }
            });
        }
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Watches for [`WINDOW`] whether tasks wait for a processor. A kernel that does not count it is never busy.
fn is_busy() -> bool {
    let (start, before) = (Instant::now(), waited());
    thread::sleep(WINDOW);
    let (Some(before), Some(after)) = (before, waited()) else {
        return false;
    };
    after.saturating_sub(before).as_secs_f64() / start.elapsed().as_secs_f64() > BUSY
}

/// How long some task has waited for a processor since the machine started.
fn waited() -> Option<Duration> {
    total(&fs::read_to_string(PRESSURE).ok()?)
}

/// Reads it off a text such as "some avg10=1.53 avg60=0.87 avg300=0.29 total=1217203\nfull …", in microseconds.
fn total(text: &str) -> Option<Duration> {
    let some = text.lines().find(|line| line.starts_with("some "))?;
    let (_, total) = some.split_once("total=")?;
    Some(Duration::from_micros(total.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_done_once_however_many_jobs_there_are() {
        for jobs in [0, 1, 3] {
            let mut done = run(&[1, 2, 3, 4, 5], jobs, |unit| unit * 2);
            done.sort_unstable();
            assert_eq!(done, [2, 4, 6, 8, 10]);
        }
    }

    #[test]
    fn the_time_waited_is_read_as_linux_writes_it() {
        let text = "some avg10=1.53 avg60=0.87 avg300=0.29 total=1217203\n\
                    full avg10=0.00 avg60=0.00 avg300=0.00 total=5\n";
        assert_eq!(total(text), Some(Duration::from_micros(1_217_203)));
        assert_eq!(total("nothing of the kind"), None);
    }
}

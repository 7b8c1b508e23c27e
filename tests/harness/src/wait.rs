//! Waiting for a state. Nothing sleeps to let time pass: whoever waits says for what, and the limits are far beyond what
//! a busy machine needs, so that only what never comes is missed.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long any state may take to come.
pub const LIMIT: Duration = Duration::from_secs(120);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// What a look found: what was waited for, or in words what is there instead.
pub type Look<T> = Result<T, String>;

/// Looks again and again until `look` finds what is waited for.
///
/// # Errors
/// `look` fails, or it finds nothing within [`LIMIT`]: what was expected, and what was seen last.
pub fn until<T>(expected: &str, mut look: impl FnMut() -> Result<Look<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        let instead = match look().with_context(|| format!("expected: {expected}"))? {
            Ok(found) => return Ok(found),
            Err(instead) => instead,
        };
        if start.elapsed() > LIMIT {
            bail!("expected: {expected}; seen for {LIMIT:?}: {instead}");
        }
        thread::sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_look_that_finds_it_ends_the_wait() {
        let mut looks = 0;
        let found = until("the third look", || {
            looks += 1;
            Ok(if looks == 3 {
                Ok(looks)
            } else {
                Err("an earlier one".into())
            })
        });
        assert_eq!(found.unwrap(), 3);
    }

    #[test]
    fn a_look_that_fails_ends_the_wait_and_says_what_was_expected() {
        let failed = until::<()>("a browser", || bail!("it is gone")).unwrap_err();
        assert_eq!(format!("{failed:#}"), "expected: a browser: it is gone");
    }
}

//! Outside measurements by Globalping: ordered, then read until every vantage has ended. What an answer means is the library's.

use gloo_timers::future::TimeoutFuture;
use whichside_diagnosis::observation::Measured;
use whichside_diagnosis::outside::Vantage;
use whichside_diagnosis::{Outcome, Probe, globalping};

use super::fetch::{get_json, post_json};
use super::wait::within;

/// Vantages wait 10 s themselves, 30 s for a server that answers nothing.
const CAP_MS: u32 = 45_000;

/// The service asks for this pause after each answer.
const PAUSE_MS: u32 = 500;

/// Each vantage sends 10 kB of body twice, and headers.
const LIMIT_BYTES: usize = 1024 * 1024;

/// How many reads may fail in a row: one lost request is not the end of a measurement.
const MAX_FAILURES: u8 = 3;

/// Orders a measurement, reports every change of a vantage, and yields how it ended.
pub(super) async fn run(probe: Probe, order: &str, report: &dyn Fn(Probe, Outcome)) -> Outcome {
    let measurement = async {
        let (status, text) = post_json(globalping::ORDER_URL, order, LIMIT_BYTES).await?;
        Some(match status {
            200..=299 => follow(probe, &globalping::read_order(&text)?.id, report).await?,
            400 => Outcome::Measured(Measured::Rejected),
            422 => Outcome::Measured(Measured::NoProbes),
            429 => Outcome::Measured(Measured::RateLimited),
            _ => Outcome::Failed,
        })
    };
    match within(CAP_MS, measurement).await {
        Some(ended) => ended.unwrap_or(Outcome::Failed),
        None => Outcome::Silent,
    }
}

async fn follow(probe: Probe, id: &str, report: &dyn Fn(Probe, Outcome)) -> Option<Outcome> {
    let url = globalping::results_url(id)?;
    let mut known: Vec<Vantage> = Vec::new();
    let mut failures = 0;
    loop {
        match get_json(&url, LIMIT_BYTES)
            .await
            .and_then(|(_, text)| globalping::read_results(&text))
        {
            Some(results) => {
                failures = 0;
                for (place, vantage) in (0_u8..).zip(&results.vantages) {
                    if let Probe::Outside(round) = probe
                        && known.get(usize::from(place)) != Some(vantage)
                    {
                        report(
                            Probe::Vantage(round, place),
                            Outcome::Vantage(vantage.clone()),
                        );
                    }
                }
                if results.finished {
                    let vantages = u8::try_from(results.vantages.len()).unwrap_or(u8::MAX);
                    return Some(Outcome::Measured(Measured::Complete {
                        id: id.to_owned(),
                        vantages,
                    }));
                }
                known = results.vantages;
            }
            None if failures + 1 < MAX_FAILURES => failures += 1,
            None => return None,
        }
        TimeoutFuture::new(PAUSE_MS).await;
    }
}

//! A recorded run answers the plan's questions at the pace it was recorded, by a simulated clock. A question that the run
//! was never asked stays without an answer this browser could give.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use whichside_diagnosis::observation::Question;
use whichside_diagnosis::{
    Check, Millis, Outcome, Probe, Setting, Side, Target, UrlParts, Verdict,
};

use crate::run::Run;

/// How far apart two looks at the clock are.
const STEP_MS: u64 = 5;
/// No check takes this long.
const END_MS: u64 = 120_000;

/// What a run came to.
#[derive(Debug)]
pub struct Played {
    /// The verdict before the visitor was asked anything.
    pub unasked: Verdict,
    /// The verdict at the end, with what the visitor answered.
    pub last: Verdict,
    /// The questions that were put, and the answers; `None`: the recorded visitor does not know.
    pub asked: Vec<(Question, Option<bool>)>,
    /// The surest verdict shown on the way of each side.
    pub shown: Vec<Verdict>,
    /// When a side was first shown.
    pub first_ms: Option<u64>,
    /// When the check ended.
    pub last_ms: u64,
}

/// The target of a URL, as the browser would hand it over.
///
/// # Errors
/// The page would not take it.
pub fn target(url: &str) -> Result<Target> {
    let url = url::Url::parse(url)?;
    let parts = UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str().context("host")?.to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        query: url.query().map(str::to_owned),
        ..UrlParts::default()
    };
    match Target::new(parts, "whichside.example") {
        Ok((target, _)) => Ok(target),
        Err(error) => bail!("{url} is refused: {error:?}"),
    }
}

/// Plays a run to its end.
///
/// # Errors
/// Its target cannot be checked, or the check never ends.
pub fn play(run: &Run) -> Result<Played> {
    let setting = Setting {
        navigation_prompts: run.engine == "firefox",
        ..Setting::default()
    };
    let mut check = Check::new(target(&run.url)?, setting);
    let mut coming: BTreeMap<(u64, usize), (Probe, Outcome)> = BTreeMap::new();
    let (mut count, mut now) = (0_usize, 0_u64);
    let mut shown: Vec<Verdict> = Vec::new();
    let mut first_ms = None;
    loop {
        for ask in check.next_probes(Millis(now)) {
            for (probe, outcome, took) in answers(run, ask.probe) {
                coming.insert((now + took.0.max(1), count), (probe, outcome));
                count += 1;
            }
        }
        let verdict = check.verdict().clone();
        if verdict.side != Side::Unknown {
            first_ms = first_ms.or(Some(now));
        }
        show(&mut shown, verdict);
        if check.finished() {
            break;
        }
        if now > END_MS {
            bail!("{} in {} never ends", run.fault, run.engine);
        }
        now += STEP_MS;
        while let Some(entry) = coming.first_entry().filter(|entry| entry.key().0 <= now) {
            let (probe, outcome) = entry.remove();
            check.observe(probe, outcome, Millis(now));
        }
        check.elapse(Millis(now));
    }
    let unasked = check.verdict().clone();
    let mut asked = Vec::new();
    while let Some(question) = check.question() {
        let known = run.answers.get(question.id()).copied();
        let said = known.map_or(Outcome::Unavailable, Outcome::Said);
        check.observe(Probe::Asked(question), said, Millis(now));
        show(&mut shown, check.verdict().clone());
        asked.push((question, known));
    }
    Ok(Played {
        unasked,
        last: check.verdict().clone(),
        asked,
        shown,
        first_ms,
        last_ms: now,
    })
}

/// Plays every run to its end.
///
/// # Errors
/// As for [`play`].
pub fn play_all(runs: Vec<Run>) -> Result<Vec<(Run, Played)>> {
    runs.into_iter()
        .map(|run| {
            let played = play(&run)?;
            Ok((run, played))
        })
        .collect()
}

/// Keeps the surest verdict of each side.
fn show(shown: &mut Vec<Verdict>, verdict: Verdict) {
    if verdict.side == Side::Unknown {
        return;
    }
    match shown.iter_mut().find(|other| other.side == verdict.side) {
        Some(other) if other.confidence >= verdict.confidence => {}
        Some(other) => *other = verdict,
        None => shown.push(verdict),
    }
}

/// What the run holds for a probe: each answer with the time it took. A measurement brings its vantages.
fn answers(run: &Run, asked: Probe) -> Vec<(Probe, Outcome, Millis)> {
    let belongs = |probe: Probe| match (asked, probe) {
        (Probe::Outside(round), Probe::Vantage(of, _)) => round == of,
        _ => probe == asked,
    };
    let mut known = false;
    let mut all = Vec::new();
    for (probe, outcome, took) in run.seen.iter().filter(|(probe, ..)| belongs(*probe)) {
        known = true;
        if *outcome != Outcome::Silent {
            all.push((*probe, outcome.clone(), *took));
        }
    }
    if !known {
        all.push((asked, Outcome::Unavailable, Millis(1)));
    }
    all
}

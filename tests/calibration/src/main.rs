//! `cargo xtask calibrate`: scores the inference on the recorded runs and on perturbed simulations, and, asked to, writes the
//! library's counts and the verdicts that the runs must give anew.

use std::collections::BTreeMap;
use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use serde_json::json;
use whichside_calibration::score::{Score, judge, reliability};
use whichside_calibration::{expected, fit, project, recording, replay, run, simulate, watchers};
use whichside_diagnosis::observation::Question;

/// Plays the recorded runs of the lab through the inference and scores it: on the faults that its likelihoods are set from, on
/// those held out, and on simulations whose likelihoods are not quite its own. Writes target/lab/calibration.json.
#[derive(Parser)]
struct Arguments {
    /// Write what the counted faults look like to the library (crates/diagnosis/src/likelihood/measured.rs)
    #[arg(long)]
    write: bool,
    /// Write the verdict that each run gives now to tests/cases/<fault>/verdicts.json
    #[arg(long)]
    write_verdicts: bool,
    /// Print what a crowd of watchers does to a site, and write docs/crowd.svg
    #[arg(long)]
    watchers: bool,
    /// Print a line for every run
    #[arg(long)]
    every: bool,
}

/// How many checks are drawn for each engine and setting.
const DRAWS: usize = 20_000;
/// Any will do; the same one gives the same figures.
const SEED: u64 = 2_026;

fn main() -> ExitCode {
    match calibrate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("calibrate: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn calibrate() -> Result<()> {
    let Arguments {
        write,
        write_verdicts,
        watchers,
        every,
    } = Arguments::parse();
    let project = project();
    if watchers {
        print!("{}", watchers::table(1));
        let [usual, ..] = watchers::ARRIVALS_S;
        let course = watchers::simulate(1, usual);
        let path = project.join("docs/crowd.svg");
        return fs::write(&path, watchers::plot(&course))
            .with_context(|| path.display().to_string());
    }
    let runs = run::all(&project)?;
    if write {
        let path = project.join("crates/diagnosis/src/likelihood/measured.rs");
        fs::write(&path, fit::source(&runs, &fit::count(&runs)?))
            .with_context(|| path.display().to_string())?;
        println!("Written: {}. Format it, and run the tests.", path.display());
        return Ok(());
    }
    if write_verdicts {
        let played = replay::play_all(runs)?;
        let folder = recording::folder(&project);
        let given = expected::given(&played);
        for (fault, verdicts) in &given {
            expected::write(&folder, fault, verdicts)?;
        }
        println!("Written: the verdicts of {} faults.", given.len());
        return Ok(());
    }
    let held_out = fit::held_out(&runs);
    let mut scores: BTreeMap<(&str, bool, &str), Score> = BTreeMap::new();
    let mut questions = 0;
    for run in &runs {
        let played = replay::play(run)?;
        let judged = judge(&played.last, &run.accepted);
        let part = if held_out.contains(&run.fault) {
            "held out"
        } else {
            "counted"
        };
        questions += played.asked.len();
        let unasked = judge(&played.unasked, &run.accepted);
        for (part, judged) in [(part, judged), ("all", judged), ("unasked", unasked)] {
            for engine in [run.engine, "every engine"] {
                let key = (engine, run.vantages, part);
                scores.entry(key).or_default().add(judged);
            }
        }
        if every || (judged.named && !judged.side_right) {
            println!(
                "{:9} {:7} {:44} {:8} {:16} {} {} first {:>5} last {:5} {} {}",
                run.engine,
                setting(run.vantages),
                run.fault,
                played.last.side.id(),
                played.last.cause.id(),
                played.last.confidence,
                played.last.cause_confidence,
                played.first_ms.map_or("–".to_owned(), |ms| ms.to_string()),
                played.last_ms,
                asked(&played.asked),
                if !judged.side_right {
                    "<-- side"
                } else if !judged.cause_right {
                    "<-- cause"
                } else {
                    ""
                },
            );
        }
    }
    println!(
        "\nRecorded runs ({:.1} questions a run; unasked: before the first)",
        questions as f64 / runs.len() as f64
    );
    for ((engine, vantages, part), score) in &scores {
        println!(
            "{engine:12} {:7} {part:8} {}",
            setting(*vantages),
            score.line()
        );
    }
    for vantages in [true, false] {
        if let Some(score) = scores.get(&("every engine", vantages, "held out")) {
            println!("Held out, {} vantages:", setting(vantages));
            score
                .reliability_lines()
                .iter()
                .for_each(|line| println!("{line}"));
        }
    }
    println!("\nSimulated, each likelihood off by up to a half ({DRAWS} checks each)");
    let simulated = simulate::all(DRAWS, SEED);
    for each in &simulated {
        println!(
            "{:12} {:7} {}",
            each.engine,
            setting(each.vantages),
            each.score.line()
        );
        each.score
            .reliability_lines()
            .iter()
            .for_each(|line| println!("{line}"));
    }
    let folder = project.join("target/lab");
    fs::create_dir_all(&folder)?;
    let recorded: Vec<_> = scores
        .iter()
        .map(|((engine, vantages, part), score)| {
            json!({ "engine": engine, "vantages": vantages, "faults": part, "brier": score.brier(), "reliability": reliability(&score.claims), "score": score })
        })
        .collect();
    fs::write(
        folder.join("calibration.json"),
        serde_json::to_string_pretty(&json!({ "recorded": recorded, "simulated": simulated }))?,
    )?;
    Ok(())
}

/// The questions with their answers.
fn asked(all: &[(Question, Option<bool>)]) -> String {
    let each = all.iter().map(|(question, answer)| {
        let said = match answer {
            Some(true) => "yes",
            Some(false) => "no",
            None => "?",
        };
        format!("{}={said}", question.id())
    });
    each.collect::<Vec<_>>().join(" ")
}

const fn setting(vantages: bool) -> &'static str {
    if vantages { "with" } else { "without" }
}

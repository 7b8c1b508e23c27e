//! What must hold of every recorded run of the lab, played through the inference as it is now.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use std::sync::LazyLock;

use whichside_calibration::replay::Played;
use whichside_calibration::run::{ENGINES, Run};
use whichside_calibration::score::{CONFIDENT, Score, judge, reliability};
use whichside_calibration::{expected, fit, project, recording, replay, run, simulate};

/// Every recorded run, and what it came to.
static PLAYED: LazyLock<Vec<(Run, Played)>> =
    LazyLock::new(|| replay::play_all(run::all(&project()).unwrap()).unwrap());

/// Draws enough for a tenth of the confidence to hold hundreds of verdicts.
const DRAWS: usize = 6_000;
/// Fewer verdicts than this make no share.
const ENOUGH: usize = 200;

fn scored(wanted: impl Fn(&Run) -> bool) -> Score {
    let mut score = Score::default();
    for (run, played) in PLAYED.iter().filter(|(run, _)| wanted(run)) {
        score.add(judge(&played.last, &run.accepted));
    }
    assert!(score.all > 0, "no such run is recorded");
    score
}

#[test]
fn every_recorded_run_gives_the_verdict_beside_it() {
    let folder = recording::folder(&project());
    let given = expected::given(&PLAYED);
    assert!(given.keys().eq(&recording::faults(&folder).unwrap()));
    let changed: Vec<&String> = given
        .iter()
        .filter(|(fault, verdicts)| expected::read(&folder, fault).ok().as_ref() != Some(*verdicts))
        .map(|(fault, _)| fault)
        .collect();
    assert!(
        changed.is_empty(),
        "tests/cases/<fault>/verdicts.json differs for {changed:?}: if so intended, run `cargo xtask calibrate --write-verdicts`"
    );
}

#[test]
fn no_wrong_side_is_ever_shown_with_confidence() {
    let mut wrong = Vec::new();
    for (run, played) in PLAYED.iter() {
        for shown in &played.shown {
            let accepted = run
                .accepted
                .sides
                .iter()
                .any(|side| side == shown.side.id());
            if !accepted && shown.confidence.fraction() >= CONFIDENT {
                wrong.push(format!(
                    "{} in {}, vantages {}: {} ({}) with {:.2}",
                    run.fault,
                    run.engine,
                    run.vantages,
                    shown.side.id(),
                    shown.cause.id(),
                    shown.confidence
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_verdict_ends_on_a_wrong_side() {
    let mut wrong = Vec::new();
    for (run, played) in PLAYED.iter() {
        let judged = judge(&played.last, &run.accepted);
        if judged.named && !judged.side_right {
            wrong.push(format!(
                "{} in {}, vantages {}: {} ({}) with {:.2}, asked {:?}",
                run.fault,
                run.engine,
                run.vantages,
                played.last.side.id(),
                played.last.cause.id(),
                played.last.confidence,
                played.asked
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn with_outside_vantages_nearly_every_side_and_cause_is_right() {
    for engine in ENGINES {
        let score = scored(|run| run.engine == engine && run.vantages);
        assert!(score.side_share() >= 0.98, "{engine}: {}", score.line());
        assert!(score.cause_share() >= 0.93, "{engine}: {}", score.line());
        assert!(score.brier() <= 0.05, "{engine}: {}", score.line());
    }
}

#[test]
fn alone_an_engine_and_its_visitor_tell_as_much() {
    for engine in ENGINES {
        let score = scored(|run| run.engine == engine && !run.vantages);
        assert!(score.side_share() >= 0.95, "{engine}: {}", score.line());
        assert!(score.brier() <= 0.05, "{engine}: {}", score.line());
    }
}

#[test]
fn alone_and_without_an_answer_an_engine_says_what_it_can_tell_and_no_more() {
    // A dead site and a lost way, a missing name and a lying resolver look alike to every browser that is alone, and Firefox
    // shows nothing of an answer's status.
    for (engine, sides) in [("chromium", 0.69), ("firefox", 0.38), ("webkit", 0.69)] {
        let mut score = Score::default();
        for (run, played) in PLAYED.iter() {
            if run.engine == engine && !run.vantages {
                score.add(judge(&played.unasked, &run.accepted));
            }
        }
        assert!(score.side_share() >= sides, "{engine}: {}", score.line());
        assert_eq!(score.confidently_wrong, 0, "{engine}: {}", score.line());
    }
}

#[test]
fn faults_that_no_likelihood_was_set_from_are_told_as_well() {
    let runs: Vec<Run> = PLAYED.iter().map(|(run, _)| run.clone()).collect();
    let held_out = fit::held_out(&runs);
    let score = scored(|run| run.vantages && held_out.contains(&run.fault));
    assert!(score.side_share() >= 0.96, "{}", score.line());
    assert!(score.brier() <= 0.05, "{}", score.line());
}

#[test]
fn the_counts_in_the_library_are_those_of_the_recorded_runs() {
    let project = project();
    let runs = run::all(&project).unwrap();
    let counted = fit::source(&runs, &fit::count(&runs).unwrap());
    let path = project.join("crates/diagnosis/src/likelihood/measured.rs");
    let kept = std::fs::read_to_string(path).unwrap();
    let bare = |text: &str| -> String {
        text.lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .flat_map(str::chars)
            .filter(|c| !c.is_whitespace() && *c != ',')
            .collect()
    };
    assert!(
        bare(&counted) == bare(&kept),
        "run `cargo xtask calibrate --write`, then `cargo fmt`"
    );
}

#[test]
fn of_the_verdicts_given_with_nine_in_ten_nine_in_ten_are_right_where_likelihoods_are_off() {
    for each in simulate::all(DRAWS, 1) {
        let buckets = reliability(&each.score.claims);
        for bucket in buckets.iter().filter(|bucket| bucket.claims >= ENOUGH) {
            assert!(
                bucket.right >= bucket.claimed - 0.1,
                "{} (vantages {}): {bucket:?}",
                each.engine,
                each.vantages,
            );
        }
    }
}

//! What must hold of every recorded run of the lab, played through the inference as it is now.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]

use whichside_calibration::run::{ENGINES, Run};
use whichside_calibration::score::{CONFIDENT, Score, judge};
use whichside_calibration::{fit, project, replay, run, simulate};

/// Draws enough for a tenth of the confidence to hold hundreds of verdicts.
const DRAWS: usize = 6_000;
/// Fewer verdicts than this make no share.
const ENOUGH: usize = 200;

fn scored(runs: &[Run], wanted: impl Fn(&Run) -> bool) -> Score {
    let mut score = Score::default();
    for run in runs.iter().filter(|run| wanted(run)) {
        score.add(judge(&replay::play(run).unwrap().last, &run.accepted));
    }
    assert!(score.all > 0, "no such run is recorded");
    score
}

#[test]
fn no_wrong_side_is_ever_shown_with_confidence() {
    let mut wrong = Vec::new();
    for run in run::all(&project()).unwrap() {
        for shown in replay::play(&run).unwrap().shown {
            let accepted = run
                .accepted
                .sides
                .iter()
                .any(|side| side == shown.side.id());
            if !accepted && shown.confidence >= CONFIDENT {
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
fn with_outside_vantages_nearly_every_side_and_cause_is_right() {
    let runs = run::all(&project()).unwrap();
    for engine in ENGINES {
        let score = scored(&runs, |run| run.engine == engine && run.vantages);
        assert!(score.side_share() >= 0.98, "{engine}: {}", score.line());
        assert!(score.cause_share() >= 0.93, "{engine}: {}", score.line());
        assert!(score.brier() <= 0.05, "{engine}: {}", score.line());
    }
}

#[test]
fn alone_an_engine_says_what_it_can_tell_and_no_more() {
    let runs = run::all(&project()).unwrap();
    for (engine, sides) in [("chromium", 0.80), ("firefox", 0.65), ("webkit", 0.65)] {
        let score = scored(&runs, |run| run.engine == engine && !run.vantages);
        assert!(score.side_share() >= sides, "{engine}: {}", score.line());
        assert_eq!(score.wrong, 0, "{engine}: {}", score.line());
        assert!(score.brier() <= 0.05, "{engine}: {}", score.line());
    }
}

#[test]
fn faults_that_no_likelihood_was_set_from_are_told_as_well() {
    let runs = run::all(&project()).unwrap();
    let held_out = fit::held_out(&runs);
    let score = scored(&runs, |run| run.vantages && held_out.contains(&run.fault));
    assert!(score.side_share() >= 0.96, "{}", score.line());
    assert!(score.brier() <= 0.05, "{}", score.line());
}

#[test]
fn the_counts_in_the_library_are_those_of_the_recorded_runs() {
    let project = project();
    let runs = run::all(&project).unwrap();
    let counted = fit::source(&runs, &fit::count(&runs).unwrap());
    let path = project.join("crates/diagnosis/src/numbers/measured.rs");
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
        for step in each
            .score
            .reliability
            .iter()
            .filter(|step| step.count >= ENOUGH)
        {
            let said = step.confidence / step.count as f64;
            let right = step.right as f64 / step.count as f64;
            assert!(
                right >= said - 0.1,
                "{} (vantages {}): said {said:.2}, right {right:.2} of {}",
                each.engine,
                each.vantages,
                step.count
            );
        }
    }
}

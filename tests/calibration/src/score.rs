//! How often verdicts are right, and whether they are as sure as they may be.

use serde::Serialize;
use whichside_diagnosis::{Side, Verdict};

use crate::run::Judgement;

/// From this confidence on, a wrong side is "confidently wrong".
pub const CONFIDENT: f64 = 0.80;
/// How many steps of a tenth a reliability table has.
const STEPS: usize = 10;

/// A verdict, judged.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// A side was named.
    pub named: bool,
    /// The side is right (`unknown` only where the judge accepts it).
    pub side_right: bool,
    /// The cause is right, and its side.
    pub cause_right: bool,
    /// The side's probability.
    pub confidence: f64,
}

/// Judges a verdict.
#[must_use]
pub fn judge(verdict: &Verdict, accepted: &Judgement) -> Judged {
    let side_right = accepted.sides.iter().any(|side| side == verdict.side.id());
    let cause_right = accepted
        .causes
        .iter()
        .any(|cause| cause == verdict.cause.id());
    Judged {
        named: verdict.side != Side::Unknown,
        side_right,
        cause_right: side_right && cause_right,
        confidence: verdict.confidence,
    }
}

/// One row of a reliability table: verdicts with about the same confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Step {
    /// How many.
    pub count: usize,
    /// How many were right.
    pub right: usize,
    /// The sum of their confidences.
    pub confidence: f64,
}

/// What many verdicts come to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Score {
    /// How many verdicts.
    pub all: usize,
    /// Right sides, accepted `unknown`s among them.
    pub sides: usize,
    /// Right causes.
    pub causes: usize,
    /// Verdicts that name no side.
    pub unknown: usize,
    /// Verdicts that name a wrong side.
    pub wrong: usize,
    /// Verdicts that name a wrong side with 0.80 or more.
    pub confidently_wrong: usize,
    /// The sum of (confidence − right)² over the verdicts that name a side.
    pub squares: f64,
    /// Verdicts that name a side, by tenths of their confidence.
    pub reliability: [Step; STEPS],
}

impl Score {
    /// Adds a verdict.
    pub fn add(&mut self, judged: Judged) {
        self.all += 1;
        self.sides += usize::from(judged.side_right);
        self.causes += usize::from(judged.cause_right);
        if !judged.named {
            self.unknown += 1;
            return;
        }
        let wrong = !judged.side_right;
        self.wrong += usize::from(wrong);
        self.confidently_wrong += usize::from(wrong && judged.confidence >= CONFIDENT);
        let right = f64::from(u8::from(judged.side_right));
        self.squares += (judged.confidence - right).powi(2);
        let at = ((judged.confidence * STEPS as f64) as usize).min(STEPS - 1);
        if let Some(step) = self.reliability.get_mut(at) {
            step.count += 1;
            step.right += usize::from(judged.side_right);
            step.confidence += judged.confidence;
        }
    }

    /// The Brier score of the verdicts that name a side; zero where none does.
    #[must_use]
    pub fn brier(&self) -> f64 {
        self.squares / (self.all - self.unknown).max(1) as f64
    }

    /// Right sides, as a share.
    #[must_use]
    pub fn side_share(&self) -> f64 {
        self.sides as f64 / self.all.max(1) as f64
    }

    /// Right causes, as a share.
    #[must_use]
    pub fn cause_share(&self) -> f64 {
        self.causes as f64 / self.all.max(1) as f64
    }

    /// The score in a line.
    #[must_use]
    pub fn line(&self) -> String {
        format!(
            "{:5} verdicts: sides {:5.1} %, causes {:5.1} %, unknown {:5.1} %, wrong {}, confidently wrong {}, Brier {:.3}",
            self.all,
            100.0 * self.side_share(),
            100.0 * self.cause_share(),
            100.0 * self.unknown as f64 / self.all.max(1) as f64,
            self.wrong,
            self.confidently_wrong,
            self.brier(),
        )
    }

    /// The reliability table, a line a step that holds any.
    #[must_use]
    pub fn reliability_lines(&self) -> Vec<String> {
        self.reliability
            .iter()
            .filter(|step| step.count > 0)
            .map(|step| {
                format!(
                    "  said {:.2}, right {:.2} ({} verdicts)",
                    step.confidence / step.count as f64,
                    step.right as f64 / step.count as f64,
                    step.count
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(named: bool, side_right: bool, confidence: f64) -> Judged {
        Judged {
            named,
            side_right,
            cause_right: side_right,
            confidence,
        }
    }

    #[test]
    fn a_verdict_costs_the_square_of_how_far_it_was_from_the_truth() {
        let mut score = Score::default();
        score.add(verdict(true, true, 0.9));
        score.add(verdict(true, false, 0.7));
        assert!((score.brier() - (0.01 + 0.49) / 2.0).abs() < 1e-9);
        assert_eq!(
            (score.sides, score.wrong, score.confidently_wrong),
            (1, 1, 0)
        );
    }

    #[test]
    fn unknown_is_no_claim() {
        let mut score = Score::default();
        score.add(verdict(false, false, 0.05));
        assert_eq!((score.unknown, score.wrong), (1, 0));
        assert!(score.brier() < 1e-9 && score.reliability_lines().is_empty());
    }

    #[test]
    fn being_wrong_with_four_in_five_is_confidently_wrong() {
        let mut score = Score::default();
        score.add(verdict(true, false, 0.80));
        score.add(verdict(true, false, 0.79));
        assert_eq!(score.confidently_wrong, 1);
    }
}

//! How often verdicts are right, and whether they are as sure as they may be. Pure; the lab counts by the same rules.

use serde::Serialize;
use whichside_diagnosis::{Side, Verdict};

use crate::judgement::Judgement;

/// From this confidence on, a wrong side is "confidently wrong".
pub const CONFIDENT: f64 = 0.80;
/// Where ranges of confidence begin, in hundredths; finer where most claims are.
const EDGES: [u8; 8] = [0, 50, 60, 70, 80, 90, 95, 101];

/// A verdict that names a side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// The probability claimed.
    pub confidence: f64,
    /// Whether the side was right.
    pub right: bool,
}

/// Claims of similar confidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bucket {
    /// The lowest confidence in it.
    pub from: f64,
    /// The confidence it ends before.
    pub to: f64,
    /// How many claims.
    pub claims: usize,
    /// What they claimed on average.
    pub claimed: f64,
    /// The share of them that was right.
    pub right: f64,
}

/// The Brier score: the mean of (confidence − right)²; none where nothing was claimed.
#[must_use]
pub fn brier(claims: &[Claim]) -> Option<f64> {
    let miss = |claim: &Claim| claim.confidence - f64::from(u8::from(claim.right));
    mean(claims.iter().map(|claim| miss(claim).powi(2)))
}

/// Claims by confidence; ranges without any are left out.
#[must_use]
pub fn reliability(claims: &[Claim]) -> Vec<Bucket> {
    EDGES
        .windows(2)
        .filter_map(|edges| {
            let &[from, to] = edges else { return None };
            let inside: Vec<&Claim> = claims
                .iter()
                .filter(|claim| (from..to).contains(&hundredths(claim.confidence)))
                .collect();
            Some(Bucket {
                from: f64::from(from) / 100.0,
                to: f64::from(to.min(100)) / 100.0,
                claims: inside.len(),
                claimed: mean(inside.iter().map(|claim| claim.confidence))?,
                right: mean(inside.iter().map(|claim| f64::from(u8::from(claim.right))))?,
            })
        })
        .collect()
}

/// As the page shows it: 0.7 is not quite 0.7.
fn hundredths(confidence: f64) -> u8 {
    (confidence * 100.0).round() as u8
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

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
        confidence: verdict.confidence.fraction(),
    }
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
    /// The verdicts that name a side.
    #[serde(skip)]
    pub claims: Vec<Claim>,
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
        self.claims.push(Claim {
            confidence: judged.confidence,
            right: judged.side_right,
        });
    }

    /// The Brier score of the verdicts that name a side; zero where none does.
    #[must_use]
    pub fn brier(&self) -> f64 {
        brier(&self.claims).unwrap_or_default()
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

    /// The reliability table, a line a range of confidence that holds any.
    #[must_use]
    pub fn reliability_lines(&self) -> Vec<String> {
        reliability(&self.claims)
            .iter()
            .map(|bucket| {
                format!(
                    "  said {:.2}, right {:.2} ({} verdicts)",
                    bucket.claimed, bucket.right, bucket.claims
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

    fn claim(confidence: f64, right: bool) -> Claim {
        Claim { confidence, right }
    }

    #[test]
    fn the_brier_score_is_nought_for_prophets_and_a_quarter_for_coins() {
        assert_eq!(brier(&[]), None);
        assert_eq!(brier(&[claim(1.0, true)]), Some(0.0));
        assert_eq!(brier(&[claim(1.0, false)]), Some(1.0));
        assert_eq!(brier(&[claim(0.5, true), claim(0.5, false)]), Some(0.25));
    }

    #[test]
    fn claims_of_similar_confidence_are_put_together_with_the_share_that_was_right() {
        let claims = [
            claim(0.7, true),
            claim(0.79, false),
            claim(0.95, true),
            claim(1.0, true),
        ];
        let buckets = reliability(&claims);
        let seen: Vec<(f64, f64, usize, f64)> = buckets
            .iter()
            .map(|bucket| (bucket.from, bucket.to, bucket.claims, bucket.right))
            .collect();
        assert_eq!(seen, [(0.7, 0.8, 2, 0.5), (0.95, 1.0, 2, 1.0)]);
        assert!((buckets[0].claimed - 0.745).abs() < 1e-9);
    }

    #[test]
    fn every_hundredth_the_page_can_show_has_its_place() {
        for hundredth in 0..=100 {
            let confidence: f64 = format!("{:.2}", f64::from(hundredth) / 100.0)
                .parse()
                .unwrap();
            assert_eq!(hundredths(confidence), hundredth);
            assert_eq!(
                reliability(&[claim(confidence, true)]).len(),
                1,
                "{hundredth}"
            );
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
        assert!(score.claims.is_empty() && score.reliability_lines().is_empty());
    }

    #[test]
    fn being_wrong_with_four_in_five_is_confidently_wrong() {
        let mut score = Score::default();
        score.add(verdict(true, false, 0.80));
        score.add(verdict(true, false, 0.79));
        assert_eq!(score.confidently_wrong, 1);
    }
}

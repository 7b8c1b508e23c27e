//! Why a verdict names its cause: the weight of each signal for or against it.
//!
//! The weight is in bits: by how many doublings a signal raises the odds of the cause against all others, given all other
//! signals (the weight of evidence, I. J. Good 1950). It is the binary logarithm of the signal's likelihood under the cause over
//! its average likelihood under the others, each as probable as the rest of the evidence leaves it. Weights do not depend on
//! the order of the signals; two signals that tell the same each weigh what they add to the other.

use crate::cause::Cause;
use crate::signals::{Evidence, Finding};
use crate::verdict::{Verdict, trusted, weights};

/// A signal and its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What was found.
    pub finding: Finding,
    /// Its weight in bits; negative where it speaks against the cause.
    pub bits: f64,
}

impl Verdict {
    /// Each signal's weight for the verdict's cause against all other causes, the heaviest first. `history` is what the check
    /// was given: the causes of this site's failures in the last week.
    #[must_use]
    pub fn reasons(&self, history: &[Cause]) -> Vec<Reason> {
        let all = log_odds(self.cause, history, self.evidence.iter());
        heaviest_first(self.evidence.iter().enumerate().map(|(at, piece)| {
            let others = self.evidence.iter().enumerate();
            let without = others
                .filter(|(other, _)| *other != at)
                .map(|(_, piece)| piece);
            Reason {
                finding: piece.finding.clone(),
                bits: all - log_odds(self.cause, history, without),
            }
        }))
    }

    /// Each signal's weight for the verdict's cause against one other cause, the heaviest first. These weights and the
    /// ratio of the priors add up to the odds of the two.
    #[must_use]
    pub fn reasons_against(&self, rival: Cause) -> Vec<Reason> {
        heaviest_first(self.evidence.iter().map(|piece| Reason {
            finding: piece.finding.clone(),
            bits: (trusted(piece, self.cause) / trusted(piece, rival)).log2(),
        }))
    }
}

/// The binary logarithm of a cause's odds against all others.
fn log_odds<'a>(
    cause: Cause,
    history: &[Cause],
    evidence: impl Iterator<Item = &'a Evidence> + Clone,
) -> f64 {
    let (mut of_it, mut of_others) = (0.0, 0.0);
    for (other, weight) in weights(history, evidence) {
        if other == cause {
            of_it += weight;
        } else {
            of_others += weight;
        }
    }
    (of_it / of_others).log2()
}

fn heaviest_first(reasons: impl Iterator<Item = Reason>) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = reasons.collect();
    reasons.sort_by(|one, other| other.bits.abs().total_cmp(&one.bits.abs()));
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::likelihood;
    use crate::signals::{Local, Online, Outside, alike};

    fn bad_gateway() -> Verdict {
        let findings = [
            Finding::Online(alike(&[Online::All])),
            Finding::Local(alike(&[Local::ErrorPage])),
            Finding::Outside(alike(&[Outside::BadGateway])),
        ];
        Verdict::on(findings.map(Evidence::trusted).to_vec(), &[], true)
    }

    #[test]
    fn what_the_vantages_saw_weighs_most_for_a_502() {
        let verdict = bad_gateway();
        assert_eq!(verdict.cause, Cause::BadGateway);
        let reasons = verdict.reasons(&[]);
        assert!(matches!(reasons[0].finding, Finding::Outside(_)));
        assert!(reasons[0].bits > 3.0, "{reasons:?}");
        assert!(reasons.iter().all(|reason| reason.bits.is_finite()));
    }

    #[test]
    fn weights_against_one_rival_add_up_to_the_odds() {
        let verdict = bad_gateway();
        let probability = |wanted| {
            let mut ranked = verdict.ranked.iter();
            ranked
                .find(|(cause, _)| *cause == wanted)
                .map_or(0.0, |(_, probability)| probability.fraction())
        };
        let rival = Cause::Path;
        let bits: f64 = verdict
            .reasons_against(rival)
            .iter()
            .map(|reason| reason.bits)
            .sum();
        let prior = likelihood::prior(verdict.cause) / likelihood::prior(rival);
        let odds = probability(verdict.cause) / probability(rival);
        assert!((bits + prior.log2() - odds.log2()).abs() < 1e-9);
    }
}

//! The inference: Bayes over the causes, and the verdict that may honestly be shown.

use crate::cause::{Cause, Side};
use crate::evidence::{self, Evidence};
use crate::numbers;
use crate::observation::{Outcome, Seen};
use crate::outside::Sight;
use crate::probes::Probe;
use crate::record::CheckRecord;

/// Whose side, why, and how sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The side, `unknown` where none is probable enough to be shown.
    pub side: Side,
    /// The likeliest cause within that side.
    pub cause: Cause,
    /// The side's probability, 0–1.
    pub confidence: f64,
    /// The cause's probability, 0–1.
    pub cause_confidence: f64,
    /// Every cause with its probability, likeliest first. They sum to one.
    pub ranked: Vec<(Cause, f64)>,
    /// What it stands on.
    pub evidence: Vec<Evidence>,
    /// The error's number, where a vantage read it or the visitor told it.
    pub status: Option<u16>,
    /// Who wrote the error page, as far as it shows.
    pub server: Option<String>,
}

impl Default for Verdict {
    fn default() -> Verdict {
        Verdict::idle()
    }
}

impl Verdict {
    /// Before any record.
    #[must_use]
    pub const fn idle() -> Verdict {
        Verdict {
            side: Side::Unknown,
            cause: Cause::Unclear,
            confidence: 0.0,
            cause_confidence: 0.0,
            ranked: Vec::new(),
            evidence: Vec::new(),
            status: None,
            server: None,
        }
    }

    /// Whether it names a side and is nearly sure of it.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.side != Side::Unknown && self.confidence >= numbers::SURE
    }

    /// The probability of a side.
    #[must_use]
    pub fn probability_of(&self, side: Side) -> f64 {
        self.ranked
            .iter()
            .filter(|(cause, _)| cause.side() == side)
            .map(|(_, p)| p)
            .sum()
    }

    /// The verdict that evidence allows. `settled`: the target owes no answer any more.
    #[must_use]
    pub fn on(evidence: Vec<Evidence>, history: &[Cause], settled: bool) -> Verdict {
        let mut verdict = Verdict {
            ranked: posterior(history, &evidence),
            evidence,
            ..Verdict::idle()
        };
        if verdict.evidence.is_empty() {
            return verdict;
        }
        let threshold = if settled {
            numbers::SHOWN
        } else {
            numbers::SHOWN_EARLY
        };
        let likeliest = [Side::Yours, Side::Theirs, Side::Works]
            .into_iter()
            .map(|side| (side, verdict.probability_of(side)))
            .fold((Side::Unknown, 0.0), |best, next| {
                if next.1 > best.1 { next } else { best }
            });
        if likeliest.1 >= threshold {
            verdict.side = likeliest.0;
        }
        verdict.confidence = verdict.probability_of(verdict.side).min(numbers::SUREST);
        if let Some((cause, probability)) = verdict
            .ranked
            .iter()
            .find(|(cause, _)| cause.side() == verdict.side)
        {
            verdict.cause = *cause;
            verdict.cause_confidence = probability.min(numbers::SUREST);
        }
        verdict
    }

    pub(crate) fn of(record: &CheckRecord) -> Verdict {
        let asking = record.waiting().any(|probe| probe.spec().holds_verdict);
        let mut verdict = Verdict::on(evidence::of(record), &record.setting().history, !asking);
        if verdict.side == Side::Works && record.is_measuring() {
            verdict.confidence = verdict.confidence.min(numbers::OPENS_SO_FAR);
        }
        (verdict.status, verdict.server) = error_page(record);
        verdict
    }
}

/// The causes' probabilities given the evidence, likeliest first.
///
/// Bayes' odds, multiplied rather than added up as logarithms, whose tables would outweigh the whole inference: a dozen
/// factors of a thousandth each are far from the end of the numbers.
fn posterior(history: &[Cause], evidence: &[Evidence]) -> Vec<(Cause, f64)> {
    let mut ranked: Vec<(Cause, f64)> = Vec::with_capacity(Cause::COUNT);
    let mut sum = 0.0;
    for &cause in Cause::ALL {
        let before = history.iter().filter(|past| **past == cause).count();
        let mut weight = numbers::prior(cause) + numbers::of_history(before);
        for piece in evidence {
            weight *= trusted(piece, cause);
        }
        sum += weight;
        // Thirty entries need no sorting algorithm, whose code would outweigh the whole inference.
        let at = ranked.partition_point(|(_, other)| *other >= weight);
        ranked.insert(at, (cause, weight));
    }
    for (_, weight) in &mut ranked {
        *weight /= sum;
    }
    ranked
}

/// The likelihood of a piece of evidence that may say nothing: as far as it is not trusted, every cause explains it alike.
fn trusted(piece: &Evidence, cause: Cause) -> f64 {
    piece.trust * numbers::likelihood(&piece.finding, cause)
        + (1.0 - piece.trust) * numbers::SAYS_NOTHING
}

/// The number and the author of the error page: from outside where a vantage read them, else as the visitor says.
fn error_page(record: &CheckRecord) -> (Option<u16>, Option<String>) {
    let vantages = evidence::outside_vantages(record);
    let mut answers = vantages.iter().filter_map(|vantage| match &vantage.saw {
        Sight::Answer(answer) if answer.code >= 400 => Some(answer),
        _ => None,
    });
    if let Some(answer) = answers.next() {
        return (Some(answer.code), answer.server.clone());
    }
    match record.outcome(Probe::Seen) {
        Some(Outcome::Seen(Seen::Status(code))) => (Some(*code), None),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{
        Clock, Finding, Here, Link, Names, Number, Online, Outside, Pace, Past, Told, When,
    };
    use crate::question::Question;
    use crate::remedy::Remedy;

    fn every_finding() -> Vec<Finding> {
        fn all<C: Copy>(columns: &[C], finding: impl Fn(C) -> Finding) -> Vec<Finding> {
            columns.iter().map(|column| finding(*column)).collect()
        }
        [
            all(Link::ALL, Finding::Link),
            all(Online::ALL, |column| Finding::Online(vec![column])),
            all(Here::ALL, |column| Finding::Here(vec![(column, 1.0)])),
            all(Pace::ALL, Finding::Pace),
            all(When::ALL, Finding::When),
            all(Outside::ALL, |column| Finding::Outside(vec![(column, 1.0)])),
            all(Names::ALL, Finding::Names),
            all(Clock::ALL, Finding::Clock),
            all(Told::ALL, Finding::Told),
            all(Number::ALL, Finding::Number),
            all(Past::ALL, Finding::Past),
            Question::ALL
                .into_iter()
                .flat_map(|question| [true, false].map(|yes| Finding::Said(question, yes)))
                .collect(),
            all(Remedy::ALL, Finding::InVain),
        ]
        .concat()
    }

    #[test]
    fn a_finding_never_lowers_the_cause_under_which_it_is_likeliest() {
        let probability = |evidence: &[Evidence], wanted: Cause| {
            posterior(&[], evidence)
                .into_iter()
                .find(|(cause, _)| *cause == wanted)
                .map_or(0.0, |(_, p)| p)
        };
        for before in every_finding() {
            for finding in every_finding() {
                for trust in [0.35, 1.0] {
                    let known = Evidence {
                        finding: before.clone(),
                        trust: 1.0,
                    };
                    let new = Evidence {
                        finding: finding.clone(),
                        trust,
                    };
                    let likeliest = Cause::ALL
                        .iter()
                        .copied()
                        .max_by(|a, b| {
                            numbers::likelihood(&finding, *a)
                                .total_cmp(&numbers::likelihood(&finding, *b))
                        })
                        .unwrap_or(Cause::Unclear);
                    let was = probability(std::slice::from_ref(&known), likeliest);
                    let is = probability(&[known, new], likeliest);
                    assert!(
                        is >= was - 1e-12,
                        "{finding:?} after {before:?} lowers {likeliest:?} from {was} to {is}"
                    );
                }
            }
        }
    }
}

//! The inference: Bayes over the causes, and the verdict that may honestly be shown.

use crate::cause::{Cause, Side};
use crate::further;
use crate::likelihood;
use crate::observation::{Outcome, Seen};
use crate::outside::Sight;
use crate::probability::{Confidence, Probability, heaviest_first};
use crate::probes::Probe;
use crate::question::Question;
use crate::record::CheckRecord;
use crate::signals::{self, Evidence, Finding};
use crate::thresholds::{CERTAIN, OPENS_SO_FAR, SAYS_NOTHING, SHOWN, SHOWN_EARLY, SURE, UNCLEARED};

/// Whose side, why, and how sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The side, `unknown` where none is probable enough to be shown.
    pub side: Side,
    /// The likeliest cause within that side.
    pub cause: Cause,
    /// How sure it is of the side.
    pub confidence: Confidence,
    /// How sure it is of the cause.
    pub cause_confidence: Confidence,
    /// Every cause with its probability, likeliest first. They sum to one.
    pub ranked: Vec<(Cause, Probability)>,
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
            confidence: Confidence::ZERO,
            cause_confidence: Confidence::ZERO,
            ranked: Vec::new(),
            evidence: Vec::new(),
            status: None,
            server: None,
        }
    }

    /// Whether it names a side and is nearly sure of it.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.side != Side::Unknown && self.confidence.reaches(SURE)
    }

    /// Whether its cause is at least as likely as all others of its side together. Where it is not, the side is all that can be
    /// said, and its likeliest causes are named as such.
    #[must_use]
    pub fn tells_cause(&self) -> bool {
        match self.side {
            Side::Yours | Side::Theirs => {
                2.0 * self.cause_confidence.fraction() >= self.confidence.fraction()
            }
            Side::Works | Side::Unknown => true,
        }
    }

    /// How sure it is, in steps that have words; `None` where it names no side.
    #[must_use]
    pub fn certainty(&self) -> Option<Certainty> {
        match self.side {
            Side::Unknown => None,
            Side::Yours | Side::Theirs | Side::Works => Some(if self.confidence.reaches(CERTAIN) {
                Certainty::Certain
            } else if self.confidence.reaches(SURE) {
                Certainty::VeryLikely
            } else {
                Certainty::Likely
            }),
        }
    }

    /// Whether the visitor's network carries requests; `None` while that is not known.
    #[must_use]
    pub fn network_works(&self) -> Option<bool> {
        self.evidence.iter().find_map(|piece| match &piece.finding {
            Finding::Online(columns) => Some(columns.iter().all(|(column, _)| column.works())),
            _ => None,
        })
    }

    /// The probability of a side.
    #[must_use]
    pub fn probability_of(&self, side: Side) -> Probability {
        let of_causes = self
            .ranked
            .iter()
            .filter(|(cause, _)| cause.side() == side)
            .map(|(_, probability)| probability.fraction());
        Probability::new(of_causes.sum())
    }

    /// The verdict that evidence allows. `settled`: the target owes no answer any more.
    #[must_use]
    pub fn on(evidence: Vec<Evidence>, history: &[Cause], settled: bool) -> Verdict {
        Verdict::among(
            &[Side::Yours, Side::Theirs, Side::Works],
            evidence,
            history,
            settled,
        )
    }

    /// The verdict that evidence allows where only these sides may be shown.
    fn among(sides: &[Side], evidence: Vec<Evidence>, history: &[Cause], settled: bool) -> Verdict {
        let mut verdict = Verdict {
            ranked: posterior(history, &evidence),
            evidence,
            ..Verdict::idle()
        };
        if verdict.evidence.is_empty() {
            return verdict;
        }
        let least = if settled { SHOWN } else { SHOWN_EARLY };
        let (likeliest, probability) = sides
            .iter()
            .map(|side| (*side, verdict.probability_of(*side)))
            .fold((Side::Unknown, Probability::ZERO), |best, next| {
                if next.1 > best.1 { next } else { best }
            });
        if probability.fraction() >= least.fraction() {
            verdict.side = likeliest;
        }
        verdict.confidence = Confidence::of(verdict.probability_of(verdict.side));
        if let Some((cause, probability)) = verdict.ranked.iter().find(|(cause, probability)| {
            cause.side() == verdict.side
                    // What cannot be told has a name of its own only where that is nearly certain.
                    && (verdict.side != Side::Unknown
                        || *cause == Cause::Unclear
                        || probability.fraction() >= SHOWN.fraction())
        }) {
            verdict.cause = *cause;
            verdict.cause_confidence = Confidence::of(*probability);
        }
        verdict
    }

    pub(crate) fn of(record: &CheckRecord) -> Verdict {
        let asking = record.waiting().any(|probe| probe.spec().holds_verdict);
        let sides = may_be_shown(record);
        let evidence = signals::of(record);
        let mut verdict = Verdict::among(&sides, evidence, &record.setting().history, !asking);
        let most = match verdict.side {
            Side::Works if record.is_measuring() => Some(OPENS_SO_FAR),
            Side::Yours if further::site_is_uncleared(record) => Some(UNCLEARED),
            Side::Yours | Side::Theirs | Side::Works | Side::Unknown => None,
        };
        if let Some(most) = most {
            verdict.confidence = verdict.confidence.at_most(most);
            verdict.cause_confidence = verdict.cause_confidence.at_most(most);
        }
        (verdict.status, verdict.server) = error_page(record);
        verdict
    }
}

/// The sides that may be shown. Where all that was measured says that the site opens, and the visitor alone that it does not,
/// their word is as true of a page for sale as of an old cookie: a private window, another browser or another device decides
/// whether it is theirs, and another network whether it is the site's.
fn may_be_shown(record: &CheckRecord) -> Vec<Side> {
    let answer = |question| record.outcome(Probe::Asked(question));
    let still_fails = answer(Question::StillFails) == Some(&Outcome::Said(true));
    let seen = record.outcome(Probe::Seen);
    let opens_here = match signals::opened(record) {
        // Firefox cannot tell a page from an error; a visitor who sees a page of somebody else's has met no error.
        None => seen == Some(&Outcome::Seen(Seen::OtherPage)),
        Some(opens) => opens,
    };
    let opens_for_all =
        opens_here && signals::outside(record).is_none_or(|reading| reading.agreed.opens());
    let beyond_this_browser = [
        Question::PrivateWindow,
        Question::OtherBrowser,
        Question::OtherDevice,
    ]
    .into_iter()
    .any(|question| matches!(answer(question), Some(Outcome::Said(_))));
    let fails_elsewhere = answer(Question::OtherNetwork) == Some(&Outcome::Said(false));
    // A browser's own warning is no page that somebody else may have sent.
    let is_warned = seen == Some(&Outcome::Seen(Seen::Dangerous));
    let is_told = !is_warned && (still_fails || seen.is_some());
    let mut sides = vec![Side::Works];
    if !still_fails || beyond_this_browser || signals::opened(record) != Some(true) {
        sides.push(Side::Yours);
    }
    // A resolver alone that knows no such name may be wrong: the site's side waits until the site itself has been asked.
    let is_asked = record.began(Probe::Fetch).is_some() || record.outcome(Probe::Fetch).is_some();
    if is_asked && (!is_told || fails_elsewhere || !opens_for_all) {
        sides.push(Side::Theirs);
    }
    sides
}

/// How sure a verdict is, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Certain.
    Certain,
    /// Very likely.
    VeryLikely,
    /// Likely.
    Likely,
}

/// The causes' probabilities given the evidence, likeliest first.
///
/// Bayes' odds, multiplied rather than added up as logarithms: a dozen factors of a thousandth each are far from the end of
/// the numbers.
fn posterior(history: &[Cause], evidence: &[Evidence]) -> Vec<(Cause, Probability)> {
    let weights = weights(history, evidence.iter());
    let sum: f64 = weights.iter().map(|(_, weight)| weight).sum();
    heaviest_first(weights)
        .into_iter()
        .map(|(cause, weight)| (cause, Probability::new(weight / sum)))
        .collect()
}

/// Each cause's prior times the likelihood of the evidence under it; only their ratios say something.
pub(crate) fn weights<'a>(
    history: &[Cause],
    evidence: impl Iterator<Item = &'a Evidence> + Clone,
) -> Vec<(Cause, f64)> {
    Cause::ALL
        .iter()
        .map(|&cause| {
            let before = history.iter().filter(|past| **past == cause).count();
            let prior = likelihood::prior(cause) + likelihood::of_history(before);
            let weight = evidence
                .clone()
                .fold(prior, |weight, piece| weight * trusted(piece, cause));
            (cause, weight)
        })
        .collect()
}

/// The likelihood of a piece of evidence that may say nothing: as far as it is not trusted, every cause explains it alike.
pub(crate) fn trusted(piece: &Evidence, cause: Cause) -> f64 {
    let trust = piece.trust.fraction();
    trust * likelihood::likelihood(&piece.finding, cause) + (1.0 - trust) * SAYS_NOTHING.fraction()
}

/// The number and the author of the error page: from outside where a vantage read them, else as the visitor says.
fn error_page(record: &CheckRecord) -> (Option<u16>, Option<String>) {
    let vantages = signals::vantages(record);
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
    use crate::probability::{PerMille, per_mille};
    use crate::question::Question;
    use crate::remedy::Remedy;
    use crate::signals::{
        Clock, ErrorNumber, FailureStage, Link, Local, Names, Online, Outside, Protocol, Speed,
        Symptom, Trend, Tunnel, alike,
    };

    fn every_finding() -> Vec<Finding> {
        fn all<C: Copy>(columns: &[C], finding: impl Fn(C) -> Finding) -> Vec<Finding> {
            columns.iter().map(|column| finding(*column)).collect()
        }
        [
            all(Link::ALL, Finding::Link),
            all(Online::ALL, |column| Finding::Online(alike(&[column]))),
            all(Local::ALL, |column| Finding::Local(alike(&[column]))),
            all(Speed::ALL, Finding::Speed),
            all(FailureStage::ALL, Finding::FailureStage),
            all(Outside::ALL, |column| Finding::Outside(alike(&[column]))),
            all(Protocol::ALL, Finding::Protocol),
            all(Names::ALL, Finding::Names),
            all(Clock::ALL, Finding::Clock),
            all(Tunnel::ALL, Finding::Tunnel),
            all(Symptom::ALL, Finding::Symptom),
            all(ErrorNumber::ALL, Finding::ErrorNumber),
            all(Trend::ALL, Finding::Trend),
            Question::ALL
                .into_iter()
                .flat_map(|question| [true, false].map(|yes| Finding::Answer(question, yes)))
                .collect(),
            all(Remedy::ALL, Finding::RemedyFailed),
        ]
        .concat()
    }

    #[test]
    fn a_finding_never_lowers_the_cause_under_which_it_is_likeliest() {
        let probability = |evidence: &[Evidence], wanted: Cause| {
            posterior(&[], evidence)
                .into_iter()
                .find(|(cause, _)| *cause == wanted)
                .map_or(0.0, |(_, p)| p.fraction())
        };
        for before in every_finding() {
            for finding in every_finding() {
                for trust in [per_mille(350), PerMille::ONE] {
                    let known = Evidence {
                        finding: before.clone(),
                        trust: PerMille::ONE,
                    };
                    let new = Evidence {
                        finding: finding.clone(),
                        trust,
                    };
                    let likeliest = Cause::ALL
                        .iter()
                        .copied()
                        .max_by(|a, b| {
                            likelihood::likelihood(&finding, *a)
                                .total_cmp(&likelihood::likelihood(&finding, *b))
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

//! Which remedies a visitor should try, best first: ranked by the probability that they help, over the effort they take.
//!
//! The remedies stand in `remedy`, and how probably each helps against a cause in `causes`.

use crate::address;
use crate::cause::Cause;
use crate::circumstances;
use crate::probability::{PerMille, heaviest_first};
use crate::remedy::Remedy;
use crate::target::Target;
use crate::thresholds::WORTH_ADVISING;
use crate::verdict::Verdict;

pub use crate::remedy::Action;

/// The remedies of a cause, the best first: by the probability that they help over the seconds they take.
#[must_use]
pub fn for_cause(cause: Cause) -> Vec<Remedy> {
    let remedies = cause.spec().remedies.all();
    best_first(
        remedies
            .map(|(remedy, chance)| (remedy, value(chance, remedy)))
            .collect(),
    )
}

/// The probability of helping, for each millisecond it takes.
fn value(chance: PerMille, remedy: Remedy) -> f64 {
    chance.fraction() / remedy.effort().0 as f64
}

/// Sorted by value, the greatest first; equal ones stay in the order they came in.
fn best_first(remedies: Vec<(Remedy, f64)>) -> Vec<Remedy> {
    let sorted = heaviest_first(remedies).into_iter();
    sorted.map(|(remedy, _)| remedy).collect()
}

/// The remedies to try, best expected value first; those tried already are left out.
/// Only the shown side's causes count: where it is the site's, nothing is asked of the visitor's router.
#[must_use]
pub fn for_visitor(verdict: &Verdict, tried: &[Remedy]) -> Vec<Remedy> {
    let mut values: Vec<(Remedy, f64)> = Vec::new();
    for &(cause, probability) in verdict
        .ranked
        .iter()
        .filter(|(cause, _)| cause.side() == verdict.side)
    {
        for (remedy, chance) in cause.spec().remedies.all() {
            let value = probability.fraction() * value(chance, remedy);
            match values.iter_mut().find(|(known, _)| *known == remedy) {
                Some((_, sum)) => *sum += value,
                None => values.push((remedy, value)),
            }
        }
    }
    for (remedy, value) in &mut values {
        *value *= circumstances::weight(*remedy, &verdict.evidence);
    }
    values.retain(|(remedy, _)| !tried.contains(remedy) || remedy.action() != Action::CheckAgain);
    let best = values.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    values.retain(|(remedy, value)| {
        *value >= best * WORTH_ADVISING.fraction() || verdict.cause.chance_of(*remedy).is_some()
    });
    best_first(values)
}

/// Pages where others say whether they have the same trouble. Opened by the visitor; nothing is sent before.
#[must_use]
pub fn second_opinions(target: &Target) -> Vec<(&'static str, String)> {
    let host = target.host();
    let name = host.strip_prefix("www.").unwrap_or(host);
    let brand = name.split('.').next().unwrap_or(name);
    if address::is_address(host) {
        return Vec::new();
    }
    vec![
        (
            "Downdetector",
            format!("https://downdetector.com/search/?q={brand}"),
        ),
        (
            "Is It Down Right Now",
            format!("https://www.isitdownrightnow.com/{name}.html"),
        ),
    ]
}

/// The target in the Internet Archive, without its query.
#[must_use]
pub fn archive_url(target: &Target) -> String {
    format!("https://web.archive.org/web/{}", target.shown())
}

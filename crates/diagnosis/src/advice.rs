//! Which remedies a visitor should try, best first: ranked by the probability that they help, over the effort they take.
//!
//! The remedies, and how probably each helps, stand in `remedy`.

use crate::address;
use crate::cause::Cause;
use crate::remedy::{Remedy, cure, helps};
use crate::target::Target;
use crate::verdict::Verdict;

pub use crate::remedy::Action;

/// The remedies of a cause, the best first: by the probability that they help over the seconds they take.
#[must_use]
pub fn for_cause(cause: Cause) -> Vec<Remedy> {
    let mut ranked: Vec<(Remedy, f64)> = Vec::new();
    for (remedy, chance) in cure(cause).all() {
        insert_by_value(&mut ranked, remedy, chance / f64::from(remedy.effort().0));
    }
    ranked.into_iter().map(|(remedy, _)| remedy).collect()
}

/// Keeps the list sorted, the greatest value first; equal ones stay in the order they came in.
fn insert_by_value(ranked: &mut Vec<(Remedy, f64)>, remedy: Remedy, value: f64) {
    let at = ranked.partition_point(|(_, other)| *other >= value);
    ranked.insert(at, (remedy, value));
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
        for (remedy, chance) in cure(cause).all() {
            let value = probability * chance / f64::from(remedy.effort().0);
            match values.iter_mut().find(|(known, _)| *known == remedy) {
                Some((_, sum)) => *sum += value,
                None => values.push((remedy, value)),
            }
        }
    }
    values.retain(|(remedy, _)| !tried.contains(remedy) || remedy.action() != Action::CheckAgain);
    // Improbable causes would add a long tail of remedies that hardly help.
    let best = values.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    values.retain(|(remedy, value)| *value >= best * 0.01 || is_of(*remedy, verdict.cause));
    let mut ranked: Vec<(Remedy, f64)> = Vec::with_capacity(values.len());
    for (remedy, value) in values {
        insert_by_value(&mut ranked, remedy, value);
    }
    ranked.into_iter().map(|(remedy, _)| remedy).collect()
}

fn is_of(remedy: Remedy, cause: Cause) -> bool {
    helps(remedy, cause) > 0.0
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

//! The summary: each kind of entry once, with how often it is there, when first, and which share of the requests it is. Reasons
//! come before what servers met, that before mere statuses, and harmless lines last; within each, in their order of time.

use super::LINES_KEPT;
use super::choice::Chosen;
use super::pattern::{Pattern, Tone};
use super::reading::Answer;
use super::rejoin::Entry;
use super::source::Source;
use super::time::{self, Stamp};

/// A pattern that was found in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// What kind of entry it is.
    pub pattern: &'static Pattern,
    /// Who wrote the first of them.
    pub program: Source,
    /// How many there are.
    pub count: usize,
    /// The first of them, at most [`LINES_KEPT`].
    pub lines: Vec<&'a str>,
    /// When the first of them was written, as `2026-03-01 10:00:00`.
    pub first: Option<String>,
    /// Of a status: which share of the requests it is.
    pub share: Option<Share>,
}

/// Which share of the requests has a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// All requests that were pasted.
    pub all: usize,
    /// The path that all requests of this status are under; absent if they have none in common.
    pub under: Option<String>,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Summary<'a> {
    found: Vec<Found<'a>>,
    requests: usize,
    /// The time of the entry before: an entry without a time was written after it.
    latest: Option<Stamp>,
    year: Option<i64>,
}

struct Found<'a> {
    chosen: Chosen,
    count: usize,
    lines: Vec<&'a str>,
    first: Option<Stamp>,
    /// The time of the first entry, or of the one before it.
    order: Option<Stamp>,
    path: Option<String>,
}

impl<'a> Summary<'a> {
    /// Takes an entry in, with the pattern that explains it.
    pub(super) fn take(
        &mut self,
        entry: &Entry<'a>,
        chosen: Option<Chosen>,
        answer: Option<Answer<'_>>,
    ) {
        let stamp = entry.line.stamp;
        self.latest = stamp.or(self.latest);
        self.year = self.year.or(stamp.and_then(Stamp::year));
        self.requests += usize::from(answer.is_some());
        let Some(chosen) = chosen else {
            return;
        };
        let path = answer.map_or("", |answer| answer.path);
        let raw = entry.raw.trim();
        match self
            .found
            .iter_mut()
            .find(|known| known.chosen.pattern.id == chosen.pattern.id)
        {
            Some(known) => {
                known.count += 1;
                if known.lines.len() < LINES_KEPT {
                    known.lines.push(raw);
                }
                known.path = known.path.take().and_then(|before| common(&before, path));
            }
            None => self.found.push(Found {
                chosen,
                count: 1,
                lines: vec![raw],
                first: stamp,
                order: self.latest,
                path: (!path.is_empty()).then(|| path.to_owned()),
            }),
        }
    }

    /// What was found, in the order in which it is told.
    pub(super) fn explained(self) -> Vec<Explained<'a>> {
        // Any year will do where no line has one.
        let year = self.year.unwrap_or(1970);
        let requests = self.requests;
        let mut found = self.found;
        // Stable: entries without any time keep their order.
        found.sort_by_key(|found| {
            (
                found.chosen.pattern.tone,
                found.order.map(|stamp| stamp.millis(year)),
            )
        });
        found
            .into_iter()
            .map(|found| Explained {
                pattern: found.chosen.pattern,
                program: found.chosen.program,
                count: found.count,
                lines: found.lines,
                first: found
                    .first
                    .filter(|stamp| stamp.year().is_some() || self.year.is_some())
                    .map(|stamp| time::shown(stamp.millis(year))),
                share: (found.chosen.pattern.tone == Tone::Status && requests > 1).then_some(
                    Share {
                        all: requests,
                        under: found.path.filter(|path| path != "/"),
                    },
                ),
            })
            .collect()
    }
}

/// The folders that two paths have in common; nothing if it is the root alone.
fn common(one: &str, other: &str) -> Option<String> {
    if one == other {
        return Some(one.to_owned());
    }
    let mut path = String::new();
    for (a, b) in one.split('/').skip(1).zip(other.split('/').skip(1)) {
        if a != b {
            break;
        }
        path.push('/');
        path.push_str(a);
    }
    (!path.is_empty()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn paths_have_their_first_folders_in_common() {
        assert_eq!(common("/api/a", "/api/b").as_deref(), Some("/api"));
        assert_eq!(common("/api", "/api/b").as_deref(), Some("/api"));
        assert_eq!(common("/a", "/a").as_deref(), Some("/a"));
        assert_eq!(common("/apis", "/api"), None);
    }
}

//! Log lines explained: what each means, what is likely behind it, and which step it leads to.
//!
//! The lines are read on the owner's own device and go nowhere. The patterns are in the files of this folder, one a
//! program; each carries a line of that program as its example. Where to find the logs is left to [`crate::steps`].

mod apache;
mod application;
mod edge;
mod haproxy;
mod nginx;
mod php;
mod system;

use crate::steps::Step;

/// Lines kept of each explanation: enough to compare, few enough to show.
pub const LINES_KEPT: usize = 3;

/// Who wrote a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// nginx.
    Nginx,
    /// PHP and PHP-FPM.
    Php,
    /// Apache's httpd.
    Apache,
    /// HAProxy.
    HaProxy,
    /// The application, its database or its cache.
    Application,
    /// The operating system, its service manager or the container platform.
    System,
    /// A delivery network.
    Edge,
}

impl Source {
    /// Every source.
    pub const ALL: [Source; 7] = [
        Source::Nginx,
        Source::Php,
        Source::Apache,
        Source::HaProxy,
        Source::Application,
        Source::System,
        Source::Edge,
    ];

    /// Who wrote it, in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Source::Nginx => "nginx",
            Source::Php => "PHP and PHP-FPM",
            Source::Apache => "Apache",
            Source::HaProxy => "HAProxy",
            Source::Application => "Application and database",
            Source::System => "Operating system",
            Source::Edge => "Delivery network",
        }
    }
}

/// How a line is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// All of these, one after the other, in lower case.
    Words(&'static [&'static str]),
    /// One of these pairs of letters begins the termination state of an HAProxy line.
    Ended(&'static [&'static str]),
    /// The number stands where a delivery network's error is named.
    EdgeCode(&'static str),
}

/// A kind of log line that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The public name, also its anchor in the guide.
    pub id: &'static str,
    /// Who writes such lines.
    pub source: Source,
    mark: Mark,
    /// What it means, in plain words.
    pub meaning: &'static str,
    /// What is likely behind it.
    pub likely: &'static str,
    /// The step it leads to.
    pub step: Step,
    /// Such a line, as the program writes it. Never translated.
    pub example: &'static str,
}

/// Every pattern. The first that fits a line explains it, so those that name the reason come before those that name the
/// effect: a database's refusal inside PHP's message inside nginx's line is the database's.
pub fn patterns() -> impl Iterator<Item = &'static Pattern> {
    [
        application::PATTERNS,
        php::PATTERNS,
        nginx::PATTERNS,
        apache::PATTERNS,
        haproxy::PATTERNS,
        system::PATTERNS,
        edge::PATTERNS,
    ]
    .into_iter()
    .flatten()
}

/// A pattern that was found in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'a> {
    /// What kind of line it is.
    pub pattern: &'static Pattern,
    /// How many lines are of it.
    pub count: usize,
    /// The first of them, at most [`LINES_KEPT`].
    pub lines: Vec<&'a str>,
}

/// Explains the lines that are understood: each kind once, the most frequent first. Takes anything; time grows with the
/// length of the text only.
#[must_use]
pub fn explain(pasted: &str) -> Vec<Explained<'_>> {
    let mut found: Vec<Explained<'_>> = Vec::new();
    for line in pasted.split(['\n', '\r']) {
        let Some(pattern) = recognise(line) else {
            continue;
        };
        match found
            .iter_mut()
            .find(|known| known.pattern.id == pattern.id)
        {
            Some(known) => {
                known.count += 1;
                if known.lines.len() < LINES_KEPT {
                    known.lines.push(line.trim());
                }
            }
            None => found.push(Explained {
                pattern,
                count: 1,
                lines: vec![line.trim()],
            }),
        }
    }
    // Stable: of those as frequent, the one seen first stays first.
    found.sort_by_key(|explained| std::cmp::Reverse(explained.count));
    found
}

fn recognise(line: &str) -> Option<&'static Pattern> {
    if line.trim().is_empty() {
        return None;
    }
    // A log of two bytes a letter that was read as one has zeroes between its letters; pages paste hard spaces.
    let plain: String = line
        .chars()
        .filter(|c| *c != '\0')
        .map(|c| match c {
            '\u{a0}' => ' ',
            other => other.to_ascii_lowercase(),
        })
        .collect();
    let ended = haproxy::termination(line);
    let code = edge::code(&plain);
    patterns().find(|pattern| match pattern.mark {
        Mark::Words(words) => in_order(&plain, words),
        Mark::Ended(states) => ended.is_some_and(|state| states.contains(&state)),
        Mark::EdgeCode(number) => code == Some(number),
    })
}

/// Whether all of these stand in the line, one after the other.
fn in_order(line: &str, words: &[&str]) -> bool {
    let mut rest = line;
    words.iter().all(|word| match rest.split_once(word) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

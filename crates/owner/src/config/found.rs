//! A mistake, and all that are found in one text: each once, many of one kind told as one with a count.

use std::collections::{BTreeMap, BTreeSet};

use super::paste::{self, Paste};
use super::{Kind, Severity};

/// Mistakes of one kind that are told one by one.
const TOLD_OF_A_KIND: usize = 5;
/// Mistakes of all kinds that are told.
const TOLD: usize = 50;

/// A mistake in a configuration, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What kind of mistake: its texts are there.
    pub kind: Kind,
    /// What it does, so far as that is known from the text alone.
    pub severity: Severity,
    /// The line it is on, counted from one.
    pub line: usize,
    /// How many of its kind there are, where they are told as one; otherwise 1.
    pub count: usize,
    /// What the placeholders of the texts stand for. Words of the configuration: untrusted, never translated.
    pub values: Vec<(&'static str, String)>,
    /// The mended line or lines; empty where the mistake says it all. Never translated; may hold placeholders such as
    /// `{resolver}`.
    pub mended: String,
}

impl Mistake {
    pub(super) fn new(
        kind: Kind,
        line: usize,
        values: &[(&'static str, &str)],
        mended: String,
    ) -> Mistake {
        Mistake {
            kind,
            severity: kind.severity(),
            line,
            count: 1,
            values: values
                .iter()
                .map(|(name, value)| (*name, shortened(value)))
                .collect(),
            mended,
        }
    }

    /// As a note: what is absent here can stand in a file that was not pasted.
    pub(super) fn into_note(mut self) -> Mistake {
        self.severity = Severity::Note;
        self
    }

    /// A text of the kind, or its translation, with this mistake's own names in place of the placeholders.
    #[must_use]
    pub fn said(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let value = after.split_once('}').and_then(|(name, after)| {
                self.values
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (value, after))
            });
            match value {
                Some((value, after)) => {
                    said.push_str(value);
                    rest = after;
                }
                None => {
                    said.push('{');
                    rest = after;
                }
            }
        }
        said.push_str(rest);
        said
    }
}

/// Words of the configuration as they are shown within a sentence: cut short.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 120;
    value
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

/// All mistakes of one text.
pub(super) struct Found {
    mistakes: Vec<Mistake>,
    /// How many of each kind and severity there are.
    counts: BTreeMap<(Kind, Severity), usize>,
    /// What was found already: a file that is included twice is read twice.
    known: BTreeSet<(Kind, usize, String)>,
}

impl Found {
    pub fn new() -> Found {
        Found {
            mistakes: Vec::new(),
            counts: BTreeMap::new(),
            known: BTreeSet::new(),
        }
    }

    /// Takes a mistake in, or only counts it where enough of its kind are there.
    pub fn push(&mut self, mistake: Mistake) {
        let value = mistake.values.first().map_or("", |(_, value)| value);
        if !self
            .known
            .insert((mistake.kind, mistake.line, value.to_owned()))
        {
            return;
        }
        let count = self
            .counts
            .entry((mistake.kind, mistake.severity))
            .or_default();
        *count += 1;
        if *count <= TOLD {
            self.mistakes.push(mistake);
        }
    }

    pub fn extend(&mut self, mistakes: impl IntoIterator<Item = Mistake>) {
        for mistake in mistakes {
            self.push(mistake);
        }
    }

    /// Of a template only that is told which its own marks cannot have made.
    pub fn drop_what_a_template_hides(&mut self, text: &str, pasted: &[Paste]) {
        if !pasted.iter().any(|paste| paste.has_blocks_of_its_own()) {
            return;
        }
        let marked: BTreeSet<usize> = text
            .split('\n')
            .enumerate()
            .filter(|(_, line)| paste::is_marked(line))
            .map(|(at, _)| at + 1)
            .collect();
        self.mistakes.retain(|mistake| {
            !marked.contains(&mistake.line) && paste::is_sure_in_a_template(mistake.kind)
        });
    }

    /// The mistakes in the order of their lines. Of a kind that is there often, the first stands for all.
    pub fn told(mut self) -> Vec<Mistake> {
        self.mistakes
            .sort_by_key(|mistake| (mistake.line, mistake.kind));
        let mut seen: BTreeSet<(Kind, Severity)> = BTreeSet::new();
        let counts = self.counts;
        self.mistakes.retain_mut(|mistake| {
            let key = (mistake.kind, mistake.severity);
            let count = counts.get(&key).copied().unwrap_or(1);
            if count <= TOLD_OF_A_KIND {
                return true;
            }
            mistake.count = count;
            seen.insert(key)
        });
        // The worst are kept where there are too many.
        if self.mistakes.len() > TOLD {
            self.mistakes.sort_by_key(|mistake| mistake.severity);
            self.mistakes.truncate(TOLD);
            self.mistakes
                .sort_by_key(|mistake| (mistake.line, mistake.kind));
        }
        self.mistakes
    }
}

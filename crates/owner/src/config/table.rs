//! What nginx knows of its directives: where each may stand, how many words it takes, of which type they are. The data is in
//! `table/directives.txt`, whose head says where it is from; judging a configuration by it is left to the checks.

use std::collections::BTreeMap;

use super::place::Place;

const DIRECTIVES: &str = include_str!("table/directives.txt");

/// The type of a directive's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// `on` or `off`.
    Flag,
    /// A whole number.
    Number,
    /// Bytes: `8k`, `1m`.
    Size,
    /// Bytes: `8k`, `1m`, `1g`.
    LargeSize,
    /// A time.
    Time,
    /// A number of buffers and the size of one.
    Buffers,
    /// One of the words between strokes.
    One(&'static str),
    /// Some of the words between strokes.
    Some(&'static str),
    /// Judged elsewhere, or not at all.
    Any,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub name: &'static str,
    places: &'static str,
    /// How many words it takes, and whether a block follows.
    counts: &'static str,
    /// What its words are.
    pub of: Type,
    /// A second one in the same block is "is duplicate" to nginx.
    pub once: bool,
    /// The version of nginx that brought it, where many servers are older; for one that is gone, the version without it.
    pub since: Option<&'static str>,
    /// The module that has it, where that may be missing.
    pub module: Option<&'static str>,
}

impl Entry {
    fn read(line: &'static str) -> Option<Entry> {
        let mut words = line.split(' ');
        let (name, places, counts, of) =
            (words.next()?, words.next()?, words.next()?, words.next()?);
        let once = words.next()? == "once";
        let known = |word: &'static str| (word != "-").then_some(word);
        let of = match of.split_once(':').unwrap_or((of, "")) {
            ("flag", _) => Type::Flag,
            ("num", _) => Type::Number,
            ("size", _) => Type::Size,
            ("off", _) => Type::LargeSize,
            ("msec" | "sec", _) => Type::Time,
            ("bufs", _) => Type::Buffers,
            ("enum", values) => Type::One(values),
            ("mask", values) => Type::Some(values),
            _ => Type::Any,
        };
        Some(Entry {
            name,
            places,
            counts,
            of,
            once,
            since: known(words.next()?),
            module: known(words.next()?),
        })
    }

    /// Whether it may stand there.
    pub fn may_stand(&self, place: Place) -> bool {
        self.places == "*" || place.sign().is_some_and(|sign| self.places.contains(sign))
    }

    /// Every place where it may stand, the outermost first; none for one that may stand anywhere.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.places.chars().filter_map(Place::of_sign)
    }

    /// Whether it takes so many words.
    pub fn takes(&self, words: usize) -> bool {
        let counts = self.counts.trim_end_matches('{');
        match counts {
            "*" => true,
            "1+" => words >= 1,
            "2+" => words >= 2,
            digits => digits
                .bytes()
                .any(|digit| usize::from(digit.wrapping_sub(b'0')) == words),
        }
    }

    /// Whether it is followed by a block.
    pub fn has_block(&self) -> bool {
        self.counts.ends_with('{')
    }

    /// How many words it takes, as shown to people.
    pub fn shown_count(&self) -> String {
        match self.counts.trim_end_matches('{') {
            "1+" => "1 or more".to_owned(),
            "2+" => "2 or more".to_owned(),
            digits => digits
                .chars()
                .map(|digit| digit.to_string())
                .collect::<Vec<String>>()
                .join(" or "),
        }
    }
}

/// All of the table, by name.
pub(super) struct Table {
    by_name: BTreeMap<&'static str, Vec<Entry>>,
    /// Those that stand for all names that begin so.
    beginnings: Vec<Entry>,
}

impl Table {
    pub fn new() -> Table {
        let mut table = Table {
            by_name: BTreeMap::new(),
            beginnings: Vec::new(),
        };
        let lines = DIRECTIVES.lines().filter(|line| !line.starts_with('#'));
        for entry in lines.filter_map(Entry::read) {
            if entry.name.ends_with('*') {
                table.beginnings.push(entry);
            } else {
                table.by_name.entry(entry.name).or_default().push(entry);
            }
        }
        table
    }

    /// What is known of a directive; nothing where the name is unknown.
    pub fn of(&self, name: &str) -> &[Entry] {
        match self.by_name.get(name) {
            Some(entries) => entries,
            None => self
                .beginnings
                .iter()
                .find(|entry| name.starts_with(entry.name.trim_end_matches('*')))
                .map_or(&[], std::slice::from_ref),
        }
    }

    /// Whether the name is one of nginx's own.
    pub fn is_own(&self, name: &str) -> bool {
        self.of(name).iter().any(|entry| entry.module.is_none())
    }

    /// Whether every directive of this name opens a block.
    pub fn opens_block(&self, name: &str) -> bool {
        let entries = self.of(name);
        !entries.is_empty() && entries.iter().all(Entry::has_block)
    }

    /// The known name that is nearest to an unknown one, where one is near.
    pub fn nearest(&self, unknown: &str) -> Option<&'static str> {
        let unknown = unknown.to_ascii_lowercase();
        let allowed = match unknown.len() {
            0..=4 => 1,
            5..=8 => 2,
            _ => 3,
        };
        let own = self.by_name.iter().filter(|(_, entries)| {
            entries
                .iter()
                .any(|entry| !matches!(entry.module, Some("plus" | "gone")))
        });
        own.map(|(name, _)| (distance(&unknown, name, allowed), *name))
            .filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, name)| (*distance, !self.is_own(name)))
            .map(|(_, name)| name)
            .or_else(|| self.of_the_same_words(&unknown))
    }

    /// One of nginx's own names that has the same words in another order.
    fn of_the_same_words(&self, unknown: &str) -> Option<&'static str> {
        let sorted = |name: &str| -> Vec<String> {
            let mut words: Vec<String> = name.split('_').map(str::to_owned).collect();
            words.sort();
            words
        };
        let words = Some(sorted(unknown)).filter(|words| words.len() > 2)?;
        self.by_name
            .keys()
            .find(|name| name.len() == unknown.len() && self.is_own(name) && sorted(name) == words)
            .copied()
    }
}

/// How many letters have to be put in, taken out, replaced or swapped with their neighbour to make one word the other; more
/// than `most` counts as `most + 1`.
pub(super) fn distance(one: &str, other: &str, most: usize) -> usize {
    if one.len().abs_diff(other.len()) > most || one.len() > 80 {
        return most + 1;
    }
    let other = other.as_bytes();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut previous_letter = 0_u8;
    for (at, letter) in one.bytes().enumerate() {
        let mut row = vec![at + 1];
        for (column, against) in other.iter().enumerate() {
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(most + 1);
            let replaced = cell(&last, column) + usize::from(letter != *against);
            let mut best = replaced
                .min(cell(&last, column + 1) + 1)
                .min(cell(&row, column) + 1);
            let swapped = column
                .checked_sub(1)
                .filter(|left| {
                    other.get(*left) == Some(&letter) && previous_letter == *against && at > 0
                })
                .map(|left| cell(&before, left) + 1);
            best = best.min(swapped.unwrap_or(best));
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
        previous_letter = letter;
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = Table::new();
        let lines = DIRECTIVES
            .lines()
            .filter(|line| !line.starts_with('#'))
            .count();
        let read: usize = table.by_name.values().map(Vec::len).sum();
        assert_eq!(read + table.beginnings.len(), lines);
        assert!(table.is_own("proxy_pass") && !table.is_own("more_set_headers"));
        assert!(table.opens_block("location") && !table.opens_block("server"));
    }

    #[test]
    fn a_misspelt_name_has_a_nearest_one() {
        let table = Table::new();
        assert_eq!(
            table.nearest("client_body_max_size"),
            Some("client_max_body_size")
        );
        assert_eq!(table.nearest("max_body_length_client"), None);
        for (unknown, nearest) in [
            ("proxy_pas", Some("proxy_pass")),
            ("sever_name", Some("server_name")),
            ("[proxy_read_timeout", Some("proxy_read_timeout")),
            ("Listen", Some("listen")),
            ("loction", Some("location")),
            ("lsiten", Some("listen")),
            ("something_else_entirely", None),
        ] {
            assert_eq!(table.nearest(unknown), nearest, "{unknown}");
        }
    }
}

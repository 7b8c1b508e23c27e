//! What a pattern is: the conditions under which it explains a line, and what it says. The patterns themselves are data, in
//! [`super::tables`]; which of those that fit explains a line is decided in [`super::choice`].

use super::reading::{ErrorWord, Level, Operation, UpstreamKind};
use super::source::Source;
use crate::steps::Step;

/// A kind of log line that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The public name, also its anchor in the guide.
    pub id: &'static str,
    /// The program it is about.
    pub source: Source,
    /// What such a line is worth among others.
    pub tone: Tone,
    pub(super) when: &'static [When],
    /// What it means, in plain words.
    pub meaning: &'static str,
    /// What is likely behind it.
    pub likely: &'static str,
    /// The step it leads to.
    pub step: Step,
    /// Such a line, as the program writes it. Never translated.
    pub example: &'static str,
}

/// What a line is worth among others: a reason is told before what followed from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// It says why something failed.
    Reason,
    /// It says what a server met when it asked another, or what followed from an earlier failure.
    Symptom,
    /// It gives the status of the answer only.
    Status,
    /// It alarms people, and visitors do not notice it.
    Harmless,
}

/// One way to recognise a line. All of its conditions must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// All of these stand in the line, one after the other; in lower case.
    pub words: &'static [&'static str],
    /// None of these stands in it.
    pub without: &'static [&'static str],
    /// One of these errors is named; any, where empty.
    pub errors: &'static [ErrorWord],
    /// One of these was being done; anything, where empty.
    pub operations: &'static [Operation],
    /// None of these was being done.
    pub operations_not: &'static [Operation],
    /// The upstream is one of these; any, where empty.
    pub upstreams: &'static [UpstreamKind],
    /// The line has this level; any, where absent.
    pub level: Option<Level>,
    /// Who may have written the line.
    pub writer: Writer,
    /// What the line tells beyond words.
    pub sign: Option<Sign>,
    /// Whether it says so little that any other that fits says more.
    pub is_general: bool,
}

/// Who may have written a line that a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// Anybody: the words prove enough.
    Any,
    /// One of these.
    Only(&'static [Source]),
    /// One of these, or a program that is not known.
    Perhaps(&'static [Source]),
    /// None of these.
    Not(&'static [Source]),
}

/// What a line tells beyond words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// One of these pairs of letters begins the termination state of an HAProxy line.
    Ended(&'static [&'static str]),
    /// The number stands where a delivery network's error is named.
    EdgeCode(&'static str),
    /// The request was answered with one of these statuses.
    Answered(&'static [u16]),
    /// Envoy's response flags hold one of these.
    Flag(&'static [&'static str]),
    /// A load balancer answered with one of these statuses itself: its target gave none.
    BalancerAnswered(&'static [u16]),
    /// The target behind a load balancer answered with one of these.
    TargetAnswered(&'static [u16]),
}

impl When {
    const ANY: When = When {
        words: &[],
        without: &[],
        errors: &[],
        operations: &[],
        operations_not: &[],
        upstreams: &[],
        level: None,
        writer: Writer::Any,
        sign: None,
        is_general: false,
    };

    pub(super) const fn without(mut self, words: &'static [&'static str]) -> When {
        self.without = words;
        self
    }

    pub(super) const fn error(mut self, errors: &'static [ErrorWord]) -> When {
        self.errors = errors;
        self
    }

    pub(super) const fn doing(mut self, operations: &'static [Operation]) -> When {
        self.operations = operations;
        self
    }

    pub(super) const fn not_doing(mut self, operations: &'static [Operation]) -> When {
        self.operations_not = operations;
        self
    }

    pub(super) const fn upstream(mut self, upstreams: &'static [UpstreamKind]) -> When {
        self.upstreams = upstreams;
        self
    }

    pub(super) const fn general(mut self) -> When {
        self.is_general = true;
        self
    }

    pub(super) const fn level(mut self, level: Level) -> When {
        self.level = Some(level);
        self
    }

    pub(super) const fn only(mut self, programs: &'static [Source]) -> When {
        self.writer = Writer::Only(programs);
        self
    }

    pub(super) const fn perhaps(mut self, programs: &'static [Source]) -> When {
        self.writer = Writer::Perhaps(programs);
        self
    }

    pub(super) const fn not_by(mut self, programs: &'static [Source]) -> When {
        self.writer = Writer::Not(programs);
        self
    }

    /// How much these conditions ask for. Of two patterns of equal depth, the one that asks for more fits better.
    pub(super) fn specificity(&self) -> usize {
        const PER_CONDITION: usize = 8;
        if self.is_general {
            return 0;
        }
        let letters: usize = self.words.iter().map(|word| word.len()).sum();
        let conditions = [
            !self.errors.is_empty(),
            !self.operations.is_empty(),
            !self.upstreams.is_empty(),
            self.level.is_some(),
            matches!(self.writer, Writer::Only(_)),
            self.sign.is_some(),
        ];
        letters + PER_CONDITION * conditions.into_iter().filter(|asked| *asked).count()
    }
}

/// These words stand in the line, one after the other.
pub(super) const fn words(words: &'static [&'static str]) -> When {
    When { words, ..When::ANY }
}

/// The line tells this beyond words.
pub(super) const fn sign(sign: Sign) -> When {
    When {
        sign: Some(sign),
        ..When::ANY
    }
}

/// Declares the patterns of one program: id, tone, step, conditions, what it means, what is likely, an example.
macro_rules! patterns {
    ($name:ident of $source:ident: $(
        $id:literal $tone:ident $step:ident
        when [$($when:expr),+ $(,)?]
        means $meaning:literal
        likely $likely:literal
        like $example:literal;
    )+) => {
        pub(in crate::logs) const $name: &[$crate::logs::Pattern] = &[$(
            $crate::logs::Pattern {
                id: $id,
                source: $crate::logs::Source::$source,
                tone: $crate::logs::Tone::$tone,
                when: &[$($when),+],
                meaning: $meaning,
                likely: $likely,
                step: $crate::steps::Step::$step,
                example: $example,
            },
        )+];
    };
}

pub(super) use patterns;

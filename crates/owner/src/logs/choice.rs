//! The choice: which pattern explains an entry. All words of all tables are sought in one pass; of the patterns whose conditions
//! hold, the one nearest to the reason explains the entry, and of those the one that asks for most. The order of tables decides
//! nothing but ties.

mod index;

use index::{Condition, INDEX, Use};

use super::dress::Line;
use super::pattern::{Pattern, Sign, When, Writer};
use super::reading::{self, Answer, Bits, Level, Reading, Target, UpstreamKind};
use super::rejoin::Entry;
use super::source::Source;

/// How far a condition's words were found in the entry that is being read.
#[derive(Clone, Copy, Default)]
struct Progress {
    /// The entry it is about; another entry's is stale.
    entry: usize,
    found: usize,
    end: usize,
    is_ruled_out: bool,
}

/// Chooses patterns for entries, one after the other.
pub(super) struct Chooser {
    progress: Vec<Progress>,
    entry: usize,
    /// Conditions whose words were found in this entry.
    complete: Vec<usize>,
    /// Bytes that were read and words that were looked at so far: the work that was done.
    pub(super) work: usize,
}

/// How well a pattern fits: how near it is to the reason, and how much it asks for.
type Fit = (u8, usize);

/// A pattern that explains an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The pattern.
    pub pattern: &'static Pattern,
    /// Who wrote the line, as far as it is known.
    pub program: Source,
}

impl Chooser {
    pub(super) fn new() -> Chooser {
        Chooser {
            progress: vec![Progress::default(); INDEX.conditions.len()],
            entry: 0,
            complete: Vec::new(),
            work: 0,
        }
    }

    /// The pattern that explains the entry, if one does, and the request that it is about, if it is one of an access log.
    pub(super) fn choose<'e>(
        &mut self,
        entry: &'e Entry<'_>,
    ) -> (Option<Chosen>, Option<Answer<'e>>) {
        let line = &entry.line;
        let (loose, answer) = self.of_text(&line.text, line);
        let tight = entry
            .tight
            .as_ref()
            .and_then(|text| self.of_text(text, line).0);
        let best = match (loose, tight) {
            (Some(loose), Some(tight)) => Some(if tight.0 > loose.0 { tight } else { loose }),
            (one, other) => one.or(other),
        };
        (best.map(|(_, chosen)| chosen), answer)
    }

    /// The pattern that explains this text, and how well it fits.
    fn of_text<'e>(
        &mut self,
        text: &'e str,
        line: &'e Line<'_>,
    ) -> (Option<(Fit, Chosen)>, Option<Answer<'e>>) {
        // Shorter lines say nothing.
        const SHORTEST: usize = 8;
        if text.len() < SHORTEST && line.answered.is_none() {
            self.work += text.len();
            return (None, None);
        }
        self.entry += 1;
        self.complete.clear();
        let mut reading: Reading<'e> = self.seek(text);
        if let Some(unit) = &line.unit {
            let of_unit = reading::of_name(unit);
            // A container called "app-nginx" runs whatever its words show.
            reading.program = reading.program.or(of_unit);
        }
        let answer = line.answered.as_ref().map(|(status, path)| Answer {
            status: *status,
            target: Target::Unsaid,
            path,
            flags: "",
        });
        // The first line of an entry holds what is read by its place.
        let first = text.split('\n').next().unwrap_or(text);
        if let Some((state, status)) = reading::termination(first) {
            reading.ended = Some(state);
            reading.answer = status.map(|status| reading::haproxy_answer(first, status));
            reading.program = Some(Source::HaProxy);
        } else {
            reading.answer = answer.or_else(|| reading::answer(first));
        }
        // The words of a request that went well are the visitor's: an address can hold any.
        let went_well = line.answered.is_none()
            && first.len() == text.len()
            && reading.program != Some(Source::Envoy)
            && reading.answer.is_some_and(|answer| {
                (100..400).contains(&answer.status) && answer.flags.is_empty()
            });
        if went_well && reading.ended.is_none() {
            self.work += text.len();
            return (None, reading.answer);
        }
        reading.edge_code = reading::code(text);
        reading.upstream = reading::upstream(text);
        self.work += text.len();
        let has_sign =
            reading.answer.is_some() || reading.ended.is_some() || reading.edge_code.is_some();
        if has_sign || reading.errors != Bits::default() {
            self.complete.extend(&INDEX.wordless);
        }
        let mut best: Option<(Fit, &Condition)> = None;
        for at in &self.complete {
            self.work += 1;
            let Some(condition) = INDEX.conditions.get(*at) else {
                continue;
            };
            let is_ruled_out = self
                .progress
                .get(*at)
                .is_some_and(|progress| progress.entry == self.entry && progress.is_ruled_out);
            if is_ruled_out || !holds(&condition.when, &reading) {
                continue;
            }
            let fit = (
                condition.pattern.source.depth(),
                condition.when.specificity(),
            );
            if best.is_none_or(|(known, _)| fit > known) {
                best = Some((fit, condition));
            }
        }
        let chosen = best.map(|(fit, condition)| {
            let pattern = condition.pattern;
            let program = match pattern.source {
                Source::AccessLog => reading.program.unwrap_or(Source::AccessLog),
                other => other,
            };
            (fit, Chosen { pattern, program })
        });
        (chosen, reading.answer)
    }

    /// Finds all words of the tables in a text.
    fn seek(&mut self, text: &str) -> Reading<'static> {
        let mut reading = Reading::default();
        let mut program = usize::MAX;
        let found = INDEX
            .words
            .iter()
            .flat_map(|words| words.find_overlapping_iter(text));
        for word in found {
            let uses = INDEX.uses.get(word.pattern().as_usize());
            for purpose in uses.into_iter().flatten() {
                self.work += 1;
                match *purpose {
                    Use::Error(error) => reading.errors.add(error),
                    Use::Operation(operation) => reading.operations.add(operation),
                    Use::Level(level) => {
                        reading.level = match (reading.level, level) {
                            (Some(Level::Emergency), _) | (_, Level::Emergency) => {
                                Some(Level::Emergency)
                            }
                            (Some(Level::Error), _) | (_, Level::Error) => Some(Level::Error),
                            (Some(Level::Info) | None, Level::Info) => Some(Level::Info),
                        };
                    }
                    Use::Program(at) => program = program.min(at),
                    Use::Word(at, place) => self.advance(at, place, word.start(), word.end()),
                    Use::Without(at) => {
                        if let Some(progress) = fresh(&mut self.progress, at, self.entry) {
                            progress.is_ruled_out = true;
                        }
                    }
                }
            }
        }
        reading.program = reading::PROGRAM_WORDS
            .get(program)
            .map(|(source, _)| *source);
        reading
    }

    /// Notes that a word of a condition was found; the words count only one after the other.
    fn advance(&mut self, at: usize, place: usize, start: usize, end: usize) {
        let asked = INDEX
            .conditions
            .get(at)
            .map_or(0, |condition| condition.when.words.len());
        let Some(progress) = fresh(&mut self.progress, at, self.entry) else {
            return;
        };
        if progress.found == place && start >= progress.end && progress.found < asked {
            progress.found += 1;
            progress.end = end;
            if progress.found == asked {
                self.complete.push(at);
            }
        }
    }
}

/// A condition's progress in this entry.
fn fresh(all: &mut [Progress], at: usize, entry: usize) -> Option<&mut Progress> {
    let progress = all.get_mut(at)?;
    if progress.entry != entry {
        *progress = Progress {
            entry,
            ..Progress::default()
        };
    }
    Some(progress)
}

/// Whether all conditions but the words hold.
fn holds(when: &When, reading: &Reading<'_>) -> bool {
    let errors = when.errors.is_empty()
        || when
            .errors
            .iter()
            .any(|error| reading.errors.has(*error as u8));
    let operations = when.operations.is_empty()
        || when
            .operations
            .iter()
            .any(|operation| reading.operations.has(*operation as u8));
    let ruled_out = when
        .operations_not
        .iter()
        .any(|operation| reading.operations.has(*operation as u8));
    let upstream =
        |kinds: &[UpstreamKind]| reading.upstream.is_some_and(|kind| kinds.contains(&kind));
    let writer = match when.writer {
        Writer::Any => true,
        Writer::Only(programs) => reading
            .program
            .is_some_and(|program| programs.contains(&program)),
        Writer::Perhaps(programs) => reading
            .program
            .is_none_or(|program| programs.contains(&program)),
        Writer::Not(programs) => !reading
            .program
            .is_some_and(|program| programs.contains(&program)),
    };
    errors
        && operations
        && !ruled_out
        && (when.upstreams.is_empty() || upstream(when.upstreams))
        && when.level.is_none_or(|level| reading.level == Some(level))
        && writer
        && when.sign.is_none_or(|sign| shows(sign, reading))
}

fn shows(sign: Sign, reading: &Reading<'_>) -> bool {
    let answer = reading.answer;
    match sign {
        Sign::Ended(states) => reading.ended.is_some_and(|state| states.contains(&state)),
        Sign::EdgeCode(code) => reading.edge_code == Some(code),
        Sign::Answered(statuses) => {
            answer.is_some_and(|answer| answer.target == Target::Unsaid && statuses.contains(&answer.status))
        }
        Sign::Flag(flags) => {
            answer.is_some_and(|answer| answer.flags.split(',').any(|flag| flags.contains(&flag)))
        }
        Sign::BalancerAnswered(statuses) => {
            answer.is_some_and(|answer| answer.target == Target::Silent && statuses.contains(&answer.status))
        }
        Sign::TargetAnswered(statuses) => answer.is_some_and(
            |answer| matches!(answer.target, Target::Answered(status) if statuses.contains(&status)),
        ),
    }
}

//! The file of [`crate::json`] read again: how each remedy is done, for this browser and system.
//!
//! It is taken whole or not at all: a file of another form or language, a part of one, or one whose indexes lead nowhere
//! is none. Fetching it, and what is shown where there is none, is left to the page.

use whichside_diagnosis::Remedy;

use crate::json::{RemedyEntry, RemedyFile, VERSION};
use crate::visitor::{System, Visitor};

/// A file that gives every remedy to every visitor.
#[derive(Debug)]
pub struct Instructions(RemedyFile);

/// How a remedy is done, in the file's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Why it may help.
    pub why: &'a str,
    /// What to do, step by step. A text between backticks is typed as it stands.
    pub steps: &'a [String],
    /// How long it takes.
    pub time: &'a str,
    /// What may be lost, if anything may.
    pub loss: Option<&'a str>,
    /// How the next check tells that it helped.
    pub tells: &'a str,
    /// Whether other browsers or systems have other steps.
    pub varies: bool,
}

impl Instructions {
    /// Reads the file of the language with this BCP 47 tag; `None` where that is not what it is.
    #[must_use]
    pub fn read(file: &str, tag: &str) -> Option<Instructions> {
        let read = Instructions(serde_json::from_str(file).ok()?);
        if read.0.version != VERSION
            || read.0.language != tag
            || read.0.systems.len() != System::ALL.len()
        {
            return None;
        }
        let cells = Visitor::grid().count();
        for &remedy in Remedy::ALL {
            let entry = read.entry(remedy)?;
            if entry.how.len() != 1 && entry.how.len() != cells {
                return None;
            }
            for cell in 0..entry.how.len() {
                read.cell(entry, cell)?;
            }
        }
        Some(read)
    }

    /// How this visitor does a remedy. There is an answer for each, as [`Instructions::read`] has seen to it.
    #[must_use]
    pub fn of(&self, remedy: Remedy, visitor: Visitor) -> Option<Instruction<'_>> {
        let entry = self.entry(remedy)?;
        let cell = if varies(entry) {
            Visitor::grid().position(|of| of == visitor)?
        } else {
            0
        };
        self.cell(entry, cell)
    }

    /// A system's name in the file's language.
    #[must_use]
    pub fn system(&self, system: System) -> Option<&str> {
        let place = System::ALL.iter().position(|of| *of == system)?;
        self.0.systems.get(place).map(String::as_str)
    }

    fn entry(&self, remedy: Remedy) -> Option<&RemedyEntry> {
        let mut entries = self.0.remedies.iter();
        entries.find(|entry| entry.id == remedy.id())
    }

    /// A remedy as it is done in a cell of the grid.
    fn cell<'a>(&'a self, entry: &'a RemedyEntry, cell: usize) -> Option<Instruction<'a>> {
        let steps = self.0.lists.get(*entry.how.get(cell)?)?;
        (!steps.is_empty()).then_some(Instruction {
            why: &entry.why,
            steps,
            time: &entry.time,
            loss: entry.loss.as_deref(),
            tells: &entry.tells,
            varies: varies(entry),
        })
    }
}

/// Whether other browsers or systems have other steps.
fn varies(entry: &RemedyEntry) -> bool {
    entry.how.len() > 1
}

//! The file of [`crate::json`] read again: how each remedy is done, for this browser and system.
//!
//! It is taken whole or not at all: a file of another form or language, a part of one, or one whose indexes lead nowhere
//! is none. Fetching it, and what is shown where there is none, is left to the page.

use whichside_diagnosis::Remedy;

use crate::json::{RemedyEntry, RemedyFile, VERSION};
use crate::remedies::Loss;
use crate::visitor::{Browser, System, Visitor};

/// A file that gives every remedy to every visitor.
#[derive(Debug)]
pub struct Instructions(RemedyFile);

/// How a remedy is done, in the file's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// Why it may help.
    pub why: &'a str,
    /// What to do, step by step. A text between backticks is typed as it stands.
    pub steps: Vec<&'a str>,
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
        let RemedyFile {
            version,
            language,
            browsers,
            systems,
            ..
        } = &read.0;
        if *version != VERSION || language != tag {
            return None;
        }
        let cells = (browsers.len() + 1) * (systems.len() + 1);
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
        let RemedyFile {
            browsers, systems, ..
        } = &self.0;
        let row = place(browsers, visitor.browser.map(Browser::id));
        let column = place(systems, visitor.system.map(System::id));
        let cell = row * (systems.len() + 1) + column;
        self.cell(entry, if varies(entry) { cell } else { 0 })
    }

    /// A system's name in the file's language.
    #[must_use]
    pub fn system(&self, system: System) -> Option<&str> {
        let mut systems = self.0.systems.iter();
        let (_, name) = systems.find(|(id, _)| id == system.id())?;
        Some(name)
    }

    fn entry(&self, remedy: Remedy) -> Option<&RemedyEntry> {
        let mut entries = self.0.remedies.iter();
        entries.find(|entry| entry.id == remedy.id())
    }

    /// A remedy as it is done in a cell of the grid.
    fn cell<'a>(&'a self, entry: &'a RemedyEntry, cell: usize) -> Option<Instruction<'a>> {
        let list = self.0.lists.get(*entry.how.get(cell)?)?;
        let steps: Vec<&str> = list
            .iter()
            .map(|step| self.0.texts.get(*step).map(String::as_str))
            .collect::<Option<_>>()?;
        let lost = self.0.losses.get(&entry.loss)?;
        (!steps.is_empty()).then_some(Instruction {
            why: &entry.why,
            steps,
            time: &entry.time,
            loss: (entry.loss != Loss::Nothing.id()).then_some(lost),
            tells: &entry.tells,
            varies: varies(entry),
        })
    }
}

/// Whether other browsers or systems have other steps.
fn varies(entry: &RemedyEntry) -> bool {
    entry.how.len() > 1
}

/// The place of an id in a list of ids and names. The unknown has the place after the last.
fn place(named: &[(String, String)], id: Option<&str>) -> usize {
    let found = named.iter().position(|(of, _)| Some(of.as_str()) == id);
    found.unwrap_or(named.len())
}

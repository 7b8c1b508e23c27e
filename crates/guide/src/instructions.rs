//! The file of [`crate::json`] read again: how each remedy is done, for this browser and system.
//!
//! It is taken whole or not at all: a file of another form or language, a part of one, or one whose indexes lead nowhere
//! is none. Fetching it, and what is shown where there is none, is left to the page.

use whichside_diagnosis::Remedy;
use whichside_diagnosis::json::{self, Value};

use crate::json::VERSION;
use crate::remedies::Loss;
use crate::visitor::{Browser, System, Visitor};

/// A file that gives every remedy to every visitor.
#[derive(Debug)]
pub struct Instructions(Value);

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
        let read = Instructions(json::read(file)?);
        let right = json::number(&read.0, &["version"]) == Some(VERSION)
            && json::text(&read.0, &["language"]) == Some(tag);
        let cells = (read.all("browsers").len() + 1) * (read.all("systems").len() + 1);
        for &remedy in Remedy::ALL {
            let entry = read.entry(remedy)?;
            let how = json::items(entry, &["how"]).len();
            if !right || how != 1 && how != cells {
                return None;
            }
            for cell in 0..how {
                read.cell(entry, cell)?;
            }
        }
        Some(read)
    }

    /// How this visitor does a remedy. There is an answer for each, as [`Instructions::read`] has seen to it.
    #[must_use]
    pub fn of(&self, remedy: Remedy, visitor: Visitor) -> Option<Instruction<'_>> {
        let entry = self.entry(remedy)?;
        let varies = json::items(entry, &["how"]).len() > 1;
        let row = self.place("browsers", visitor.browser.map_or("", Browser::id));
        let column = self.place("systems", visitor.system.map_or("", System::id));
        let cell = row * (self.all("systems").len() + 1) + column;
        self.cell(entry, if varies { cell } else { 0 })
    }

    /// A system's name in the file's language.
    #[must_use]
    pub fn system(&self, system: System) -> Option<&str> {
        let named = self
            .all("systems")
            .get(self.place("systems", system.id()))?;
        text_at(named, 1)
    }

    fn all(&self, list: &str) -> &[Value] {
        json::items(&self.0, &[list])
    }

    fn entry(&self, remedy: Remedy) -> Option<&Value> {
        let mut entries = self.all("remedies").iter();
        entries.find(|entry| json::text(entry, &["id"]) == Some(remedy.id()))
    }

    /// The place of an id in a list of ids and names: after the last where it is not among them, which is the place of the
    /// unknown.
    fn place(&self, list: &str, id: &str) -> usize {
        let named = self.all(list);
        let found = named.iter().position(|one| text_at(one, 0) == Some(id));
        found.unwrap_or(named.len())
    }

    /// A remedy as it is done in a cell of the grid.
    fn cell<'a>(&'a self, entry: &'a Value, cell: usize) -> Option<Instruction<'a>> {
        let how = json::items(entry, &["how"]);
        let list = item(self.all("lists"), how.get(cell)?)?;
        let mut steps = Vec::new();
        for step in json::items(list, &[]) {
            steps.push(json::text(item(self.all("texts"), step)?, &[])?);
        }
        let loss = json::text(entry, &["loss"])?;
        let lost = json::text(&self.0, &["losses", loss])?;
        (!steps.is_empty()).then_some(Instruction {
            why: json::text(entry, &["why"])?,
            steps,
            time: json::text(entry, &["time"])?,
            loss: (loss != Loss::Nothing.id()).then_some(lost),
            tells: json::text(entry, &["tells"])?,
            varies: how.len() > 1,
        })
    }
}

/// The text at a place in a list.
fn text_at(list: &Value, place: usize) -> Option<&str> {
    json::text(json::items(list, &[]).get(place)?, &[])
}

/// The item that an index leads to.
fn item<'a>(items: &'a [Value], index: &Value) -> Option<&'a Value> {
    items.get(json::number::<usize>(index, &[])?)
}

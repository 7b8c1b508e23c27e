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
        let file = json::read(file)?;
        let right = json::number(&file, &["version"]) == Some(VERSION)
            && json::text(&file, &["language"]) == Some(tag);
        if !right || !orders(&file, "browsers", Browser::ALL.iter().map(|one| one.id())) {
            return None;
        }
        if !orders(&file, "systems", System::ALL.iter().map(|one| one.id())) {
            return None;
        }
        let read = Instructions(file);
        for &system in System::ALL {
            read.system(system)?;
        }
        for &remedy in Remedy::ALL {
            for visitor in Visitor::grid() {
                read.of(remedy, visitor)?;
            }
        }
        Some(read)
    }

    /// How this visitor does a remedy. There is an answer for each that [`Instructions::read`] has seen, which is all.
    #[must_use]
    pub fn of(&self, remedy: Remedy, visitor: Visitor) -> Option<Instruction<'_>> {
        let file = &self.0;
        let entry = json::items(file, &["remedies"])
            .iter()
            .find(|entry| json::text(entry, &["id"]) == Some(remedy.id()))?;
        let how = json::items(entry, &["how"]);
        let varies = how.len() > 1;
        let cell = if varies { visitor.cell() } else { 0 };
        let list = item(json::items(file, &["lists"]), how.get(cell)?)?;
        let texts = json::items(file, &["texts"]);
        let steps: Vec<&str> = json::items(list, &[])
            .iter()
            .map(|step| json::text(item(texts, step)?, &[]))
            .collect::<Option<_>>()?;
        let loss = json::text(entry, &["loss"])?;
        let lost = json::text(file, &["losses", loss])?;
        (!steps.is_empty()).then_some(Instruction {
            why: json::text(entry, &["why"])?,
            steps,
            loss: (loss != Loss::Nothing.id()).then_some(lost),
            tells: json::text(entry, &["tells"])?,
            varies,
        })
    }

    /// A system's name in the file's language.
    #[must_use]
    pub fn system(&self, system: System) -> Option<&str> {
        let mut systems = json::items(&self.0, &["systems"]).iter();
        let named = systems.find(|named| text_at(named, 0) == Some(system.id()))?;
        text_at(named, 1)
    }
}

/// Whether a list of ids and names has these ids in this order, which is that of the grid.
fn orders<'a>(file: &'a Value, list: &str, ids: impl Iterator<Item = &'a str>) -> bool {
    let listed = json::items(file, &[list])
        .iter()
        .map(|named| text_at(named, 0));
    ids.map(Some).eq(listed)
}

/// The text at a place in a list.
fn text_at(list: &Value, place: usize) -> Option<&str> {
    json::text(json::items(list, &[]).get(place)?, &[])
}

/// The item that an index leads to.
fn item<'a>(items: &'a [Value], index: &Value) -> Option<&'a Value> {
    items.get(json::number::<usize>(index, &[])?)
}

//! The remedies of one language as a file, which the page fetches when it shows one.
//!
//! ```json
//! {
//!   "version": 2,
//!   "language": "en",
//!   "systems": ["Windows", …],                   names, in the order of the grid’s columns
//!   "lists": [["Open the page that failed.", …], …],   each list of steps once
//!   "remedies": [{
//!     "id": "reload", "why": "…", "time": "10 seconds", "loss": null, "tells": "…",
//!     "how": [4]                                 indexes into lists
//!   }, …]
//! }
//! ```
//!
//! `how` has one entry where the steps are the same for everybody. Otherwise it has one for each cell of the grid, row by
//! row: [`crate::visitor::Browser::ALL`] and then the unknown one, each on [`System::ALL`] and then on the unknown one. So the steps for browser
//! `b` on system `s` are `lists[how[b * (systems + 1) + s]]`. A text between backticks is typed as it stands.

use serde::{Deserialize, Serialize};
use whichside_diagnosis::Remedy;

use crate::language::Translate;
use crate::remedies::{self, Loss};
use crate::steps::{Steps, steps};
use crate::visitor::{System, Visitor};

/// Changes when a reader of the older form would misunderstand the file, as where the grid has other rows or columns.
pub(crate) const VERSION: u32 = 2;

/// The file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RemedyFile {
    pub(crate) version: u32,
    /// A BCP 47 tag.
    pub(crate) language: String,
    pub(crate) systems: Vec<String>,
    pub(crate) lists: Vec<Vec<String>>,
    pub(crate) remedies: Vec<RemedyEntry>,
}

/// One remedy.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RemedyEntry {
    pub(crate) id: String,
    pub(crate) why: String,
    pub(crate) time: String,
    /// What may be lost, if anything may.
    pub(crate) loss: Option<String>,
    pub(crate) tells: String,
    pub(crate) how: Vec<usize>,
}

/// The file in this language.
#[must_use]
pub fn render(language: &dyn Translate) -> String {
    let said = |text| language.say(text).to_owned();
    let mut lists: Vec<Steps> = Vec::new();
    let remedies = Remedy::ALL
        .iter()
        .map(|&remedy| entry(remedy, language, &mut lists))
        .collect();
    let file = RemedyFile {
        version: VERSION,
        language: language.language().code().to_owned(),
        systems: System::ALL
            .iter()
            .map(|system| said(system.name()))
            .collect(),
        lists: lists
            .iter()
            .map(|list| list.iter().map(|step| said(step)).collect())
            .collect(),
        remedies,
    };
    serde_json::to_string(&file).unwrap_or_default()
}

fn entry(remedy: Remedy, language: &dyn Translate, lists: &mut Vec<Steps>) -> RemedyEntry {
    let words = remedies::words(remedy);
    let mut how: Vec<usize> = Visitor::grid()
        .map(|visitor| index(lists, steps(remedy, visitor)))
        .collect();
    if how.iter().all(|list| Some(list) == how.first()) {
        how.truncate(1);
    }
    RemedyEntry {
        id: remedy.id().to_owned(),
        why: language.say(words.why).to_owned(),
        time: language.say(words.time).to_owned(),
        loss: match words.loss {
            Loss::Nothing => None,
            loss => Some(language.say(loss.text()).to_owned()),
        },
        tells: language.say(words.tells).to_owned(),
        how,
    }
}

/// Where it stands in the list, which it joins if it is new.
fn index<T: PartialEq>(all: &mut Vec<T>, one: T) -> usize {
    all.iter()
        .position(|other| *other == one)
        .unwrap_or_else(|| {
            all.push(one);
            all.len() - 1
        })
}

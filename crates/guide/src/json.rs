//! The remedies of one language as a file, which the page fetches when it shows one.
//!
//! ```json
//! {
//!   "version": 1,
//!   "language": "en",
//!   "browsers": [["chrome", "Chrome"], …],      id and name, in the order of the grid’s rows
//!   "systems": [["windows", "Windows"], …],     id and name, in the order of the grid’s columns
//!   "losses": {"nothing": "You lose nothing.", …},
//!   "texts": ["Open the page that failed.", …],  each step once
//!   "lists": [[0, 1, 2], …],                     each list of steps once: indexes into texts
//!   "remedies": [{
//!     "id": "reload", "title": "…", "why": "…", "time": "10 seconds", "loss": "nothing", "tells": "…",
//!     "fixes": ["browser-state", …],             ids of causes
//!     "how": [4]                                 indexes into lists
//!   }, …]
//! }
//! ```
//!
//! `how` has one entry where the steps are the same for everybody. Otherwise it has one for each cell of the grid, row by
//! row: the browsers and then the unknown one, each on all systems and then on the unknown one. So the steps for browser
//! `b` on system `s` are `lists[how[b * (systems + 1) + s]]`. A text between backticks is typed as it stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use whichside_diagnosis::{Cause, Remedy};

use whichside_diagnosis::words::remedy_title;

use crate::language::Translate;
use crate::remedies::{self, Loss};
use crate::steps::{Steps, steps};
use crate::visitor::{Browser, System, Visitor};

/// Changes when a reader of the older form would misunderstand the file.
pub(crate) const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RemedyFile {
    pub(crate) version: u32,
    /// A BCP 47 tag.
    pub(crate) language: String,
    pub(crate) browsers: Vec<(String, String)>,
    pub(crate) systems: Vec<(String, String)>,
    pub(crate) losses: BTreeMap<String, String>,
    pub(crate) texts: Vec<String>,
    pub(crate) lists: Vec<Vec<usize>>,
    pub(crate) remedies: Vec<RemedyEntry>,
}

/// One remedy.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct RemedyEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) time: String,
    pub(crate) loss: String,
    pub(crate) tells: String,
    pub(crate) fixes: Vec<Cause>,
    pub(crate) how: Vec<usize>,
}

/// The file in this language.
#[must_use]
pub fn render(language: &dyn Translate) -> String {
    let mut lists: Vec<Steps> = Vec::new();
    let remedies = Remedy::ALL
        .iter()
        .map(|&remedy| entry(remedy, language, &mut lists))
        .collect();
    let mut texts: Vec<&'static str> = Vec::new();
    let lists = lists
        .iter()
        .map(|list| list.iter().map(|step| index(&mut texts, *step)).collect())
        .collect();
    let file = RemedyFile {
        version: VERSION,
        language: language.language().code().to_owned(),
        browsers: Browser::ALL
            .iter()
            .map(|browser| (browser.id().to_owned(), browser.name().to_owned()))
            .collect(),
        systems: System::ALL
            .iter()
            .map(|system| {
                (
                    system.id().to_owned(),
                    language.say(system.name()).to_owned(),
                )
            })
            .collect(),
        losses: Loss::ALL
            .iter()
            .map(|loss| (loss.id().to_owned(), language.say(loss.text()).to_owned()))
            .collect(),
        texts: texts
            .into_iter()
            .map(|text| language.say(text).to_owned())
            .collect(),
        lists,
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
        title: language.text(remedy_title(remedy)).to_owned(),
        why: language.say(words.why).to_owned(),
        time: language.say(words.time).to_owned(),
        loss: words.loss.id().to_owned(),
        tells: language.say(words.tells).to_owned(),
        fixes: remedies::fixes(remedy),
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

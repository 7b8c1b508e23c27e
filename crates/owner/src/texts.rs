//! Every text of this crate that is said to an owner: what there is to translate.
//!
//! Commands, configuration and names of products are no texts. Where translations are kept, and how they are read, is left
//! to the build and to the page.

use std::collections::BTreeSet;

use crate::command::Output;
use crate::config::{Kind, Paste, Severity};
use crate::fragments::{Fragment, Place};
use crate::hosting::Hosting;
use crate::labels::Label;
use crate::logs::{Source, patterns};
use crate::placeholder::Placeholder;
use crate::steps::Step;

/// Every text, each once, sorted.
#[must_use]
pub fn texts() -> BTreeSet<&'static str> {
    let mut all: BTreeSet<&'static str> = Label::ALL.iter().map(|label| label.english()).collect();
    for step in Step::ALL {
        all.extend([step.title(), step.why()]);
        for finding in step.findings() {
            all.insert(finding.means);
            match finding.output {
                Output::Seen(what) => {
                    all.insert(what);
                }
                Output::Prints(_) => {}
            }
        }
    }
    for fragment in Fragment::ALL {
        all.extend([fragment.title(), fragment.cost()]);
    }
    all.extend(Place::ALL.map(Place::name));
    for hosting in Hosting::ALL {
        all.extend([hosting.name(), hosting.upgrade()]);
        all.extend(hosting.can());
        all.extend(hosting.cannot());
    }
    all.extend(Source::ALL.iter().map(|source| source.name()));
    all.extend(patterns().flat_map(|pattern| [pattern.meaning, pattern.likely]));
    for kind in Kind::ALL {
        all.extend([kind.what(), kind.why()]);
    }
    all.extend(Severity::ALL.map(Severity::name));
    all.extend(Paste::ALL.iter().map(|paste| paste.what()));
    all.extend(Placeholder::ALL.iter().map(|place| place.meaning()));
    all
}

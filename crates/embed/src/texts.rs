//! Every text of widget and configurator: what there is to translate. How translations are kept and read is left to the build
//! and to the pages.

use std::collections::BTreeSet;

/// Every text, each once, sorted.
#[must_use]
pub fn texts() -> BTreeSet<&'static str> {
    BTreeSet::new()
}

//! The owner's section: the stylesheet beside its module, and what it says in each language.
//!
//! It is not in the page's budget; it is in the copy the service worker keeps, as a site's owner may want it when nothing else
//! opens.

use std::path::Path;

use anyhow::Result;

use crate::{
    files,
    post_build::MINIFIED,
    words::{self, Translated},
};

/// The folder of the module, which index.html names.
const FOLDER: &str = "owner";

/// Writes both into `stage`.
pub fn write(root: &Path, stage: &Path, languages: &[Translated]) -> Result<()> {
    let folder = stage.join(FOLDER);
    let sheet = files::read(&root.join(MINIFIED).join("style/owner.css"))?;
    files::write(&folder.join("whichside-owner-page.css"), sheet)?;
    words::write_files(languages, &whichside_owner::texts(), &folder)
}

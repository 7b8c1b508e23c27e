//! Puts the loader, `boot/embed.js`, into the page's folder under its three names: `embed.js` and `embed/v1.js`, which follow
//! fixes, and one with its hash, which stays what it is. Loaders released earlier lie beside it, as they were.
//!
//! A released loader is one that somebody else's page may name with its hash: `boot/released` keeps it for ever.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{embed, files, post_build::MINIFIED};

/// The loader's name in the page's folder.
pub const NAME: &str = "embed.js";
const RELEASED: &str = "boot/released";

/// A loader as a page names it that wants no other.
pub struct Loader {
    /// The file in `embed/`, with its hash in the name.
    pub name: String,
    /// What the page's `integrity` says of it.
    pub integrity: String,
}

impl Loader {
    fn of(script: &[u8]) -> Self {
        Self {
            name: format!("v1-{}.js", files::short_hash(script)),
            integrity: files::integrity(script),
        }
    }
}

/// Writes the loaders into `stage`.
pub fn write(root: &Path, stage: &Path) -> Result<Loader> {
    let folder = stage.join(embed::FOLDER);
    for name in files::list(&root.join(RELEASED))? {
        let script = files::read(&root.join(RELEASED).join(&name))?;
        files::write(&folder.join(released(&name, &script)?), &script)?;
    }
    let script = files::read(&root.join(MINIFIED).join("boot").join(NAME))?;
    let loader = Loader::of(&script);
    for path in [
        stage.join(NAME),
        folder.join("v1.js"),
        folder.join(&loader.name),
    ] {
        files::write(&path, &script)?;
    }
    Ok(loader)
}

/// The name of a released loader, which must be the one of its content.
fn released<'a>(name: &'a str, script: &[u8]) -> Result<&'a str> {
    let right = Loader::of(script).name;
    if name != right {
        bail!(
            "{RELEASED}/{name} was changed: by its content it is {right}, and pages that name it refuse it"
        );
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loader_is_named_after_its_content() {
        let loader = Loader::of(b"");
        assert_eq!(loader.name, "v1-e3b0c44298fc1c14.js");
        assert_eq!(
            loader.integrity,
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }

    #[test]
    fn a_released_loader_that_was_changed_is_refused() {
        assert!(released("v1-e3b0c44298fc1c14.js", b"").is_ok());
        let error = released("v1-e3b0c44298fc1c14.js", b"changed").unwrap_err();
        assert!(error.to_string().contains("was changed"), "{error}");
    }

    #[test]
    fn every_released_loader_is_as_it_was() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(RELEASED);
        for name in files::list(&folder).unwrap() {
            released(&name, &files::read(&folder.join(&name)).unwrap()).unwrap();
        }
    }
}

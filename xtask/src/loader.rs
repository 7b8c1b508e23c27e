//! Puts the loader, `boot/embed.js`, into the page's folder under its three names: `embed.js` and `embed/v1.js`, which follow
//! fixes, and one with its hash, which stays what it is. Loaders released earlier lie beside it, as they were.
//!
//! A released loader is one that somebody else's page may name with its hash: `boot/released` keeps it for ever.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

use crate::{child, embed, fingerprint, setup::Setup};

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
        let hash = fingerprint::hex(&Sha256::digest(script));
        Self {
            name: format!("v1-{}.js", &hash[..16]),
            integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(script))),
        }
    }
}

/// Writes the loaders into `stage`.
pub fn write(root: &Path, setup: &Setup, work: &Path, stage: &Path) -> Result<Loader> {
    let folder = stage.join(embed::FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let put = |path: &Path, script: &[u8]| {
        fs::write(path, script).with_context(|| format!("cannot write {}", path.display()))
    };
    for file in fingerprint::files(root, &[RELEASED])? {
        let script = fs::read(root.join(&file)).with_context(|| format!("cannot read {file}"))?;
        let name = file.rsplit('/').next().unwrap_or_default();
        put(&folder.join(released(name, &script)?), &script)?;
    }
    let script = small(root, setup, work)?;
    let loader = Loader::of(&script);
    for path in [
        stage.join(NAME),
        folder.join("v1.js"),
        folder.join(&loader.name),
    ] {
        put(&path, &script)?;
    }
    Ok(loader)
}

/// The loader without what only a reader needs.
fn small(root: &Path, setup: &Setup, work: &Path) -> Result<Vec<u8>> {
    let path = work.join(NAME);
    child::run(
        setup
            .program("esbuild")
            .args(["--minify", "--log-level=warning"])
            // A browser with the style sheets that the loader makes has all of this, too.
            .arg("--target=es2022")
            .arg(format!("--outfile={}", path.display()))
            .arg(root.join("boot").join(NAME)),
    )
    .context("the loader cannot be made small")?;
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
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
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        for file in fingerprint::files(root, &[RELEASED]).unwrap() {
            let script = fs::read(root.join(&file)).unwrap();
            released(file.rsplit('/').next().unwrap(), &script).unwrap();
        }
    }
}

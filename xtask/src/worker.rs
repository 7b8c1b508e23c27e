//! Writes the service worker: `boot/worker.js` with the list of the files it keeps.
//!
//! What the worker does with them is in that file; here is only which files those are.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::fingerprint;

/// The name of the worker in the page's folder.
pub const NAME: &str = "sw.js";

/// Writes the worker for the page in `dist`.
pub fn write(root: &Path, dist: &Path) -> Result<()> {
    let template = root.join("boot/worker.js");
    let template = fs::read_to_string(&template)
        .with_context(|| format!("cannot read {}", template.display()))?;
    let mut kept = Vec::new();
    for name in fingerprint::files(dist, &["."])? {
        if is_kept(&name) {
            let bytes =
                fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
            kept.push((name, integrity(&bytes)));
        }
    }
    let path = dist.join(NAME);
    fs::write(&path, filled(&template, &kept)?)
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Whether the copy on the visitor's device holds this file of the page.
fn is_kept(name: &str) -> bool {
    // The worker is not its own business; the others are measured, and a copy of them would lie.
    let is_measured = name == NAME || name == "alive.txt" || name.starts_with("oracle/");
    // Of the guide the English one is kept: in every language it would weigh more than all the rest.
    let is_another_guide = name.starts_with("guide/") && name.matches('/').count() > 1;
    !is_measured && !is_another_guide
}

/// The hash in the form of an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The template with its constants filled in.
fn filled(template: &str, kept: &[(String, String)]) -> Result<String> {
    for place in ["__VERSION__", "__FILES__"] {
        if template.matches(place).count() != 1 {
            bail!("boot/worker.js must hold {place} exactly once");
        }
    }
    let files: Vec<String> = kept
        .iter()
        .map(|(name, integrity)| {
            // Servers disagree about the name index.html, and some redirect it: the folder's address is safe.
            let path = match name.strip_suffix("index.html") {
                Some("") => "./",
                Some(folder) if folder.ends_with('/') => folder,
                Some(_) | None => name,
            };
            format!("  [{path:?}, {integrity:?}],\n")
        })
        .collect();
    let files = format!("[\n{}]", files.concat());
    let version = fingerprint::hex(&Sha256::digest(format!("{template}{files}")));
    Ok(template
        .replace("__VERSION__", &version[..16])
        .replace("__FILES__", &files))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const COPY = \"__VERSION__\";\nconst FILES = __FILES__;\n";

    fn kept(name: &str, integrity: &str) -> (String, String) {
        (name.to_owned(), integrity.to_owned())
    }

    #[test]
    fn what_is_measured_is_never_kept() {
        for name in ["alive.txt", "oracle/ok.html", "sw.js"] {
            assert!(!is_kept(name), "{name}");
        }
        assert!(!is_kept("guide/de/index.html"), "one guide is enough");
        for name in [
            "index.html",
            "icon.svg",
            "whichside-0123456789abcdef_bg.wasm",
            "guide/index.html",
            "remedies/de.json",
        ] {
            assert!(is_kept(name), "{name}");
        }
    }

    #[test]
    fn a_page_is_kept_under_its_folders_address() {
        for (name, address) in [
            ("index.html", "./"),
            ("guide/index.html", "guide/"),
            ("guide/de/index.html", "guide/de/"),
            ("no-index.html", "no-index.html"),
        ] {
            let worker = filled(TEMPLATE, &[kept(name, "sha256-a")]).unwrap();
            let entry = format!("[{address:?}, \"sha256-a\"]");
            assert!(worker.contains(&entry), "{worker}");
        }
    }

    #[test]
    fn the_version_changes_with_any_file() {
        let one = filled(TEMPLATE, &[kept("a.js", "sha256-a")]).unwrap();
        let other = filled(TEMPLATE, &[kept("a.js", "sha256-b")]).unwrap();
        assert_ne!(one.lines().next(), other.lines().next());
    }

    #[test]
    fn a_template_without_its_places_is_refused() {
        assert!(filled("const FILES = __FILES__;", &[]).is_err());
    }

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        assert_eq!(
            integrity(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}

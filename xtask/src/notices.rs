//! Writes `notices.txt`: the licences of the crates whose code is in the WebAssembly. MIT, BSD and Apache ask for them wherever the code
//! is handed on.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::files;

/// Its name in the page's folder.
pub const NAME: &str = "notices.txt";
/// What is compiled for browsers.
const TARGET: &str = "wasm32-unknown-unknown";
/// The packages whose programs are shipped.
const SHIPPED: [&str; 2] = ["whichside", "whichside-owner-worker"];
/// How the names of licence files begin.
const LICENCES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Writes the file for the page in `dist`.
pub fn write(root: &Path, dist: &Path) -> Result<()> {
    files::write(&dist.join(NAME), text(root)?)
}

fn text(root: &Path) -> Result<String> {
    let metadata = MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options([
            "--locked".to_owned(),
            "--offline".to_owned(),
            format!("--filter-platform={TARGET}"),
        ])
        .exec()
        .context("cargo metadata")?;
    let resolved = metadata
        .resolve
        .as_ref()
        .context("cargo resolves nothing")?;
    let mut due: Vec<_> = metadata
        .packages
        .iter()
        .filter(|package| SHIPPED.contains(&package.name.as_str()))
        .map(|package| &package.id)
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = due.pop() {
        if !reached.insert(id) {
            continue;
        }
        let node = resolved.nodes.iter().find(|node| node.id == *id);
        let used = node.iter().flat_map(|node| &node.deps).filter(|used| {
            used.dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal)
        });
        due.extend(used.map(|used| &used.pkg));
    }
    // The same words stand once, under all who use them.
    let mut by_licence: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in &metadata.packages {
        // Ours have the licence of the repository.
        if !reached.contains(&package.id) || package.source.is_none() {
            continue;
        }
        let name = format!("{} {}", package.name, package.version);
        let words = licence(package)?;
        by_licence.entry(words).or_default().push(name);
    }
    ensure!(!by_licence.is_empty(), "no crate is in the page");
    let mut text = String::from("The programs of this page contain code of these crates.\n");
    for (licence, names) in &by_licence {
        text += &format!(
            "\n\n{}\n{}\n\n{licence}\n",
            names.join(", "),
            "-".repeat(72)
        );
    }
    Ok(text)
}

/// The licence files of a package; where it ships none, what its manifest says.
fn licence(package: &Package) -> Result<String> {
    let folder = PathBuf::from(&package.manifest_path)
        .parent()
        .map(Path::to_path_buf)
        .context("a manifest lies in a folder")?;
    let mut texts = Vec::new();
    for name in files::list(&folder)? {
        if LICENCES
            .iter()
            .any(|begin| name.to_ascii_uppercase().starts_with(begin))
        {
            texts.push(files::read_text(&folder.join(name))?.trim().to_owned());
        }
    }
    if texts.is_empty() {
        let declared = package.license.as_deref().unwrap_or("no licence declared");
        let authors = package.authors.join(", ");
        texts.push(format!("{declared}\n{authors}"));
    }
    Ok(texts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_of_the_page_are_named_and_those_of_the_tests_are_not() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let text = text(&root).unwrap();
        for name in ["yew 0.", "serde 1.", "wasm-bindgen 0."] {
            assert!(text.contains(name), "{name}");
        }
        assert!(text.contains("Permission is hereby granted"));
        for name in ["proptest ", "tiny_http ", "whichside"] {
            let names = text.lines().filter(|line| line.contains(", "));
            assert!(
                names
                    .into_iter()
                    .all(|line| !line.contains(&format!(", {name}"))),
                "{name}"
            );
        }
    }
}

//! The lists of CONTRIBUTING's “What to touch”: every file that they name exists, and none is left out.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;

/// A list, and one that was added as it says: the word that names it in the sources.
const ADDED: [(&str, &str); 4] = [
    ("Add a probe", "Twin"),
    ("Add a cause", "EmptyReply"),
    ("Add a remedy", "BetterSignal"),
    ("Add a question to the visitor", "RightDate"),
];

/// Written by a command, not by who adds something.
const WRITTEN: &str = "crates/diagnosis/src/likelihood/measured.rs";

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The lists: each heading with the paths that it names.
fn lists() -> Vec<(String, Vec<String>)> {
    let text = std::fs::read_to_string(project().join("CONTRIBUTING.md")).unwrap();
    let part = text
        .split("\n## ")
        .find(|part| part.starts_with("What to touch"));
    let lists: Vec<(String, Vec<String>)> = part
        .unwrap()
        .split("\n### ")
        .skip(1)
        .map(|list| {
            let (heading, lines) = list.split_once('\n').unwrap();
            let items = lines.lines().filter(|line| line.starts_with("- "));
            let paths = items.flat_map(|line| line.split('`').skip(1).step_by(2));
            (heading.to_owned(), paths.map(str::to_owned).collect())
        })
        .collect();
    assert!(!lists.is_empty());
    lists
}

/// Whether a path of a list means this file: a folder means what is in it, `<name>` any name.
fn means(path: &str, file: &str) -> bool {
    match path.split_once('<') {
        Some((folder, _)) => file.starts_with(folder),
        None if path.ends_with('/') => file.starts_with(path),
        None => file == path,
    }
}

/// The product's sources and the calibration's, by their paths within the project.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(project()).unwrap();
                let text = std::fs::read_to_string(&path).unwrap();
                let product = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.push((name.to_str().unwrap().replace('\\', "/"), product));
            }
        }
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(project().join("crates"))
        .unwrap()
        .flatten()
    {
        walk(&entry.path().join("src"), &mut found);
    }
    for folder in ["src", "tests/calibration/src"] {
        walk(&project().join(folder), &mut found);
    }
    found.retain(|(path, _)| {
        !path
            .split('/')
            .any(|part| matches!(part, "tests" | "tests.rs") && path.starts_with("src"))
    });
    found
}

/// Whether a text holds a word by itself, comments aside.
fn holds(text: &str, word: &str) -> bool {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .any(|line| {
            line.split(|c: char| !c.is_alphanumeric() && c != '_')
                .any(|other| other == word)
        })
}

#[test]
fn every_file_that_is_named_exists() {
    for (heading, paths) in lists() {
        assert!(!paths.is_empty(), "“{heading}” names no file");
        for path in paths {
            let before = path.split('<').next().unwrap();
            assert!(
                project().join(before).exists(),
                "“{heading}” names {path}, which does not exist"
            );
        }
    }
}

#[test]
fn no_file_that_names_something_added_is_left_out() {
    let (lists, sources) = (lists(), sources());
    for (heading, word) in ADDED {
        let (_, paths) = lists.iter().find(|(other, _)| other == heading).unwrap();
        let touched: BTreeSet<&String> = sources
            .iter()
            .filter(|(path, text)| path != WRITTEN && holds(text, word))
            .map(|(path, _)| path)
            .collect();
        assert!(!touched.is_empty(), "nothing is called {word} any more");
        let missing: Vec<_> = touched
            .into_iter()
            .filter(|file| !paths.iter().any(|path| means(path, file)))
            .collect();
        assert!(
            missing.is_empty(),
            "“{heading}” leaves out {missing:?}, which names {word}"
        );
    }
}

//! The architecture's absences, read off the sources.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        &mut found,
    );
    assert!(!found.is_empty(), "{folder} holds no sources");
    found
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
        .collect()
}

fn nowhere(folder: &str, words: &[&str], why: &str) {
    for (path, text) in sources(folder) {
        let product = text.split("#[cfg(test)]").next().unwrap_or(&text);
        for word in words {
            assert!(
                !product.contains(word),
                "{} has `{word}`: {why}",
                path.display()
            );
        }
    }
}

/// What is pure.
const LIBRARIES: [&str; 4] = [
    "crates/diagnosis/src",
    "crates/embed/src",
    "crates/guide/src",
    "crates/owner/src",
];

#[test]
fn the_libraries_know_no_browser_no_clock_no_chance_and_no_io() {
    for library in LIBRARIES {
        nowhere(
            library,
            &[
                "web_sys",
                "js_sys",
                "wasm_bindgen",
                "std::time",
                "std::fs",
                "std::io",
                "std::process",
                "std::thread",
                "println!",
                "rand::",
            ],
            "the library is pure",
        );
    }
}

#[test]
fn the_libraries_have_no_panicking_path() {
    for library in LIBRARIES {
        nowhere(
            library,
            &[".unwrap()", ".expect(", "panic!(", "unreachable!("],
            "the library panics on no input",
        );
    }
}

/// What draws: the page's views, the configurator, and the owner's section.
const DRAWINGS: [&str; 3] = ["src/app", "src/configurator", OWNER_PAGE];
const OWNER_PAGE: &str = "crates/owner-page/src";

#[test]
fn the_owners_section_has_no_panicking_path() {
    nowhere(
        OWNER_PAGE,
        &[".unwrap()", ".expect(", "panic!(", "unreachable!("],
        "the section panics on nothing that is pasted",
    );
}

#[test]
fn no_view_carries_a_style_attribute() {
    for drawing in DRAWINGS {
        nowhere(
            drawing,
            &["style=", "\"style\"", "set_css_text"],
            "`style-src 'self'` forbids it",
        );
    }
}

#[test]
fn views_say_nothing_but_what_has_a_key() {
    let drawn = ["src/app/view", "src/configurator", OWNER_PAGE].map(sources);
    for (path, text) in drawn.into_iter().flatten() {
        for (_, said) in text
            .match_indices("text(\"")
            .map(|(at, _)| text.split_at(at + 6))
        {
            let literal = said.split('"').next().unwrap();
            assert!(
                !literal.contains(char::is_alphabetic),
                "{} says “{literal}” in English only: give it a key",
                path.display()
            );
        }
    }
}

#[test]
fn nothing_fetched_or_pasted_becomes_markup() {
    for folder in ["src", OWNER_PAGE] {
        nowhere(
            folder,
            &[
                "inner_html",
                "outer_html",
                "from_html_unchecked",
                "insert_adjacent_html",
            ],
            "everything fetched is text",
        );
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for folder in ["crates", "src", "xtask", "tests"] {
        for (path, text) in sources(folder) {
            assert!(
                text.starts_with("//!"),
                "{} does not say what it is for",
                path.display()
            );
        }
    }
}

//! The architecture's absences, read off the sources.

#![allow(
    clippy::unwrap_used,
    reason = "a test whose material is missing must fail loudly"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
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
        // Examples in docs are tests as well.
        let code = product
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for word in words {
            assert!(
                !code.clone().any(|line| line.contains(word)),
                "{} has `{word}`: {why}",
                path.display()
            );
        }
    }
}

/// What is pure.
const LIBRARIES: [&str; 6] = [
    "crates/diagnosis/src",
    "crates/embed/src",
    "crates/error-page/src",
    "crates/guide/src",
    "crates/owner/src",
    "crates/words/src",
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

/// What draws: the page's views and its parts, and the configurator.
const DRAWINGS: [&str; 6] = [
    "src/app",
    "src/configurator",
    "src/error_maker",
    "src/evidence",
    "src/part",
    OWNER_SECTION,
];
const OWNER_SECTION: &str = "src/owner";

#[test]
fn the_pages_parts_have_no_panicking_path() {
    for folder in [
        OWNER_SECTION,
        "src/part",
        "src/evidence",
        "crates/owner-worker/src",
    ] {
        nowhere(
            folder,
            &[".unwrap()", ".expect(", "panic!(", "unreachable!("],
            "a part panics on nothing that is handed over or pasted",
        );
    }
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
    let drawn = [
        "src/app/view",
        "src/evidence",
        "src/part",
        "src/widget/view",
        "src/configurator/view",
        "src/error_maker/view",
        "src/components",
        OWNER_SECTION,
    ]
    .map(sources);
    for (path, text) in drawn.into_iter().flatten() {
        let starts = ["text(\"", "{ \""].map(|start| text.split(start).skip(1));
        for said in starts.into_iter().flatten() {
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
    nowhere(
        "src",
        &[
            "inner_html",
            "outer_html",
            "from_html_unchecked",
            "insert_adjacent_html",
        ],
        "everything fetched is text",
    );
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

#[test]
fn each_row_of_what_was_broken_once_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let model = std::fs::read_to_string(root.join("docs/threat-model.md")).unwrap();
    let table = model.split("## What was broken once").nth(1).unwrap();
    let code: String = ["crates", "src", "tests", "xtask"]
        .into_iter()
        .flat_map(sources)
        .map(|(_, text)| text)
        .collect();
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let mut count = 0;
    for row in rows {
        let tests = row.trim_end_matches('|').rsplit('|').next().unwrap();
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test: {row}");
        for name in names {
            let exists = if name.contains('/') {
                root.join(name).exists()
            } else if name.contains('_') {
                code.contains(&format!("fn {name}("))
            } else {
                let fault = root.join(format!("tests/lab/faults/{name}.toml"));
                fault.exists() || code.contains(&format!("\"{name}\",\n"))
            };
            assert!(exists, "{name} does not exist: {row}");
        }
        count += 1;
    }
    assert!(count > 20, "{count} rows");
}

/// Folders of sources whose modules import each other in one direction only.
const ONE_WAY: [&str; 3] = ["crates/diagnosis/src", "src", "xtask/src"];

#[test]
fn no_modules_import_each_other_in_a_circle() {
    for folder in ONE_WAY {
        if let Some(circle) = circle(&imports(folder)) {
            let modules: Vec<String> = circle.iter().map(|module| module.join("::")).collect();
            panic!("{folder}: {} import each other", modules.join(" → "));
        }
    }
}

/// A module by the names that lead to it from the crate's root.
type Module = Vec<String>;

/// Which modules of a folder import which others, by their `use` lines. A module that re-exports what stands in another
/// (`pub use`) does not import it; whoever imports the re-export imports the other.
fn imports(folder: &str) -> BTreeMap<Module, BTreeSet<Module>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut texts: BTreeMap<Module, String> = BTreeMap::new();
    for (path, text) in sources(folder) {
        let file = path.strip_prefix(&root).unwrap().with_extension("");
        let mut module: Module = file
            .iter()
            .map(|part| part.to_str().unwrap().to_owned())
            .collect();
        if module.contains(&"tests".to_owned()) {
            continue;
        }
        let last = module.pop().unwrap();
        if !["mod", "lib", "main"].contains(&last.as_str()) {
            module.push(last);
        }
        let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        texts.entry(module).or_default().push_str(product);
    }
    let uses: Vec<(&Module, bool, Module)> = texts
        .iter()
        .flat_map(|(module, text)| {
            uses(text)
                .into_iter()
                .map(move |(exported, path)| (module, exported, absolute(module, path)))
        })
        .collect();
    let exported = |module: &Module, name: &String| {
        uses.iter()
            .find(|(at, exported, path)| {
                *exported
                    && *at == module
                    && path.last() == Some(name)
                    && path[..path.len() - 1] != module[..]
            })
            .map(|(_, _, path)| path.clone())
    };
    let resolve = |mut path: Module| {
        let mut module = Module::new();
        let mut at = 0;
        while at < path.len() {
            let mut deeper = module.clone();
            deeper.push(path[at].clone());
            if texts.contains_key(&deeper) {
                module = deeper;
                at += 1;
            } else if let Some(real) = exported(&module, &path[at]) {
                path = real.into_iter().chain(path.split_off(at + 1)).collect();
                (module, at) = (Module::new(), 0);
            } else {
                break;
            }
        }
        module
    };
    let mut imports: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, _, path) in uses.iter().filter(|(_, exported, _)| !exported) {
        let imported = resolve(path.clone());
        if imported != **module && texts.contains_key(&imported) {
            imports
                .entry((*module).clone())
                .or_default()
                .insert(imported);
        }
    }
    imports
}

/// The `use` lines of a text: whether each re-exports, and the names of its path. Only paths within the crate are of interest.
fn uses(text: &str) -> Vec<(bool, Vec<String>)> {
    let lines: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut all = Vec::new();
    for (start, _) in lines.match_indices("use ") {
        let before = lines[..start].rsplit('\n').next().unwrap().trim();
        if !before.is_empty() && !before.starts_with("pub") {
            continue;
        }
        let tree = lines[start + 4..].split(';').next().unwrap();
        let compact: String = tree.split_whitespace().collect::<Vec<_>>().join(" ");
        all.extend(
            branches(&compact)
                .into_iter()
                .map(|path| (!before.is_empty(), path)),
        );
    }
    all
}

/// The paths of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<Vec<String>> {
    let Some((prefix, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap();
        return vec![
            path.split("::")
                .map(|name| name.trim().to_owned())
                .collect(),
        ];
    };
    let inner = rest.rsplit_once('}').unwrap().0;
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, character) in inner.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[from..]);
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .flat_map(|part| branches(&format!("{prefix}{part}")))
        .collect()
}

/// A path from the crate's root; one that begins with neither `crate`, `self` nor `super` begins in the module itself.
fn absolute(module: &Module, path: Vec<String>) -> Module {
    let mut from = module.clone();
    let mut names = path.into_iter().peekable();
    match names.peek().map(String::as_str) {
        Some("crate") => {
            names.next();
            from.clear();
        }
        Some("self") => {
            names.next();
        }
        _ => {
            while names.next_if(|name| name == "super").is_some() {
                from.pop();
            }
        }
    }
    from.into_iter()
        .chain(names.filter(|name| name != "self"))
        .collect()
}

/// A circle among the modules, if there is one, each importing the next.
fn circle(imports: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    fn visit(
        module: &Module,
        imports: &BTreeMap<Module, BTreeSet<Module>>,
        path: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) -> Option<Vec<Module>> {
        if let Some(at) = path.iter().position(|other| other == module) {
            let mut circle = path[at..].to_vec();
            circle.push(module.clone());
            return Some(circle);
        }
        if done.contains(module) {
            return None;
        }
        path.push(module.clone());
        for imported in imports.get(module).into_iter().flatten() {
            if let Some(circle) = visit(imported, imports, path, done) {
                return Some(circle);
            }
        }
        path.pop();
        done.insert(module.clone());
        None
    }
    let mut done = BTreeSet::new();
    imports
        .keys()
        .find_map(|module| visit(module, imports, &mut Vec::new(), &mut done))
}

#[test]
fn a_circle_is_found_and_nested_imports_are_read() {
    let module = |name: &str| vec![name.to_owned()];
    let imports = BTreeMap::from([
        (module("a"), BTreeSet::from([module("b")])),
        (module("b"), BTreeSet::from([module("c"), module("d")])),
        (module("d"), BTreeSet::from([module("a")])),
    ]);
    assert_eq!(
        circle(&imports),
        Some(["a", "b", "d", "a"].map(module).to_vec())
    );
    let paths = branches("crate::words::{self, table::{Key, words}, Words as W}");
    let paths: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "crate::words::self",
            "crate::words::table::Key",
            "crate::words::table::words",
            "crate::words::Words"
        ]
    );
}

//! Writes what tells web servers how to serve the page, for `cargo xtask hosting` into `hosting/`, and for hosts that read
//! a file in the page's folder, into that. All of it says what `hosting/headers.txt` and `hosting/paths.txt` say.
//!
//! What an owner may change stands in files that nobody writes: `hosting/nginx/whichside.conf` is one. Real servers are
//! asked in `tests/hosting`.

mod caddy;
mod listed;
mod nginx;

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::policy::{self, Header};

pub use listed::write as write_list;

/// Stands at the head of each written file.
const WRITTEN: &str =
    "# Written by `cargo xtask hosting` from hosting/headers.txt and hosting/paths.txt.\n";

/// One header, and which paths have which value of it.
struct Rule {
    name: &'static str,
    /// What all paths have but those below; empty where they have none.
    usual: &'static str,
    /// Paths, or their beginnings with a `*`, with their value.
    others: Vec<(Vec<&'static str>, &'static str)>,
}

/// Writes the files in `hosting/` anew.
pub fn write(root: &Path) -> Result<()> {
    for (name, text) in files() {
        let path = root.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{name}");
    }
    Ok(())
}

/// Each written file with what is to be in it.
fn files() -> [(&'static str, String); 3] {
    let rules = rules();
    [
        ("hosting/nginx/maps.conf", nginx::maps(&rules)),
        ("hosting/nginx/page.conf", nginx::page(&rules)),
        ("hosting/Caddyfile", caddy::file(&rules)),
    ]
}

/// The headers, each with its paths.
fn rules() -> Vec<Rule> {
    let usual = policy::headers_of_the_rest();
    let apart: Vec<(Vec<&str>, Vec<Header>)> = policy::parts_apart()
        .into_iter()
        .map(|part| {
            let one = part.paths.first().copied().unwrap_or_default();
            let headers = policy::headers_of(one.trim_end_matches('*'));
            (part.paths, headers)
        })
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in usual
        .iter()
        .chain(apart.iter().flat_map(|(_, headers)| headers))
    {
        if !names.contains(name) {
            names.push(name);
        }
    }
    names
        .into_iter()
        .map(|name| {
            let usual = value_of(name, &usual);
            let others = apart
                .iter()
                .map(|(paths, headers)| (paths.clone(), value_of(name, headers)))
                .filter(|(_, value)| *value != usual)
                .collect();
            Rule {
                name,
                usual,
                others,
            }
        })
        .collect()
}

fn value_of(name: &str, headers: &[Header]) -> &'static str {
    let found = headers.iter().find(|(each, _)| *each == name);
    found.map_or("", |(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_for_servers_say_what_the_headers_say() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (name, text) in files() {
            let there = fs::read_to_string(root.join(name)).unwrap_or_default();
            assert_eq!(there, text, "run `cargo xtask hosting`: {name} is stale");
        }
    }

    #[test]
    fn no_path_has_another_value_than_its_part() {
        for rule in rules() {
            for path in ["/", "/missing", "/widget/", "/embed/v1.js", "/alive.txt"] {
                let other = rule.others.iter().find(|(paths, _)| paths.contains(&path));
                let told = other.map_or(rule.usual, |(_, value)| *value);
                assert_eq!(
                    told,
                    value_of(rule.name, &policy::headers_of(path)),
                    "{path}"
                );
            }
        }
    }
}

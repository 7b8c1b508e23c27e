//! `_headers`, in the page's folder, which Netlify and Cloudflare Pages read.
//!
//! Both join the values where several rules name the same header, so no two rules with one header fit the same path: what
//! all paths share stands under `/*`, and the rest under each path, or under a folder whose files are all alike.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Result, bail};

use crate::{
    files,
    headers::{self, Header},
};

/// The name of the file.
const NAME: &str = "_headers";
/// Cloudflare reads no more rules than this.
const RULES: usize = 100;

/// Writes it for the page in `dist`.
pub fn write(dist: &Path) -> Result<()> {
    files::write(&dist.join(NAME), render(&files::list(dist)?)?)
}

fn render(names: &[String]) -> Result<String> {
    let paths: Vec<String> = names.iter().flat_map(|name| paths(name)).collect();
    let lines = |headers: &[Header]| -> String {
        let lines = headers
            .iter()
            .map(|(name, value)| format!("  {name}: {value}\n"));
        lines.collect()
    };
    let is_shared = |header: &Header| {
        let mut all = paths.iter().map(|path| headers::headers_of(path));
        all.all(|headers| headers.contains(header))
    };
    let (shared, _): (Vec<Header>, Vec<Header>) =
        headers::headers_of("/").into_iter().partition(is_shared);
    let own = |path: &str| -> String {
        let mut own = headers::headers_of(path);
        own.retain(|header| !shared.contains(header));
        lines(&own)
    };
    // Each folder of the first level with its paths; what lies in none is by itself.
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in paths {
        let rest = path.trim_start_matches('/');
        let folder = rest
            .split_once('/')
            .map_or(path.clone(), |(folder, _)| format!("/{folder}/*"));
        folders.entry(folder).or_default().push(path);
    }
    let mut listed = vec![("/*".to_owned(), lines(&shared))];
    for (folder, paths) in folders {
        let headers: Vec<String> = paths.iter().map(|path| own(path)).collect();
        match headers.first() {
            Some(first) if headers.iter().all(|other| other == first) => {
                listed.push((folder, first.clone()));
            }
            Some(_) | None => listed.extend(paths.into_iter().zip(headers)),
        }
    }
    if listed.len() > RULES {
        bail!(
            "{NAME} would have {} rules, and Cloudflare Pages reads {RULES}: let more folders have one kind of file each",
            listed.len()
        );
    }
    Ok(listed
        .into_iter()
        .map(|(path, headers)| format!("{path}\n{headers}"))
        .collect())
}

/// The addresses of a file: a page has its folder's too, or one without `.html`.
fn paths(name: &str) -> Vec<String> {
    let mut paths = vec![format!("/{name}")];
    if let Some(folder) = name.strip_suffix("index.html") {
        paths.push(format!("/{folder}"));
    } else if let Some(short) = name.strip_suffix(".html") {
        paths.push(format!("/{short}"));
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 11] = [
        "404.html",
        "alive.txt",
        "embed.js",
        "embed/index.html",
        "embed/v1-0123456789abcdef.js",
        "guide/index.html",
        "index.html",
        "oracle/ok.html",
        "sw.js",
        "widget/index.html",
        "widget/sw.js",
    ];

    fn names() -> Vec<String> {
        NAMES.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_folder_of_one_kind_is_one_rule_and_any_other_file_is_its_own() {
        let text = render(&names()).unwrap();
        for rule in [
            "/*",
            "/",
            "/guide/*",
            "/oracle/*",
            "/widget/",
            "/widget/sw.js",
        ] {
            assert!(text.lines().any(|line| line == rule), "{rule} in {text}");
        }
        for no_rule in ["/guide/index.html", "/widget/*", "/embed/*"] {
            assert!(!text.lines().any(|line| line == no_rule), "{no_rule}");
        }
    }

    #[test]
    fn more_rules_than_are_read_are_refused() {
        let many: Vec<String> = (0..100).map(|number| format!("{number}.js")).collect();
        assert!(render(&many).unwrap_err().to_string().contains("101 rules"));
    }
}

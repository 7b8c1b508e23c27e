//! `_headers`, read as Netlify and Cloudflare Pages read it: every rule whose path fits adds its headers, and values of the
//! same name are joined. So no header may come twice, and neither host's limits may be passed.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use whichside_harness::headers::Headers;

use crate::answers::files;

/// Cloudflare Pages reads so many rules,
const RULES: usize = 100;
/// and lines so long.
const CHARACTERS: usize = 2_000;

struct Rule<'a> {
    path: &'a str,
    headers: Vec<(&'a str, &'a str)>,
}

/// Checks the file in `dist` for every path of the page, and hands back how many rules it has.
///
/// # Errors
/// A limit is passed, or a path has other headers than it must have.
pub fn check(dist: &Path, headers: &Headers) -> Result<usize> {
    let path = dist.join("_headers");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let rules = read(&text)?;
    ensure!(rules.len() <= RULES, "_headers has {} rules", rules.len());
    if let Some(line) = text.lines().find(|line| line.chars().count() > CHARACTERS) {
        bail!("_headers has a line over {CHARACTERS} characters: {line}");
    }
    for file in files(dist)? {
        let mut paths = vec![format!("/{file}")];
        paths.extend(
            file.strip_suffix("index.html")
                .map(|folder| format!("/{folder}")),
        );
        for path in paths {
            for name in headers.names() {
                let told: Vec<&str> = rules
                    .iter()
                    .filter(|rule| fits(rule.path, &path))
                    .flat_map(|rule| &rule.headers)
                    .filter(|(each, _)| *each == name)
                    .map(|(_, value)| *value)
                    .collect();
                let wanted: Vec<&str> = headers.of(&path, name).into_iter().collect();
                ensure!(
                    told == wanted,
                    "_headers gives {path} {name}: {told:?}, not {wanted:?}"
                );
            }
        }
    }
    Ok(rules.len())
}

fn read(text: &str) -> Result<Vec<Rule<'_>>> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines() {
        if line.starts_with('/') {
            rules.push(Rule {
                path: line,
                headers: Vec::new(),
            });
        } else if let (Some(rule), Some(header)) = (rules.last_mut(), line.trim().split_once(": "))
        {
            rule.headers.push(header);
        } else {
            bail!("_headers: `{line}` is neither a path nor a header below one");
        }
    }
    Ok(rules)
}

fn fits(rule: &str, path: &str) -> bool {
    match rule.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => rule == path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_fits_its_path_or_what_begins_so() {
        for (rule, path, is_fit) in [
            ("/*", "/", true),
            ("/", "/index.html", false),
            ("/guide/*", "/guide/de/", true),
            ("/widget/", "/widget/sw.js", false),
        ] {
            assert_eq!(fits(rule, path), is_fit, "{rule} {path}");
        }
    }

    #[test]
    fn a_line_that_is_no_rule_is_found() {
        assert!(read("/*\n  A: b\n").is_ok());
        assert!(read("A: b\n").is_err());
        assert!(read("/*\n  A b\n").is_err());
    }
}

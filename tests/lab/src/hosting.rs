//! The headers that the page is served with: those of `hosting/headers.txt`, and what `hosting/paths.txt` says of some paths
//! otherwise, in nginx's words.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A header's name and value.
type Header = (String, String);

/// Headers by path.
#[derive(Debug)]
pub struct Hosting {
    general: Vec<Header>,
    parts: Vec<Part>,
}

/// Paths that are served alike.
#[derive(Debug)]
struct Part {
    paths: Vec<String>,
    headers: Vec<Header>,
}

impl Hosting {
    /// Reads both files of the project.
    ///
    /// # Errors
    /// One is missing, or holds a line that is neither header nor path nor remark.
    pub fn load(project: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = project.join("hosting").join(name);
            fs::read_to_string(&path).with_context(|| path.display().to_string())
        };
        Self::parse(&read("headers.txt")?, &read("paths.txt")?)
    }

    fn parse(headers: &str, paths: &str) -> Result<Self> {
        let mut general = Vec::new();
        for line in lines(headers) {
            general.push(header(line)?);
        }
        let mut parts: Vec<Part> = Vec::new();
        for line in lines(paths) {
            if line.starts_with('/') {
                parts.push(Part {
                    paths: line.split(' ').map(str::to_owned).collect(),
                    headers: general.clone(),
                });
                continue;
            }
            let own = header(line)?;
            let place = parts
                .last_mut()
                .map_or(&mut general, |part| &mut part.headers);
            place.retain(|(name, _)| *name != own.0);
            if !own.1.is_empty() {
                place.push(own);
            }
        }
        Ok(Self { general, parts })
    }

    /// What stands in nginx's `server` block.
    pub fn directives(&self) -> String {
        let mut text = added(&self.general);
        for Part { paths, headers } in &self.parts {
            for path in paths {
                let place = path
                    .strip_suffix('*')
                    .map_or_else(|| format!("= {path}"), |start| format!("^~ {start}"));
                // nginx adds the outer headers only where the inner block adds none.
                let _ = writeln!(text, "  location {place} {{\n{}  }}", added(headers));
            }
        }
        text
    }
}

fn added(headers: &[Header]) -> String {
    headers.iter().fold(String::new(), |mut text, header| {
        let value = header.1.replace('"', "\\\"");
        let _ = writeln!(text, "  add_header {} \"{value}\" always;", header.0);
        text
    })
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn header(line: &str) -> Result<Header> {
    let Some((name, value)) = line.split_once(':') else {
        bail!("hosting: `{line}` is no \"Name: value\" line");
    };
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATHS: &str = "Cache-Control: no-cache\n\n# why\n/widget/ /w/*\nB:\nA: d\n";

    #[test]
    fn a_path_has_the_headers_of_all_but_for_its_own() {
        let read = Hosting::parse("A: b: c\nB: x\n", PATHS).unwrap();
        let text = read.directives();
        let (general, own) = text.split_once("location = /widget/ {").unwrap();
        assert!(general.contains("add_header A \"b: c\" always;"));
        assert!(general.contains("add_header Cache-Control \"no-cache\" always;"));
        assert!(own.contains("add_header A \"d\" always;"));
        assert!(own.contains("location ^~ /w/ {"));
        assert_eq!(own.matches("Cache-Control").count(), 2);
        assert!(!own.contains("add_header B"));
    }

    #[test]
    fn a_line_that_says_nothing_is_refused() {
        assert!(Hosting::parse("no colon", "").is_err());
        assert!(Hosting::parse("", "no colon").is_err());
    }
}

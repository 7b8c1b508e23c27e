//! The headers that the page is served with: those of `hosting/headers.txt`, and what `hosting/paths.txt` says of some paths
//! otherwise. Nothing here knows the code of `xtask` that writes servers' files from them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A header's name and value.
type Header = (String, String);

/// Headers by path.
#[derive(Debug)]
pub struct Headers {
    general: Vec<Header>,
    rules: Vec<Rule>,
}

/// Paths that are served alike, and what they have otherwise than the rest; an empty value leaves a header out.
#[derive(Debug)]
struct Rule {
    paths: Vec<String>,
    own: Vec<Header>,
}

impl Headers {
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
        let mut general = lines(headers)
            .map(header)
            .collect::<Result<Vec<Header>>>()?;
        let mut rules: Vec<Rule> = Vec::new();
        for line in lines(paths) {
            if line.starts_with('/') {
                rules.push(Rule {
                    paths: line.split(' ').map(str::to_owned).collect(),
                    own: Vec::new(),
                });
                continue;
            }
            let read = header(line)?;
            match rules.last_mut() {
                Some(rule) => rule.own.push(read),
                None => general.push(read),
            }
        }
        Ok(Self { general, rules })
    }

    /// The name of every header that some path has.
    pub fn names(&self) -> Vec<&str> {
        let own = self.rules.iter().flat_map(|rule| &rule.own);
        let mut names: Vec<&str> = self
            .general
            .iter()
            .chain(own)
            .map(|(name, _)| name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The value of this header at this path, which begins at the page's root; nothing where the path has none.
    pub fn of(&self, path: &str, name: &str) -> Option<&str> {
        let rules = self.rules.iter().filter(|rule| rule.fits(path));
        self.first(rules.flat_map(|rule| &rule.own), name)
    }

    fn first<'a>(&'a self, own: impl Iterator<Item = &'a Header>, name: &str) -> Option<&'a str> {
        own.chain(&self.general)
            .find(|(each, _)| each == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// What stands in nginx's `server` block.
    pub fn nginx_directives(&self) -> String {
        let mut text = self.added(&[]);
        for Rule { paths, own } in &self.rules {
            for path in paths {
                let location = path
                    .strip_suffix('*')
                    .map_or_else(|| format!("= {path}"), |start| format!("^~ {start}"));
                // nginx adds the outer headers only where the inner block adds none.
                let _ = writeln!(text, "  location {location} {{\n{}  }}", self.added(own));
            }
        }
        text
    }

    fn added(&self, own: &[Header]) -> String {
        self.names().iter().fold(String::new(), |mut text, name| {
            if let Some(value) = self.first(own.iter(), name) {
                let value = value.replace('"', "\\\"");
                let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
            }
            text
        })
    }
}

impl Rule {
    fn fits(&self, path: &str) -> bool {
        self.paths.iter().any(|own| match own.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == own,
        })
    }
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

    fn read() -> Headers {
        let paths = "# why: this\nC: rest\n\n/x/ /y*\nA: own\nB:\nD: new\n";
        Headers::parse("A: b: c\nB: all\n", paths).unwrap()
    }

    #[test]
    fn a_rule_replaces_leaves_out_and_adds() {
        let headers = read();
        assert_eq!(headers.of("/", "A"), Some("b: c"));
        assert_eq!(headers.of("/", "C"), Some("rest"));
        assert_eq!(headers.of("/", "D"), None);
        for path in ["/x/", "/y", "/yes"] {
            assert_eq!(headers.of(path, "A"), Some("own"));
            assert_eq!(headers.of(path, "B"), None);
            assert_eq!(headers.of(path, "C"), Some("rest"));
            assert_eq!(headers.of(path, "D"), Some("new"));
        }
        assert_eq!(headers.of("/x/more", "A"), Some("b: c"));
        assert_eq!(headers.names(), ["A", "B", "C", "D"]);
    }

    #[test]
    fn nginx_is_told_the_same() {
        let text = read().nginx_directives();
        let (general, own) = text.split_once("location = /x/ {").unwrap();
        assert!(general.contains("add_header A \"b: c\" always;"));
        assert!(general.contains("add_header C \"rest\" always;"));
        assert!(!general.contains("add_header D"));
        assert!(own.contains("add_header A \"own\" always;"));
        assert!(own.contains("location ^~ /y {"));
        assert_eq!(own.matches("add_header C \"rest\"").count(), 2);
        assert!(!own.contains("add_header B"));
    }

    #[test]
    fn a_line_that_says_nothing_is_refused() {
        assert!(Headers::parse("no colon", "").is_err());
        assert!(Headers::parse("", "no colon").is_err());
    }
}

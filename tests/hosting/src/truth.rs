//! What each path must be served with, as `hosting/headers.txt` and `hosting/paths.txt` say it.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// The header that says how long an answer may be kept.
pub const CACHE: &str = "Cache-Control";
/// What it says of a file that never changes.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The header that says, among other things, who may frame a page.
pub const POLICY: &str = "Content-Security-Policy";

/// Both files, read.
pub struct Truth {
    of_all: Vec<(String, String)>,
    parts: Vec<Part>,
}

struct Part {
    paths: Vec<String>,
    headers: Vec<(String, String)>,
}

impl Truth {
    /// Reads them in `folder`.
    ///
    /// # Errors
    /// One cannot be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).with_context(|| path.display().to_string())
        };
        Ok(Self::parse(&read("headers.txt")?, &read("paths.txt")?))
    }

    fn parse(headers: &str, paths: &str) -> Self {
        let mut of_all: Vec<(String, String)> = headers.lines().filter_map(header).collect();
        let mut parts: Vec<Part> = Vec::new();
        for line in paths.lines() {
            if line.starts_with('/') {
                parts.push(Part {
                    paths: line.split(' ').map(str::to_owned).collect(),
                    headers: Vec::new(),
                });
            } else if let Some(header) = header(line) {
                let to = parts
                    .last_mut()
                    .map_or(&mut of_all, |part| &mut part.headers);
                to.push(header);
            }
        }
        Self { of_all, parts }
    }

    /// Every header that some path has.
    pub fn names(&self) -> Vec<&str> {
        let of_parts = self.parts.iter().flat_map(|part| &part.headers);
        let mut names: Vec<&str> = self
            .of_all
            .iter()
            .chain(of_parts)
            .map(|(name, _)| name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What this header says of this path, which begins at the page's root; nothing where the path has none.
    pub fn of(&self, path: &str, name: &str) -> Option<&str> {
        let own = self.parts.iter().filter(|part| part.has(path));
        own.flat_map(|part| &part.headers)
            .chain(&self.of_all)
            .find(|(each, _)| each == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Whether a page of another origin may frame what is at this path.
    pub fn may_be_framed(&self, path: &str) -> bool {
        !self
            .of(path, POLICY)
            .is_some_and(|policy| policy.contains("frame-ancestors"))
    }
}

impl Part {
    fn has(&self, path: &str) -> bool {
        self.paths.iter().any(|own| match own.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == own,
        })
    }
}

fn header(line: &str) -> Option<(String, String)> {
    if line.starts_with('#') {
        return None;
    }
    let (name, value) = line.split_once(':')?;
    Some((name.to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_replaces_leaves_out_and_adds() {
        let truth = Truth::parse(
            "A: all\nB: all\n",
            "# why: this\nC: rest\n\n/x/ /y*\nA: own\nB:\nD: new\n",
        );
        assert_eq!(truth.of("/", "A"), Some("all"));
        assert_eq!(truth.of("/", "C"), Some("rest"));
        assert_eq!(truth.of("/", "D"), None);
        for path in ["/x/", "/y", "/yes"] {
            assert_eq!(truth.of(path, "A"), Some("own"));
            assert_eq!(truth.of(path, "B"), None);
            assert_eq!(truth.of(path, "C"), Some("rest"));
            assert_eq!(truth.of(path, "D"), Some("new"));
        }
        assert_eq!(truth.of("/x/more", "A"), Some("all"));
        assert_eq!(truth.names(), ["A", "B", "C", "D"]);
    }
}

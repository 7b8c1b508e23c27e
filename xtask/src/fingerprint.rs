//! One short text that changes whenever any of many files does. What follows from a change is decided elsewhere.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Every file in these files and folders of `root`, as paths with `/` relative to it, sorted. What is absent is left out.
pub fn files(root: &Path, within: &[&str]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut left: Vec<PathBuf> = within.iter().map(|name| root.join(name)).collect();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))?;
            for entry in entries {
                left.push(entry?.path());
            }
        } else if path.is_file() {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative
                .iter()
                .map(|part| part.to_string_lossy())
                .filter(|part| part != ".")
                .collect();
            found.push(parts.join("/"));
        }
    }
    found.sort();
    Ok(found)
}

/// The fingerprint of these files' names and contents, and of `more`.
pub fn of(root: &Path, names: &[String], more: &str) -> Result<String> {
    let mut all = Sha256::new();
    for name in names {
        let path = root.join(name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        all.update(name.as_bytes());
        all.update([0]);
        all.update(Sha256::digest(&bytes));
    }
    all.update(more.as_bytes());
    Ok(hex(&all.finalize()))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("a/b")).unwrap();
        fs::write(folder.join("a/b/deep.txt"), "deep").unwrap();
        fs::write(folder.join("top.txt"), "top").unwrap();
        folder
    }

    #[test]
    fn it_changes_with_a_name_a_content_and_what_is_added() {
        let folder = folder("fingerprint");
        let names = files(&folder, &["."]).unwrap();
        assert_eq!(names, ["a/b/deep.txt", "top.txt"]);
        let first = of(&folder, &names, "").unwrap();
        assert_eq!(first, of(&folder, &names, "").unwrap());
        assert_ne!(first, of(&folder, &names, "another compiler").unwrap());
        assert_ne!(first, of(&folder, &names[..1], "").unwrap());
        fs::write(folder.join("top.txt"), "pot").unwrap();
        assert_ne!(first, of(&folder, &names, "").unwrap());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_absent_is_left_out() {
        let folder = folder("absent");
        assert_eq!(files(&folder, &["top.txt", "absent"]).unwrap(), ["top.txt"]);
        fs::remove_dir_all(folder).unwrap();
    }
}

//! The files of a folder, and short texts that change with their content.

use std::{fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use walkdir::WalkDir;

/// What esbuild has made of a file in `style/` or `boot/`, before trunk began.
pub fn minified(root: &Path, name: &str) -> Result<Vec<u8>> {
    read(&root.join("target/page").join(name))
}

/// Every file in `folder`, as sorted paths relative to it, with `/`. None where there is no such folder.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        if entry.file_type().is_file() {
            let parts = entry.path().strip_prefix(folder)?.iter();
            let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
            names.push(parts.join("/"));
        }
    }
    names.sort();
    Ok(names)
}

/// A file's content.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A file's text.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, and the folders it is in.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}

/// Sixteen hexadecimal digits that change with the content.
pub fn short_hash(content: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(content);
    digest[..8].iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The content's hash as an `integrity` attribute has it.
pub fn integrity(content: impl AsRef<[u8]>) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_listed_by_their_paths_in_order() {
        let folder = std::env::temp_dir().join(format!("xtask-files-{}", std::process::id()));
        write(&folder.join("top.txt"), "top").unwrap();
        write(&folder.join("a/b/deep.txt"), "deep").unwrap();
        assert_eq!(list(&folder).unwrap(), ["a/b/deep.txt", "top.txt"]);
        fs::remove_dir_all(&folder).unwrap();
        assert!(list(&folder).unwrap().is_empty());
    }

    #[test]
    fn a_hash_changes_with_the_content() {
        assert_eq!(short_hash(""), "e3b0c44298fc1c14");
        assert_ne!(short_hash("a"), short_hash("b"));
        assert_eq!(
            integrity(""),
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }
}

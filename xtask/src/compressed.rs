//! Puts beside each file that compression makes smaller what a server sends in its place: `.br` and `.gz`. Servers that
//! find them need not compress anything themselves, and send less than they would.

use std::{io::Write, path::Path};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::files;

/// What the names of the compressed files end with.
const ENDINGS: [&str; 2] = [".br", ".gz"];
/// What the names of files end with that compression makes smaller; pictures are compressed already.
const TEXTS: [&str; 10] = [
    ".html",
    ".js",
    ".mjs",
    ".css",
    ".wasm",
    ".json",
    ".webmanifest",
    ".svg",
    ".txt",
    ".xml",
];
/// Bytes that fit into one packet along with the answer's headers: less is gained by nothing.
const WORTH: usize = 1_000;

/// Writes them for all files of the page in `dist`. The same files give the same bytes: no time and no name is in them.
pub fn write(dist: &Path) -> Result<()> {
    for name in files::list(dist)? {
        let plain = files::read(&dist.join(&name))?;
        if plain.len() < WORTH || !ends_with(&name, &TEXTS) {
            continue;
        }
        for (ending, smaller) in ENDINGS.into_iter().zip([brotli(&plain)?, gzip(&plain)?]) {
            if smaller.len() < plain.len() {
                files::write(&dist.join(format!("{name}{ending}")), smaller)?;
            }
        }
    }
    Ok(())
}

/// Whether a file is another one, compressed.
pub fn is(name: &str) -> bool {
    ends_with(name, &ENDINGS)
}

fn ends_with(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

/// As small as brotli can make it.
pub fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(
        &mut &plain[..],
        &mut compressed,
        &BrotliEncoderParams::default(),
    )
    .context("brotli failed")?;
    Ok(compressed)
}

fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzBuilder::new()
        .mtime(0)
        .write(Vec::new(), Compression::best());
    gzip.write_all(plain).context("gzip failed")?;
    gzip.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_large_and_not_compressed_yet_gets_both_and_the_rest_neither() {
        let dist = std::env::temp_dir().join(format!("xtask-compressed-{}", std::process::id()));
        fs::create_dir_all(dist.join("guide")).unwrap();
        for (name, length) in [
            ("index.html", 2_000),
            ("guide/index.html", 2_000),
            ("alive.txt", 6),
            ("icon.png", 2_000),
            ("_headers", 2_000),
        ] {
            fs::write(dist.join(name), vec![b'a'; length]).unwrap();
        }
        write(&dist).unwrap();
        let first = fs::read(dist.join("index.html.gz")).unwrap();
        assert_eq!(first[4..8], [0; 4], "the time of writing is told");
        write(&dist).unwrap();
        assert_eq!(first, fs::read(dist.join("index.html.gz")).unwrap());
        let made: Vec<String> = files::list(&dist)
            .unwrap()
            .into_iter()
            .filter(|name| is(name))
            .collect();
        assert_eq!(
            made,
            [
                "guide/index.html.br",
                "guide/index.html.gz",
                "index.html.br",
                "index.html.gz"
            ]
        );
        fs::remove_dir_all(dist).unwrap();
    }
}

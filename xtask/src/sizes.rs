//! Weighs what a first visit has to carry over a broken network, and refuses a page that is too heavy.

use std::{fmt, fs, path::Path};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::{fingerprint, guide, owner, worker};

/// WebAssembly, JavaScript, CSS and HTML together, brotli-compressed.
const BUDGET: usize = 140_000;

/// What each file of a first visit weighs.
pub struct Sizes(Vec<Size>);

struct Size {
    name: String,
    plain: usize,
    compressed: usize,
}

/// Weighs the page in `dist`.
pub fn of(dist: &Path) -> Result<Sizes> {
    let mut sizes = Vec::new();
    for name in fingerprint::files(dist, &["."])? {
        if counts(&name) {
            let bytes =
                fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
            let compressed = compress(&bytes)?.len();
            sizes.push(Size {
                name,
                plain: bytes.len(),
                compressed,
            });
        }
    }
    sizes.sort_by_key(|size| std::cmp::Reverse(size.compressed));
    Ok(Sizes(sizes))
}

impl Sizes {
    /// An error if the page is over its budget.
    pub fn check(&self) -> Result<()> {
        let total = self.compressed();
        if total > BUDGET {
            bail!(
                "the page weighs {} compressed, which is {} over its budget of {}: look for what a dependency added",
                kilobytes(total),
                kilobytes(total - BUDGET),
                kilobytes(BUDGET)
            );
        }
        Ok(())
    }

    fn compressed(&self) -> usize {
        self.0.iter().map(|size| size.compressed).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            to,
            "{:<40} {:>10} {:>10}",
            "what a first visit loads", "plain", "brotli"
        )?;
        for size in &self.0 {
            let (plain, compressed) = (kilobytes(size.plain), kilobytes(size.compressed));
            writeln!(to, "{:<40} {plain:>10} {compressed:>10}", size.name)?;
        }
        let plain = kilobytes(self.0.iter().map(|size| size.plain).sum());
        let compressed = kilobytes(self.compressed());
        writeln!(to, "{:<40} {plain:>10} {compressed:>10}", "in all")?;
        write!(to, "{:<40} {:>10} {:>10}", "allowed", "", kilobytes(BUDGET))
    }
}

/// What files that are loaded later weigh together, in a line that begins with what they are called.
pub fn later(
    stage: &Path,
    called: &str,
    names: impl IntoIterator<Item = String>,
) -> Result<String> {
    let (mut plain, mut compressed) = (0, 0);
    for name in names {
        let bytes = fs::read(stage.join(&name)).with_context(|| format!("cannot read {name}"))?;
        plain += bytes.len();
        compressed += compress(&bytes)?.len();
    }
    Ok(format!(
        "{called}, loaded later: {}, by brotli {}",
        kilobytes(plain),
        kilobytes(compressed)
    ))
}

/// Whether the page cannot start without this file. The service worker, the guide, the owner's section and the
/// icons come after that.
fn counts(name: &str) -> bool {
    name != worker::NAME
        && !name.starts_with("oracle/")
        && !is_in(name, guide::FOLDER)
        && !owner::is_part(name)
        && [".wasm", ".js", ".css", ".html"]
            .iter()
            .any(|end| name.ends_with(end))
}

/// As small as brotli can make it.
pub fn compress(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(
        &mut &bytes[..],
        &mut compressed,
        &BrotliEncoderParams::default(),
    )
    .context("brotli failed")?;
    Ok(compressed)
}

fn is_in(name: &str, folder: &str) -> bool {
    name.strip_prefix(folder)
        .is_some_and(|rest| rest.starts_with('/'))
}

/// A size as it is shown.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page_of(compressed: usize) -> Sizes {
        Sizes(vec![Size {
            name: "index.html".to_owned(),
            plain: compressed,
            compressed,
        }])
    }

    #[test]
    fn the_budget_is_the_last_size_that_is_allowed() {
        assert!(page_of(BUDGET).check().is_ok());
        let error = page_of(BUDGET + 1_500).check().unwrap_err().to_string();
        assert!(
            error.contains("141.5 kB") && error.contains("1.5 kB over"),
            "{error}"
        );
    }

    #[test]
    fn only_what_the_start_needs_is_weighed() {
        for name in [
            "index.html",
            "a_bg.wasm",
            "a.js",
            "style.css",
            "snippets/x/inline0.js",
        ] {
            assert!(counts(name), "{name}");
        }
        for name in [
            "sw.js",
            "oracle/ok.html",
            "guide/index.html",
            "guide/guide.css",
            "remedies/en.json",
            "owner-0123.js",
            "owner-0123.wasm",
            "owner-0123.css",
            "owner/de.json",
            "icon.svg",
            "alive.txt",
        ] {
            assert!(!counts(name), "{name}");
        }
    }

    #[test]
    fn text_becomes_smaller() {
        assert!(compress(&[b'a'; 10_000]).unwrap().len() < 100);
    }
}

//! Weighs what has to be carried over a broken network, and refuses what is too heavy: the page's first visit, the widget's
//! first click, and the loader, which others' pages carry.

use std::{fmt, fs, path::Path};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::{embed, fingerprint, guide, loader, owner, worker};

/// What may weigh how much, brotli-compressed.
struct Budget {
    /// What it is the weight of.
    of: &'static str,
    /// What is loaded.
    loads: &'static str,
    bytes: usize,
    /// Whether a file counts.
    counts: fn(&str) -> bool,
}

const BUDGETS: [Budget; 3] = [
    Budget {
        of: "the page",
        loads: "what a first visit loads",
        bytes: 200_000,
        counts: is_of_first_visit,
    },
    Budget {
        of: "the widget",
        loads: "what the widget’s first click loads",
        bytes: 200_000,
        counts: embed::is_widget,
    },
    Budget {
        of: "the loader",
        loads: "what a status page loads",
        bytes: 5_000,
        counts: |name| name == loader::NAME,
    },
];

/// What each file weighs of those that have a budget together.
pub struct Sizes {
    budget: &'static Budget,
    files: Vec<Size>,
}

struct Size {
    name: String,
    plain: usize,
    compressed: usize,
}

/// Weighs all that has a budget in `dist`.
pub fn of(dist: &Path) -> Result<Vec<Sizes>> {
    BUDGETS.iter().map(|budget| within(dist, budget)).collect()
}

fn within(dist: &Path, budget: &'static Budget) -> Result<Sizes> {
    let mut files = Vec::new();
    for name in fingerprint::files(dist, &["."])? {
        if (budget.counts)(&name) {
            let bytes =
                fs::read(dist.join(&name)).with_context(|| format!("cannot read {name}"))?;
            let compressed = compress(&bytes)?.len();
            files.push(Size {
                name,
                plain: bytes.len(),
                compressed,
            });
        }
    }
    files.sort_by_key(|size| std::cmp::Reverse(size.compressed));
    Ok(Sizes { budget, files })
}

impl Sizes {
    /// An error if it is over its budget.
    pub fn check(&self) -> Result<()> {
        let (total, allowed) = (self.compressed(), self.budget.bytes);
        if total > allowed {
            bail!(
                "{} weighs {} compressed, which is {} over its budget of {}: look for what a dependency added",
                self.budget.of,
                kilobytes(total),
                kilobytes(total - allowed),
                kilobytes(allowed)
            );
        }
        Ok(())
    }

    fn compressed(&self) -> usize {
        self.files.iter().map(|size| size.compressed).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loads = self.budget.loads;
        writeln!(to, "{loads:<40} {:>10} {:>10}", "plain", "brotli")?;
        for size in &self.files {
            let (plain, compressed) = (kilobytes(size.plain), kilobytes(size.compressed));
            writeln!(to, "{:<40} {plain:>10} {compressed:>10}", size.name)?;
        }
        let plain = kilobytes(self.files.iter().map(|size| size.plain).sum());
        let compressed = kilobytes(self.compressed());
        writeln!(to, "{:<40} {plain:>10} {compressed:>10}", "in all")?;
        let allowed = kilobytes(self.budget.bytes);
        write!(to, "{:<40} {:>10} {allowed:>10}", "allowed", "")
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
/// icons come after that; the widget and its configurator are on pages of their own, and
/// hosts alone send what stands where nothing is.
fn is_of_first_visit(name: &str) -> bool {
    name != worker::NAME
        && name != "404.html"
        && !name.starts_with("oracle/")
        && !is_in(name, guide::FOLDER)
        && !owner::is_part(name)
        && !embed::is_part(name)
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

    fn weighing(budget: &'static Budget, compressed: usize) -> Sizes {
        Sizes {
            budget,
            files: vec![Size {
                name: "index.html".to_owned(),
                plain: compressed,
                compressed,
            }],
        }
    }

    #[test]
    fn the_budget_is_the_last_size_that_is_allowed() {
        for budget in &BUDGETS {
            assert!(weighing(budget, budget.bytes).check().is_ok());
            let over = weighing(budget, budget.bytes + 1_500).check().unwrap_err();
            let error = over.to_string();
            assert!(
                error.starts_with(budget.of) && error.contains("1.5 kB over"),
                "{error}"
            );
        }
    }

    #[test]
    fn a_loader_weighs_five_kilobytes_at_most() {
        let allowed = BUDGETS.map(|budget| (budget.of, budget.bytes));
        assert!(allowed.contains(&("the loader", 5_000)));
    }

    #[test]
    fn the_widgets_first_click_is_its_page_its_module_and_the_start_script() {
        for (name, counts) in [
            ("widget/index.html", true),
            ("widget-0123.js", true),
            ("widget-0123.wasm", true),
            ("widget-0123.css", true),
            ("start-0123.js", true),
            ("widget/sw.js", false),
            ("index.html", false),
            ("whichside-0123_bg.wasm", false),
            ("embed.js", false),
        ] {
            assert_eq!(embed::is_widget(name), counts, "{name}");
        }
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
            assert!(is_of_first_visit(name), "{name}");
        }
        for name in [
            "sw.js",
            "404.html",
            "oracle/ok.html",
            "guide/index.html",
            "guide/guide.css",
            "remedies/en.json",
            "owner-0123.js",
            "owner-0123.wasm",
            "owner-0123.css",
            "owner/de.json",
            "embed.js",
            "widget/index.html",
            "widget-0123.wasm",
            "configurator-0123.js",
            "icon.svg",
            "alive.txt",
        ] {
            assert!(!is_of_first_visit(name), "{name}");
        }
    }

    #[test]
    fn text_becomes_smaller() {
        assert!(compress(&[b'a'; 10_000]).unwrap().len() < 100);
    }
}

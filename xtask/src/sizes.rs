//! Weighs what has to be carried over a broken network, and refuses what is too heavy: the page's first load, the widget's
//! first click, and the loader, which others' pages carry. What is loaded later has no budget.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result, bail};

use crate::{compressed, embed, files, html, loader};

/// What may weigh how many bytes, brotli-compressed.
struct Budget {
    of: &'static str,
    /// The file that it begins with; a page brings what it loads.
    begins_with: &'static str,
    bytes: u64,
}

/// See docs/decisions/0002-byte-budget.md.
const BUDGETS: [Budget; 3] = [
    Budget {
        of: "the page’s first load",
        begins_with: "index.html",
        bytes: 200_000,
    },
    Budget {
        of: "the widget’s first click",
        begins_with: embed::WIDGET_PAGE,
        bytes: 200_000,
    },
    Budget {
        of: "the loader",
        begins_with: loader::NAME,
        bytes: 5_000,
    },
];

/// Weighs what is in `stage`, compressed, and says it.
///
/// # Errors
/// Something is over its budget.
pub fn check(stage: &Path) -> Result<()> {
    let (mut budgeted, mut allowed) = (Vec::new(), Vec::new());
    for budget in &BUDGETS {
        let names = budget.files(stage)?;
        row(budget.of, "plain", "brotli");
        let mut total = 0;
        for name in &names {
            let (plain, compressed) = weigh(stage, name)?;
            row(name, &kilobytes(plain), &kilobytes(compressed));
            total += compressed;
        }
        row("in all", "", &kilobytes(total));
        row("allowed", "", &kilobytes(budget.bytes));
        println!();
        allowed.push(budget.allow(total));
        budgeted.extend(names);
    }
    let mut later: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for name in files::list(stage)? {
        if budgeted.contains(&name) || compressed::is(&name) {
            continue;
        }
        let group = match name.split_once('/') {
            Some((folder, _)) => format!("{folder}/"),
            None => name.clone(),
        };
        let (plain, compressed) = weigh(stage, &name)?;
        let sum = later.entry(group).or_default();
        *sum = (sum.0 + plain, sum.1 + compressed);
    }
    row("loaded later", "plain", "brotli");
    for (group, (plain, compressed)) in later {
        row(&group, &kilobytes(plain), &kilobytes(compressed));
    }
    allowed.into_iter().collect()
}

impl Budget {
    fn files(&self, stage: &Path) -> Result<Vec<String>> {
        let mut names = vec![self.begins_with.to_owned()];
        if self.begins_with.ends_with(".html") {
            let page = files::read_text(&stage.join(self.begins_with))?;
            names.extend(html::files(&page));
        }
        Ok(names)
    }

    /// An error if it is exceeded.
    fn allow(&self, total: u64) -> Result<()> {
        if total > self.bytes {
            bail!(
                "{} weighs {} compressed, which is {} over its budget of {}: look for what a dependency added",
                self.of,
                kilobytes(total),
                kilobytes(total - self.bytes),
                kilobytes(self.bytes)
            );
        }
        Ok(())
    }
}

/// What a file weighs as it is and as it is sent.
fn weigh(stage: &Path, name: &str) -> Result<(u64, u64)> {
    let length = |path: &Path| path.metadata().map(|file| file.len());
    let plain = length(&stage.join(name)).with_context(|| format!("cannot weigh {name}"))?;
    // What is small already is not compressed.
    let compressed = length(&stage.join(format!("{name}.br"))).unwrap_or(plain);
    Ok((plain, compressed))
}

fn row(what: &str, plain: &str, compressed: &str) {
    println!("{what:<44} {plain:>10} {compressed:>10}");
}

/// A size as it is shown.
fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_the_last_size_that_is_allowed() {
        for budget in &BUDGETS {
            assert!(budget.allow(budget.bytes).is_ok());
            let error = budget.allow(budget.bytes + 1_500).unwrap_err().to_string();
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
    fn the_widgets_first_click_is_its_page_and_all_that_the_page_loads() {
        let stage = std::env::temp_dir().join(format!("xtask-sizes-{}", std::process::id()));
        let page =
            "<link rel=\"preload\" href=\"./a_bg.wasm\"><script src=\"./start-0.js\"></script>";
        files::write(&stage.join(embed::WIDGET_PAGE), page).unwrap();
        assert_eq!(
            BUDGETS[1].files(&stage).unwrap(),
            [embed::WIDGET_PAGE, "a_bg.wasm", "start-0.js"]
        );
        std::fs::remove_dir_all(stage).unwrap();
    }
}

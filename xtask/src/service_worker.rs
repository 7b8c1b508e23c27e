//! Writes the service workers: `boot/worker.js` with the list of the files it keeps.
//!
//! What a worker does with them is in that file; here is only which files those are. The widget has a worker of its own, since a
//! visitor of somebody else's page should not have to fetch our whole page: it keeps nothing, and asks other hosts only.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{embed, files, notices};

/// The name of the page's worker in the page's folder.
pub const NAME: &str = "sw.js";

/// A service worker.
struct Worker {
    /// Where it lies in the page's folder.
    name: &'static str,
    /// The page's root, from there.
    home: &'static str,
    /// How the names of its copies begin. None begins another's: a worker removes what was its own.
    family: &'static str,
}

const PAGE: Worker = Worker {
    name: NAME,
    home: "./",
    family: "whichside-",
};
const WIDGET: Worker = Worker {
    name: "widget/sw.js",
    home: "../",
    family: "widget-whichside-",
};

/// What the page's worker keeps on the device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// The page, so that it opens where nothing else does.
    Page,
    /// Nothing: a debug page that is reloaded must be the new one.
    Nothing,
}

/// Writes the workers for the page in `dist`.
pub fn write(root: &Path, dist: &Path, copy: Copy) -> Result<()> {
    let template = files::read_text(&root.join("boot/worker.js"))?;
    let mut kept = Vec::new();
    if copy == Copy::Page {
        for name in files::list(dist)?.into_iter().filter(|name| is_kept(name)) {
            let integrity = files::integrity(files::read(&dist.join(&name))?);
            kept.push((name, integrity));
        }
    }
    for (worker, kept) in [(PAGE, &kept[..]), (WIDGET, &[])] {
        files::write(&dist.join(worker.name), filled(&template, &worker, kept)?)?;
    }
    Ok(())
}

/// Whether the copy on the visitor's device holds this file of the page.
fn is_kept(name: &str) -> bool {
    // The worker is not its own business; the others are measured, and a copy of them would lie.
    let is_measured = name == NAME || name == "alive.txt" || name.starts_with("oracle/");
    // Of the guide the English one is kept: in every language it would weigh more than all the rest.
    let is_another_guide = name.starts_with("guide/") && name.matches('/').count() > 1;
    // Only hosts send it, where nothing is.
    let is_nothing = name == "404.html";
    // Nobody needs them offline.
    let is_notices = name == notices::NAME;
    !is_notices && !is_measured && !is_another_guide && !is_nothing && !embed::is_part(name)
}

/// The template with its constants filled in.
fn filled(template: &str, worker: &Worker, kept: &[(String, String)]) -> Result<String> {
    for place in ["__HOME__", "__FAMILY__", "__VERSION__", "__FILES__"] {
        if template.matches(place).count() != 1 {
            bail!("boot/worker.js must hold {place} exactly once");
        }
    }
    let entries: Vec<String> = kept
        .iter()
        .map(|(name, integrity)| {
            // Servers disagree about the name index.html, and some redirect it: the folder's address is safe.
            let path = match name.strip_suffix("index.html") {
                Some("") => "./",
                Some(folder) if folder.ends_with('/') => folder,
                Some(_) | None => name,
            };
            format!("  [{path:?}, {integrity:?}],\n")
        })
        .collect();
    let list = format!("[\n{}]", entries.concat());
    let version = files::short_hash(format!("{template}{list}"));
    Ok(template
        .replace("__HOME__", worker.home)
        .replace("__FAMILY__", worker.family)
        .replace("__VERSION__", &version)
        .replace("__FILES__", &list))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = include_str!("../../boot/worker.js");

    fn kept(name: &str, integrity: &str) -> (String, String) {
        (name.to_owned(), integrity.to_owned())
    }

    #[test]
    fn what_is_measured_is_never_kept() {
        for name in ["alive.txt", "oracle/ok.html", "sw.js"] {
            assert!(!is_kept(name), "{name}");
        }
        assert!(!is_kept("guide/de/index.html"), "one guide is enough");
        assert!(!is_kept("404.html"), "the copy has nothing at no address");
        for name in [
            "index.html",
            "icon.svg",
            "whichside-0123456789abcdef_bg.wasm",
            "guide/index.html",
            "remedies/de.json",
        ] {
            assert!(is_kept(name), "{name}");
        }
    }

    #[test]
    fn what_is_for_others_pages_is_not_kept() {
        for name in [
            "embed.js",
            "embed/index.html",
            "widget/index.html",
            "widget-0123456789abcdef.css",
            "configurator-0123456789abcdef.css",
        ] {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn the_widgets_worker_keeps_nothing_asks_from_the_same_root_and_spares_the_pages_copies() {
        let page = filled(TEMPLATE, &PAGE, &[kept("a.js", "sha384-a")]).unwrap();
        let widget = filled(TEMPLATE, &WIDGET, &[]).unwrap();
        assert!(widget.contains("const FILES = [\n];"));
        for (worker, home, family) in [
            (&page, "./", "whichside-"),
            (&widget, "../", "widget-whichside-"),
        ] {
            assert!(worker.contains(&format!("new URL({home:?}, self.location)")));
            assert!(worker.contains(&format!("const FAMILY = `{family}${{")));
            assert!(!worker.contains("__"), "a place is left empty");
        }
        assert!(!PAGE.family.starts_with(WIDGET.family) && !WIDGET.family.starts_with(PAGE.family));
    }

    #[test]
    fn a_page_is_kept_under_its_folders_address() {
        for (name, address) in [
            ("index.html", "./"),
            ("guide/index.html", "guide/"),
            ("guide/de/index.html", "guide/de/"),
            ("no-index.html", "no-index.html"),
        ] {
            let worker = filled(TEMPLATE, &PAGE, &[kept(name, "sha384-a")]).unwrap();
            let entry = format!("[{address:?}, \"sha384-a\"]");
            assert!(worker.contains(&entry), "{worker}");
        }
    }

    #[test]
    fn each_page_starts_its_own_worker_and_the_configurator_none() {
        let start = include_str!("../../boot/start.js");
        assert!(start.contains(&format!("document.body.dataset.worker ?? {:?}", PAGE.name)));
        let widget = include_str!("../../boot/widget.html");
        assert!(widget.contains(&format!("data-worker={:?} data-framed>", WIDGET.name)));
        let configurator = include_str!("../../boot/configurator.html");
        assert!(configurator.contains("data-worker=\"\">"));
        assert!(!include_str!("../../index.html").contains("data-worker"));
    }

    #[test]
    fn the_version_changes_with_any_file() {
        let one = filled(TEMPLATE, &PAGE, &[kept("a.js", "sha384-a")]).unwrap();
        let other = filled(TEMPLATE, &PAGE, &[kept("a.js", "sha384-b")]).unwrap();
        let version = |worker: &str| {
            let line = worker
                .lines()
                .find(|line| line.starts_with("const COPY = "));
            line.unwrap().to_owned()
        };
        assert_ne!(version(&one), version(&other));
    }

    #[test]
    fn a_template_without_its_places_is_refused() {
        assert!(filled("const FILES = __FILES__;", &PAGE, &[]).is_err());
    }
}

//! What others' pages hold of ours: the widget's page with its module, the configurator, and what both say in each language.
//! The loader, which brings the widget there, is `loader`'s.
//!
//! None of it is in the page's budget, nor in the copy that the service worker keeps: who opens the page needs none of it.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    fingerprint,
    loader::{self, Loader},
    module::Module,
    setup::Setup,
    sizes, stylesheet,
    words::{self, Translated},
};

/// The folder of the configurator, the loaders and the translations.
pub const FOLDER: &str = "embed";
/// The widget's page in the page's folder.
pub const WIDGET_PAGE: &str = "widget/index.html";
/// The configurator in the page's folder.
pub const CONFIGURATOR_PAGE: &str = "embed/index.html";

const WIDGET: Module = Module {
    name: "widget",
    built_from: &["--bin", "whichside-widget"],
    compiled: "whichside-widget",
    sheet: &stylesheet::WIDGET,
};
const CONFIGURATOR: Module = Module {
    name: "configurator",
    built_from: &["--bin", "whichside-configurator"],
    compiled: "whichside-configurator",
    sheet: &stylesheet::CONFIGURATOR,
};
/// What the configurator links to for the rule, the messages and their reasons.
const MANUAL: &str = "embed/about.txt";
/// Where the configurator's page names the loader.
const PLACE: &str = "<meta name=\"whichside-loader\" content=\"\">";

/// Builds both modules into `stage`, and writes their pages and what they say in each language.
pub fn write(
    root: &Path,
    setup: &Setup,
    work: &Path,
    stage: &Path,
    languages: &[Translated],
) -> Result<()> {
    let start = start_script(stage)?;
    for (module, source, page) in [
        (WIDGET, "boot/widget.html", WIDGET_PAGE),
        (CONFIGURATOR, "boot/configurator.html", CONFIGURATOR_PAGE),
    ] {
        let named = module.write(root, setup, work, stage)?;
        let html = fs::read_to_string(root.join(source))
            .with_context(|| format!("cannot read {source}"))?;
        let html = with_files(&html, module.name, &named, &start)
            .with_context(|| format!("{source} cannot be filled in"))?;
        put(&stage.join(page), &html)?;
    }
    let manual = fs::read_to_string(root.join("docs/embedding.md"))
        .context("cannot read docs/embedding.md")?;
    // The mark at its beginning has every browser read it as UTF-8, whatever the server says of text.
    put(&stage.join(MANUAL), &format!("\u{feff}{manual}"))?;
    words::write_files(languages, &whichside_embed::texts(), &stage.join(FOLDER))
}

/// Tells the configurator which loader it may have pages name by its hash.
pub fn name_loader(stage: &Path, loader: &Loader) -> Result<()> {
    let page = stage.join(CONFIGURATOR_PAGE);
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    put(&page, &with_loader(&html, loader)?)
}

/// Whether a file of the page is for others' pages only.
pub fn is_part(name: &str) -> bool {
    name == loader::NAME
        || name.starts_with("embed/")
        || name.starts_with("widget/")
        || WIDGET.has(name)
        || CONFIGURATOR.has(name)
}

/// Whether the widget cannot be shown without this file: what the first click on its button loads.
pub fn is_widget(name: &str) -> bool {
    name == WIDGET_PAGE || WIDGET.has(name) || name.starts_with("start-")
}

/// What the configurator weighs, in a line.
pub fn weight(stage: &Path) -> Result<String> {
    let parts = fingerprint::files(stage, &["."])?
        .into_iter()
        .filter(|name| name == CONFIGURATOR_PAGE || CONFIGURATOR.has(name));
    sizes::later(stage, "configurator-*, embed/", parts)
}

/// What trunk called the script that starts every page of ours.
fn start_script(stage: &Path) -> Result<String> {
    fingerprint::files(stage, &["."])?
        .into_iter()
        .find(|name| name.starts_with("start-"))
        .context("trunk made no start script")
}

/// A page with the final names of its files.
fn with_files(html: &str, module: &str, named: &str, start: &str) -> Result<String> {
    let endings = ["js", "wasm", "css"];
    let own = endings.map(|ending| (format!("{module}.{ending}"), format!("{named}.{ending}")));
    let mut filled = html.to_owned();
    for (source, name) in own.into_iter().chain([("start.js".into(), start.into())]) {
        let place = format!("\"{source}\"");
        if !filled.contains(&place) {
            bail!("it does not name {place}");
        }
        filled = filled.replace(&place, &format!("\"{name}\""));
    }
    Ok(filled)
}

/// The configurator's page with the loader's name and integrity.
fn with_loader(html: &str, Loader { name, integrity }: &Loader) -> Result<String> {
    if html.matches(PLACE).count() != 1 {
        bail!("boot/configurator.html must hold {PLACE} exactly once");
    }
    Ok(html.replace(
        PLACE,
        &PLACE.replace("\"\"", &format!("\"{name} {integrity}\"")),
    ))
}

fn put(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [(&str, &str); 2] = [
        ("widget", include_str!("../../boot/widget.html")),
        ("configurator", include_str!("../../boot/configurator.html")),
    ];

    #[test]
    fn each_page_names_its_module_and_the_start_script_by_their_hashes() {
        for (name, page) in PAGES {
            let named = format!("{name}-0123");
            let html = with_files(page, name, &named, "start-4567.js").unwrap();
            for tag in [
                format!("<meta name=\"whichside-glue\" content=\"{named}.js\">"),
                format!("<meta name=\"whichside-wasm\" content=\"{named}.wasm\">"),
                format!("<link rel=\"stylesheet\" href=\"{named}.css\">"),
                "<script type=\"module\" src=\"start-4567.js\"></script>".to_owned(),
            ] {
                assert!(html.contains(&tag), "{tag}");
            }
            assert!(!html.contains(&format!("\"{name}.")), "{html}");
            assert!(with_files(&html, name, &named, "start-4567.js").is_err());
        }
    }

    #[test]
    fn every_address_in_the_pages_is_relative_to_the_pages_root() {
        for (name, page) in PAGES {
            let base = page.find("<base href=\"../\">").unwrap();
            for attribute in ["href=\"", "src=\""] {
                for (at, _) in page.match_indices(attribute) {
                    let address = page[at + attribute.len()..].split('"').next().unwrap();
                    assert!(at >= base && !address.starts_with('/'), "{name}: {address}");
                }
            }
        }
    }

    #[test]
    fn the_configurator_is_told_the_loader_and_its_integrity() {
        let loader = Loader {
            name: "v1-0123.js".to_owned(),
            integrity: "sha384-abc".to_owned(),
        };
        let html = with_loader(PAGES[1].1, &loader).unwrap();
        assert!(
            html.contains("<meta name=\"whichside-loader\" content=\"v1-0123.js sha384-abc\">")
        );
        assert!(with_loader(&html, &loader).is_err());
    }

    #[test]
    fn what_is_for_others_pages_is_known_by_its_name() {
        for name in [
            "embed.js",
            "embed/v1.js",
            "embed/index.html",
            "embed/de.json",
            "widget/sw.js",
            "widget-0123.wasm",
            "configurator-0123.css",
        ] {
            assert!(is_part(name), "{name}");
        }
        for name in ["index.html", "start-0123.js", "sw.js", "owner-0123.js"] {
            assert!(!is_part(name), "{name}");
        }
    }
}

//! The pages with a program of their own that others' sites need: the widget's, the configurator's, and the one that makes the
//! error page. The loader, which
//! brings the widget to others' pages, is `loader`'s.
//!
//! None of it is in the page's budget, nor in the copy that the service worker keeps: who opens the page needs none of it.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{
    files, html,
    loader::{self, Loader},
};

/// The widget's page in the page's folder.
pub const WIDGET_PAGE: &str = "widget/index.html";
/// The configurator in the page's folder.
pub const CONFIGURATOR_PAGE: &str = "embed/index.html";
/// What the configurator links to for the rule, the messages and their reasons.
const MANUAL: &str = "embed/about.txt";
/// The page that makes the error page, in the page's folder.
pub const ERROR_MAKER_PAGE: &str = "error-page/index.html";

/// Writes the pages, and the manual.
pub fn write(root: &Path, stage: &Path, loader: &Loader) -> Result<()> {
    let page = files::read_text(&stage.join("index.html"))?;
    for (name, at) in [
        ("widget", WIDGET_PAGE),
        ("configurator", CONFIGURATOR_PAGE),
        ("error-maker", ERROR_MAKER_PAGE),
    ] {
        let glue = integrity_of(stage, &format!("{name}.js"))?;
        let wasm = integrity_of(stage, &format!("{name}_bg.wasm"))?;
        let program = program(&page, name, &glue, &wasm)?;
        let template = files::read_text(&root.join(format!("boot/{name}.html")))?;
        let style = files::minified(root, &format!("style/{name}.css"))?;
        let style_name = format!("{name}-{}.css", files::short_hash(&style));
        let filled = fill(
            &template,
            &program,
            &stylesheet(&style_name, &style),
            loader,
        )
        .with_context(|| format!("boot/{name}.html"))?;
        files::write(&stage.join(style_name), style)?;
        files::write(&stage.join(at), filled)?;
    }
    let manual = files::read_text(&root.join("docs/embedding.md"))?;
    // The mark at its beginning has every browser read it as UTF-8, whatever the server says of text.
    files::write(&stage.join(MANUAL), format!("\u{feff}{manual}"))
}

/// Whether a file of the page is for others' pages only.
pub fn is_part(name: &str) -> bool {
    name == loader::NAME
        || [
            "embed/",
            "widget/",
            "widget-",
            "widget.",
            "widget_",
            "configurator",
            "error-page/",
            "error-maker",
        ]
        .iter()
        .any(|start| name.starts_with(start))
}

/// The page's start script, and preloads of a program of this name, as trunk writes them for the page's.
fn program(page: &str, name: &str, glue: &str, wasm: &str) -> Result<String> {
    let start = html::loading(page)
        .into_iter()
        .find(|tag| tag.starts_with("<script "))
        .context("index.html has no start script")?;
    Ok(format!(
        "{start}\n\
         <link rel=\"modulepreload\" href=\"./{name}.js\" crossorigin=\"anonymous\" integrity=\"{glue}\">\n\
         <link rel=\"preload\" href=\"./{name}_bg.wasm\" crossorigin=\"anonymous\" integrity=\"{wasm}\" as=\"fetch\" type=\"application/wasm\">"
    ))
}

fn integrity_of(stage: &Path, name: &str) -> Result<String> {
    Ok(files::integrity(&files::read(&stage.join(name))?))
}

fn stylesheet(name: &str, content: &[u8]) -> String {
    let integrity = files::integrity(content);
    format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">")
}

/// A page with its places filled in.
fn fill(template: &str, program: &str, style: &str, loader: &Loader) -> Result<String> {
    let Loader { name, integrity } = loader;
    for place in ["{program}", "{style}"] {
        if template.matches(place).count() != 1 {
            bail!("{place} must stand there exactly once");
        }
    }
    Ok(template
        .replace("{program}", program)
        .replace("{style}", style)
        .replace("{loader}", &format!("{name} {integrity}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [(&str, &str); 3] = [
        ("widget", include_str!("../../boot/widget.html")),
        ("configurator", include_str!("../../boot/configurator.html")),
        ("error-maker", include_str!("../../boot/error-maker.html")),
    ];
    const PAGE: &str = "<link rel=\"stylesheet\" href=\"./page-01.css\">\n\
        <script src=\"./start-02.js\" integrity=\"sha384-s\" type=\"module\"></script>\n\
        <link rel=\"modulepreload\" href=\"./whichside-03.js\" integrity=\"sha384-g\">\
        <link rel=\"preload\" href=\"./whichside-03_bg.wasm\" integrity=\"sha384-w\" as=\"fetch\">";

    fn filled(template: &str, program: &str) -> Result<String> {
        let loader = Loader {
            name: "v1-0123.js".to_owned(),
            integrity: "sha384-abc".to_owned(),
        };
        let style = stylesheet("style-04.css", b"");
        fill(template, program, &style, &loader)
    }

    /// The pages as they are published.
    fn pages() -> [(&'static str, String); 3] {
        PAGES.map(|(name, template)| {
            let program = program(PAGE, name, "sha384-g", "sha384-w").unwrap();
            (name, filled(template, &program).unwrap())
        })
    }

    #[test]
    fn each_page_starts_a_program_with_its_integrity_and_has_its_own_style() {
        for (name, page) in pages() {
            assert!(page.contains(
                "<script src=\"./start-02.js\" integrity=\"sha384-s\" type=\"module\"></script>"
            ));
            for (ending, integrity) in [(".js", "sha384-g"), ("_bg.wasm", "sha384-w")] {
                let file = format!("./{name}{ending}");
                let tags = html::loading(&page);
                let tag = tags
                    .iter()
                    .find(|tag| html::attribute(tag, "href") == Some(file.as_str()));
                assert_eq!(html::attribute(tag.unwrap(), "integrity"), Some(integrity));
            }
            assert!(page.contains("href=\"./style-04.css\" integrity=\"sha384-OLBgp1Gs"));
            assert!(!page.contains("page-01.css"));
            assert!(!page.contains(['{', '}']), "a place is left empty");
        }
    }

    #[test]
    fn every_address_in_the_pages_is_relative_to_the_pages_root() {
        for (name, page) in pages() {
            let base = page.find("<base href=\"../\">").unwrap();
            for start in ["href=\"", "src=\""] {
                for (at, _) in page.match_indices(start) {
                    let address = page[at + start.len()..].split('"').next().unwrap();
                    assert!(at >= base && !address.starts_with('/'), "{name}: {address}");
                }
            }
        }
    }

    #[test]
    fn the_configurator_is_told_the_loader_and_its_integrity() {
        let [_, (_, page), _] = pages();
        let told = "<meta name=\"whichside-loader\" content=\"v1-0123.js sha384-abc\">";
        assert!(page.contains(told), "{page}");
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        assert!(filled("<html>{style}</html>", "").is_err());
        assert!(program("<p>no program</p>", "widget", "", "").is_err());
    }

    #[test]
    fn what_is_for_others_pages_is_known_by_its_name() {
        for name in [
            "embed.js",
            "embed/v1.js",
            "embed/index.html",
            "widget/sw.js",
            "widget-0123.css",
            "configurator-0123.css",
            "configurator_bg.wasm",
            "error-page/parts.json",
            "error-maker_bg.wasm",
            "widget.js",
        ] {
            assert!(is_part(name), "{name}");
        }
        for name in ["index.html", "start-0123.js", "sw.js", "owner-0123.js"] {
            assert!(!is_part(name), "{name}");
        }
    }
}

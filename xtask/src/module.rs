//! Builds the owner's section: a second WebAssembly module with its glue code and its stylesheet, `owner-<hash>.*`, which the
//! page fetches when the section is opened.
//!
//! It goes through the same tools as the page itself, with the same flags; trunk builds one module only. It is not in the
//! page's budget; it is in the copy the service worker keeps, as a site's owner may want it when nothing else opens.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{child, fingerprint, imports, setup::Setup, sizes, stylesheet, words::Translation};

const PACKAGE: &str = "whichside-owner-page";
/// The name cargo gives the module, and the one it has in the page until its hash is known.
const MODULE: &str = "whichside_owner_page";
const NAME: &str = "owner";
/// What index.html has trunk ask of wasm-opt.
const OPTIMISED: [&str; 12] = [
    "-Oz",
    "--strip-producers",
    "--flatten",
    "--rereloop",
    "--local-cse",
    "-Oz",
    "--merge-similar-functions",
    "--low-memory-unused",
    "-Oz",
    "--gufa-optimizing",
    "-Oz",
    "--strip-target-features",
];
/// Where index.html names the module.
const PLACE: &str = "<meta name=\"whichside-owner\" content=\"\">";

/// Builds the module into `stage`, and names it in the page there.
pub fn write(root: &Path, setup: &Setup, work: &Path, stage: &Path) -> Result<()> {
    let folder = work.join(NAME);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    child::run(
        setup
            .cargo()
            .current_dir(root)
            .args(["build", "--locked", "--offline", "--profile", "page"])
            .args(["--target", "wasm32-unknown-unknown", "--package", PACKAGE])
            .env("CARGO_ENCODED_RUSTFLAGS", setup.without_machine_paths()),
    )
    .context("the owner's section does not build")?;
    let compiled = target(root)
        .join("wasm32-unknown-unknown/page")
        .join(format!("{MODULE}.wasm"));
    child::run(
        setup
            .program("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-name", NAME])
            .arg("--out-dir")
            .arg(&folder)
            .arg(compiled),
    )
    .context("the owner's section cannot be joined to JavaScript")?;
    let bound = folder.join(format!("{NAME}_bg.wasm"));
    let small = folder.join("small.wasm");
    child::run(
        setup
            .program("wasm-opt")
            .args(OPTIMISED)
            .arg(&bound)
            .arg("-o")
            .arg(&small),
    )
    .context("the owner's section cannot be made small")?;
    let read = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let wasm = fs::read(&small).with_context(|| format!("cannot read {}", small.display()))?;
    let glue = read(&folder.join(format!("{NAME}.js")))?;
    let (wasm, glue) = imports::shorten(&wasm, &glue, &format!("./{NAME}_bg.js"))
        .context("cannot shorten the imports of the owner's section")?;
    let sheet = folder.join("style.css");
    stylesheet::write(root, &stylesheet::OWNER, &sheet)?;
    let sheet = read(&sheet)?;

    let mut all = Sha256::new();
    for part in [&wasm, glue.as_bytes(), sheet.as_bytes()] {
        all.update(Sha256::digest(part));
    }
    let name = format!("{NAME}-{}", &fingerprint::hex(&all.finalize())[..16]);
    let put = |ending: &str, bytes: &[u8]| {
        let path = stage.join(format!("{name}.{ending}"));
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    put("wasm", &wasm)?;
    put("js", with_wasm(&glue, &name)?.as_bytes())?;
    put("css", sheet.as_bytes())?;
    let page = stage.join("index.html");
    let html = with_module(&read(&page)?, &name)?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// Writes what the section says in each language, `owner/<language>.json`. What is not translated, it says in English.
pub fn translate(translations: &[Translation], stage: &Path) -> Result<()> {
    let folder = stage.join(NAME);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for translation in translations {
        let path = folder.join(format!("{}.json", translation.language.code()));
        fs::write(&path, said(&translation.texts))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The owner's texts among these, as an object from English to translation.
fn said(translated: &BTreeMap<&'static str, String>) -> String {
    let entries: Vec<String> = whichside_owner::texts()
        .into_iter()
        .filter_map(|text| Some((text, translated.get(text)?)))
        .map(|(english, said)| format!("{}:{}", quoted(english), quoted(said)))
        .collect();
    format!("{{{}}}", entries.join(","))
}

/// A text of one line as JSON has it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a file of the page is the owner's: none is needed before the section is opened.
pub fn is_part(name: &str) -> bool {
    name.starts_with("owner-") || name.starts_with("owner/")
}

/// What the section weighs, in a line.
pub fn weight(stage: &Path) -> Result<String> {
    let parts = fingerprint::files(stage, &["."])?
        .into_iter()
        .filter(|name| is_part(name));
    sizes::later(stage, "owner-*", parts)
}

/// Where cargo puts what it compiles.
fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}

/// The glue code with the final name of the WebAssembly that it loads.
fn with_wasm(glue: &str, name: &str) -> Result<String> {
    let file = format!("'{NAME}_bg.wasm'");
    if glue.matches(&file).count() != 1 {
        bail!("the glue code of the owner's section does not name {file} exactly once");
    }
    Ok(glue.replace(&file, &format!("'{name}.wasm'")))
}

/// The page with the module's name in it.
fn with_module(html: &str, name: &str) -> Result<String> {
    if html.matches(PLACE).count() != 1 {
        bail!("index.html must hold {PLACE} exactly once");
    }
    Ok(html.replace(PLACE, &PLACE.replace("\"\"", &format!("\"{name}.js\""))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_the_modules_name() {
        let page = include_str!("../../index.html");
        let told = with_module(page, "owner-0123").unwrap();
        assert!(told.contains("<meta name=\"whichside-owner\" content=\"owner-0123.js\">"));
        assert!(with_module(&told, "owner-4567").is_err());
    }

    #[test]
    fn a_language_holds_the_owners_texts_that_are_translated_and_no_others() {
        let title = whichside_owner::Step::AskSite.title();
        let texts = BTreeMap::from([
            (title, "Sag \"ja\" \\ nein".to_owned()),
            ("A text of the guide alone.", "Nur im Leitfaden.".to_owned()),
        ]);
        let expected = format!("{{{title:?}:\"Sag \\\"ja\\\" \\\\ nein\"}}");
        assert_eq!(said(&texts), expected);
    }

    #[test]
    fn the_glue_code_loads_the_wasm_beside_it() {
        let glue = "module = new URL('owner_bg.wasm', import.meta.url);";
        assert_eq!(
            with_wasm(glue, "owner-0123").unwrap(),
            "module = new URL('owner-0123.wasm', import.meta.url);"
        );
        assert!(with_wasm("nothing of the kind", "owner-0123").is_err());
    }

    #[test]
    fn it_is_made_as_small_as_the_page_itself() {
        let page = include_str!("../../index.html");
        let asked = OPTIMISED[1..].join(" ");
        assert!(page.contains(&format!(
            "data-wasm-opt=\"z\" data-wasm-opt-params=\"{asked}\""
        )));
    }
}

//! Builds a WebAssembly module beside the page's own, with its glue code and its stylesheet: `<name>-<hash>.*`.
//!
//! It goes through the same tools as the page itself, with the same flags; trunk builds one module only. Which modules there
//! are, and who loads them, is left to `owner` and `embed`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{child, fingerprint, imports, setup::Setup, stylesheet};

/// What index.html has trunk ask of wasm-opt.
const OPTIMISED: [&str; 16] = [
    "-Oz",
    // What one place alone calls stays a function unless it is small: brotli finds more to share.
    "-ocimfs",
    "30",
    "--strip-producers",
    "--flatten",
    "--rereloop",
    "--local-cse",
    "--simplify-locals",
    "-Oz",
    "--merge-similar-functions",
    "--low-memory-unused",
    "-Oz",
    "--gufa-optimizing",
    "-Oz",
    // Much alike stands close together then, which brotli makes smaller.
    "--reorder-functions-by-name",
    "--strip-target-features",
];

/// A module beside the page's own.
pub struct Module {
    /// What its files are called by.
    pub name: &'static str,
    /// What cargo is asked to build.
    pub built_from: &'static [&'static str],
    /// What cargo calls the result.
    pub compiled: &'static str,
    /// Its stylesheet.
    pub sheet: &'static stylesheet::Sheet,
}

impl Module {
    /// Builds the module into `stage`, and hands back the name of its files there, without their ending.
    pub fn write(&self, root: &Path, setup: &Setup, work: &Path, stage: &Path) -> Result<String> {
        let folder = work.join(self.name);
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let (wasm, glue) = self
            .compile(root, setup, &folder)
            .with_context(|| format!("the module `{}` does not build", self.name))?;
        let sheet = folder.join("style.css");
        stylesheet::write(root, self.sheet, &sheet)?;
        let sheet = read(&sheet)?;

        let mut all = Sha256::new();
        for part in [&wasm, glue.as_bytes(), sheet.as_bytes()] {
            all.update(Sha256::digest(part));
        }
        let named = format!("{}-{}", self.name, &fingerprint::hex(&all.finalize())[..16]);
        let put = |ending: &str, bytes: &[u8]| {
            let path = stage.join(format!("{named}.{ending}"));
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
        };
        put("wasm", &wasm)?;
        put("js", self.with_wasm(&glue, &named)?.as_bytes())?;
        put("css", sheet.as_bytes())?;
        Ok(named)
    }

    /// The WebAssembly and its glue code.
    fn compile(&self, root: &Path, setup: &Setup, folder: &Path) -> Result<(Vec<u8>, String)> {
        child::run(
            setup
                .cargo()
                .current_dir(root)
                .args(["build", "--locked", "--offline", "--profile", "page"])
                .args(["--target", "wasm32-unknown-unknown"])
                .args(self.built_from)
                .env("CARGO_ENCODED_RUSTFLAGS", setup.without_machine_paths()),
        )?;
        let compiled = target(root)
            .join("wasm32-unknown-unknown/page")
            .join(format!("{}.wasm", self.compiled));
        child::run(
            setup
                .program("wasm-bindgen")
                .args([
                    "--target",
                    "web",
                    "--no-typescript",
                    "--out-name",
                    self.name,
                ])
                .arg("--out-dir")
                .arg(folder)
                .arg(compiled),
        )?;
        let bound = folder.join(format!("{}_bg.wasm", self.name));
        let small = folder.join("small.wasm");
        child::run(
            setup
                .program("wasm-opt")
                .args(OPTIMISED)
                .arg(&bound)
                .arg("-o")
                .arg(&small),
        )?;
        let wasm = fs::read(&small).with_context(|| format!("cannot read {}", small.display()))?;
        let glue = read(&folder.join(format!("{}.js", self.name)))?;
        imports::shorten(&wasm, &glue, &format!("./{}_bg.js", self.name))
    }

    /// The glue code with the final name of the WebAssembly that it loads.
    fn with_wasm(&self, glue: &str, named: &str) -> Result<String> {
        let file = format!("'{}_bg.wasm'", self.name);
        if glue.matches(&file).count() != 1 {
            bail!(
                "the glue code of `{}` does not name {file} exactly once",
                self.name
            );
        }
        Ok(glue.replace(&file, &format!("'{named}.wasm'")))
    }

    /// Whether a file of the page is one of the module's.
    pub fn has(&self, file: &str) -> bool {
        file.strip_prefix(self.name)
            .is_some_and(|rest| rest.starts_with('-'))
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Where cargo puts what it compiles.
fn target(root: &Path) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: Module = Module {
        name: "owner",
        built_from: &[],
        compiled: "",
        sheet: &stylesheet::OWNER,
    };

    #[test]
    fn the_glue_code_loads_the_wasm_beside_it() {
        let glue = "module = new URL('owner_bg.wasm', import.meta.url);";
        assert_eq!(
            MODULE.with_wasm(glue, "owner-0123").unwrap(),
            "module = new URL('owner-0123.wasm', import.meta.url);"
        );
        assert!(
            MODULE
                .with_wasm("nothing of the kind", "owner-0123")
                .is_err()
        );
    }

    #[test]
    fn its_files_are_known_by_their_name() {
        assert!(MODULE.has("owner-0123.js"));
        for other in ["owner/de.json", "owners-0123.js", "index.html"] {
            assert!(!MODULE.has(other), "{other}");
        }
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
